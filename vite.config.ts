import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { EnvironmentOptions, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { electronDev } from './electron/build/electron-dev.mjs'
import { firstScreenChunks, firstScreenLinks } from './electron/build/first-screen.mjs'
import { reactCompiler } from './electron/build/react-compiler.mjs'

const root = import.meta.dirname
const at = (path: string) => resolve(root, path)

/** Programs of the Node side: what runs where is in electron/; all are built into dist/main, `whole` before `engine`. */
const NODE_SIDE = {
  main: 'electron/main/main.ts',
  preload: 'electron/preload/preload.ts',
  whole: 'electron/engine/start/whole.ts',
  engine: 'electron/engine/entry.ts',
  worker: 'electron/engine/worker.ts',
  cli: 'electron/cli/cli.ts',
}

/** The engine's first file stands for all of it: where this stands in it, the hash of the larger one is written. */
const WHOLE = 'hash of whole.cjs'
const hashOfWhole: Plugin = {
  name: 'hash-of-whole',
  applyToEnvironment: ({ name }) => name === 'engine',
  renderChunk: (code) => {
    // without it a console with another larger file would take answers of the old one for its own
    if (!code.includes(WHOLE)) throw new Error(`the engine's first file has no place for the ${WHOLE}`)
    return code.replace(
      WHOLE,
      createHash('sha256')
        .update(readFileSync(at('dist/main/whole.cjs')))
        .digest('hex'),
    )
  },
}

/**
 * One CommonJS file a program, with all but electron and node: inside, so that no node_modules is shipped.
 * CommonJS because Electron before 28 cannot load a module as main; one file because a sandboxed preload may not require.
 */
function nodeSide(name: string, entry: string): EnvironmentOptions {
  // Node 18, inside the oldest Electron that we run on, has no global crypto; the preload has the browser's.
  const banner = name === 'preload' ? '' : "globalThis.crypto ??= require('node:crypto').webcrypto;"
  return {
    consumer: 'server',
    resolve: { noExternal: true, conditions: ['node', 'module', 'default'] },
    build: {
      outDir: at('dist/main'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node18',
      minify: false,
      sourcemap: true,
      license: { fileName: `licences-${name}.md` },
      rolldownOptions: {
        input: { [name]: at(entry) },
        external: ['electron', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false, banner },
      },
    },
  }
}

/** A vitest project over one folder of test/. Files share a process: its modules are loaded once, not for each file. */
const project = (name: string, more: object = {}) => ({
  extends: true as const,
  root,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], globalSetup: ['test/setup.ts'], isolate: false, ...more },
})

export default defineConfig({
  root: at('renderer'),
  base: './',
  cacheDir: at('node_modules/.vite'),
  plugins: [react(), reactCompiler(), firstScreenLinks(), hashOfWhole, electronDev(root, Object.keys(NODE_SIDE))],
  server: { host: '127.0.0.1' },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome114',
        chunkSizeWarningLimit: 2000,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        license: { fileName: 'licences.md' },
        rolldownOptions: {
          input: { index: at('renderer/index.html'), print: at('renderer/print.html') },
          output: {
            codeSplitting: { groups: firstScreenChunks(at) },
          },
        },
      },
    },
    ...Object.fromEntries(Object.entries(NODE_SIDE).map(([name, entry]) => [name, nodeSide(name, entry)])),
  },
  builder: {
    sharedConfigBuild: true,
    async buildApp(builder) {
      for (const name of ['client', ...Object.keys(NODE_SIDE)]) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  test: {
    // without this, one processor of two would be left to vitest itself
    maxWorkers: '100%',
    projects: [
      // Guards against hanging only: a machine under load may take long for what takes a moment.
      project('unit', { testTimeout: 30_000 }),
      project('component', { testTimeout: 30_000 }),
      project('contract', { testTimeout: 30_000 }),
      project('engine', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('e2e', {
        globalSetup: ['test/setup.ts', 'test/e2e/setup.ts'],
        fileParallelism: false,
        isolate: true,
        // windows are timed: nothing else runs beside them
        sequence: { groupOrder: 1 },
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
    ],
  },
})

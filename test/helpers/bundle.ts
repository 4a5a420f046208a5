/** Builds a program of this project to one CommonJS file, for a test that needs it in a process or thread of its own. */
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** Returns the path of `<folder>/<name>.cjs`. `entry` is a path inside the project. */
export async function bundle(entry: string, name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: resolve(root, entry),
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false } },
    },
  })
  return join(folder, `${name}.cjs`)
}

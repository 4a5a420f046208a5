// `vite`: builds the Node side, starts Electron, and follows edits (preload: reload; the others: restart).
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createBuilder } from 'vite'
import { electronRuntime, rootFlags } from './electron-runtime.mjs'

/**
 * @param {string} root
 * @param {readonly string[]} nodeParts environments of the Node side
 * @returns {import('vite').Plugin}
 */
export function electronDev(root, nodeParts) {
  return {
    name: 'electron-dev',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test' && !process.env['VITEST'],
    configureServer(server) {
      /** @type {import('node:child_process').ChildProcess | undefined} */
      let child
      process.on('exit', () => child?.kill())
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))

      const startElectron = async () => {
        const { exe } = await electronRuntime({ quiet: child !== undefined })
        child?.removeAllListeners('exit')
        child?.kill()
        const env = { ...process.env, VITE_DEV_SERVER_URL: server.resolvedUrls?.local[0] }
        child = spawn(exe, [...rootFlags(), root], { stdio: 'inherit', env })
        child.on('exit', (code) => process.exit(code ?? 0))
      }

      /** @param {import('vite').ViteBuilder} builder @param {string} name */
      const follow = async (builder, name) => {
        const environment = builder.environments[name]
        if (!environment) throw new Error(`no environment ${name}`)
        environment.config.build.watch = {}
        const watcher = await builder.build(environment)
        if (!('on' in watcher)) return
        await new Promise((/** @type {(value?: unknown) => void} */ built) => {
          let first = true
          watcher.on('event', (event) => {
            if (event.code !== 'END') return
            if (first) built()
            else if (name === 'preload') server.ws.send({ type: 'full-reload' })
            else void startElectron()
            first = false
          })
        })
      }

      const begin = async () => {
        const configFile = resolve(root, 'vite.config.ts')
        const builder = await createBuilder({ configFile, mode: 'development', logLevel: 'warn' })
        for (const name of nodeParts) await follow(builder, name)
        await startElectron()
      }
      server.httpServer?.once('listening', () => void begin())
    },
  }
}

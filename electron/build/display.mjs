// A private X display where there is none: containers, CI, a shell on a server.
import { spawn } from 'node:child_process'

/** Whether windows can be shown as things are. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/**
 * Starts Xvfb on a free number and sets DISPLAY for the children of this process.
 * @returns {Promise<() => void>} stops it
 */
export async function startDisplay() {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((found, failed) => {
    xvfb.once('error', failed)
    xvfb.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)))
    xvfb.stdio[3]?.once('data', (data) => found(String(data).trim()))
  })
  process.env['DISPLAY'] = `:${number}`
  const stop = () => void xvfb.kill()
  process.once('exit', stop)
  return stop
}

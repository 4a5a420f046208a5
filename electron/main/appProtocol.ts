import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol } from 'electron'
import { assetPath } from './assetPath'
import { CONTENT_SECURITY_POLICY } from './contentSecurityPolicy'

const folder = join(__dirname, '../renderer')

/** Must run before Electron is ready. Standard and secure, so that the pages have an origin of their own. */
export function registerAppScheme() {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

const refuse = (status: number) => new Response('', { status })

/** Serves app://pantau/ from the built files, by fs and not by net: a page may not turn this into a file: request. */
export function serveApp() {
  protocol.handle('app', async (request) => {
    const asset = assetPath(folder, request.url)
    if (!asset || request.method !== 'GET') return refuse(403)
    try {
      return new Response(await readFile(asset.file), {
        headers: {
          'Content-Type': asset.type,
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch {
      return refuse(404)
    }
  })
}

import { isAbsolute, relative, resolve } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
}

/**
 * The file below `folder` that an address of the console names, and its media type; null for anything else: another
 * host, a way out of the folder (plain or percent-encoded), a type that is not ours.
 */
export function assetPath(folder: string, address: string): { file: string; type: string } | null {
  let path: string
  try {
    const url = new URL(address)
    if (url.protocol !== 'app:' || url.host !== 'pantau') return null
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`)
  const below = relative(folder, file)
  if (below === '' || below.startsWith('..') || isAbsolute(below)) return null
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)]
  return type ? { file, type } : null
}

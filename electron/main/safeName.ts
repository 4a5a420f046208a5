import { basename } from 'node:path'

/** A file name that every system takes: no folders, no reserved marks, no control characters, with its extension. */
export function safeName(name: string, extension: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[<>:"/|?*\p{Cc}]/gu, '-')
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 120)
  const stem = plain.toLowerCase().endsWith(`.${extension}`) ? plain.slice(0, -extension.length - 1) : plain
  return `${stem || 'pantau'}.${extension}`
}

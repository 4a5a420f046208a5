/** Files to import: those named, and in folders every `*.zip` that is not a registry. Links inside folders are not followed. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const REGISTRY = /\.dumas-registry\.zip$/i
const ARCHIVE = /\.zip$/i

async function inFolder(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await inFolder(path)))
    else if (entry.isFile() && ARCHIVE.test(entry.name) && !REGISTRY.test(entry.name)) found.push(path)
  }
  return found
}

/** In the order of names within a folder; a file named twice is taken once. A path that does not exist stays in the list. */
export async function collect(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (facts) => facts.isDirectory(),
      () => false,
    )
    found.push(...(isFolder ? (await inFolder(path)).toSorted() : [path]))
  }
  return [...new Set(found)]
}

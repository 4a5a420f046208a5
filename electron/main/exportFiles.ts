import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** No person means a deeper tree or more entries than this when dropping a folder. */
const DEPTH = 8
const ENTRIES = 200_000

/** How many ZIP files a choice of files and folders holds; files chosen by hand count whatever their name. */
export async function countExportFiles(paths: readonly string[]): Promise<number> {
  let seen = 0
  const walk = async (folder: string, depth: number): Promise<number> => {
    let count = 0
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      if (++seen > ENTRIES) return count
      if (entry.isDirectory() && depth < DEPTH) count += await walk(join(folder, entry.name), depth + 1)
      else if (entry.isFile() && entry.name.toLowerCase().endsWith('.zip')) count += 1
    }
    return count
  }
  let total = 0
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (found?.isDirectory()) total += await walk(path, 0)
    else if (found?.isFile()) total += 1
  }
  return total
}

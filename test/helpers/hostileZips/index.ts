/** Archives as wrong as an archive can be, each with the code that it must be refused for. */
import type { Files } from '../hostileExports'
import { bombs } from './bombs'
import { headers } from './headers'
import { Kit, type HostileZip } from './kit'
import { names } from './names'
import { zip64 } from './zip64'

/** `files`: the entries of a good export. */
export function hostileZips(files: Files): HostileZip[] {
  const kit = new Kit(files)
  return [...bombs(kit), ...names(kit), ...headers(kit), ...zip64(kit)]
}

/** Nobody pays for what another left behind: the young garbage is collected between two measurements, not inside one. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'minor' | 'major' }) => void
let gc: Collect | null = null

/** `major`: everything; it also makes V8 forget compiled code, so that nothing is measured right after it. */
export function collect(type: 'minor' | 'major' = 'minor'): void {
  if (gc === null) {
    setFlagsFromString('--expose-gc')
    gc = runInNewContext('gc') as Collect
  }
  gc({ type })
}

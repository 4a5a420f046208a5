/** `--reason`: why a person decides. Never empty; the window's limit holds here too. */
import { reasonSchema } from '../../shared/contract/contract'
import type { Invocation } from './command'

/** null when it is missing, empty or too long. */
export function reasonOf({ option }: Pick<Invocation, 'option'>): string | null {
  const parsed = reasonSchema.safeParse(option('reason'))
  return parsed.success ? parsed.data : null
}

/** Decisions about one or many, with what became of each. */
import { ok, type Result } from '../../shared/contract/result'
import type { Engine } from '../engine/engine'
import type { Invocation } from './command'

/** Whether any was not carried out; each of those is told in a line. One alone fails as itself. */
export async function decideAll(
  engine: Engine,
  decision: Parameters<Engine['decisions']['take']>[0],
  { note, t }: Pick<Invocation, 'note' | 't'>,
): Promise<Result<boolean>> {
  const taken = await engine.decisions.take(decision)
  if (!taken.ok) return taken
  const refused = taken.value.flatMap(({ id, error }) => (error ? [{ id, error }] : []))
  if (taken.value.length === 1 && refused[0]) return { ok: false, error: refused[0].error }
  for (const { id, error } of refused)
    note(t('cli.decision.refused', { id, code: error.code, text: t.code('error', error.code, error.params) }))
  return ok(refused.length > 0)
}

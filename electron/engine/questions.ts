/** How many questions wait for a decision: kept beside the columns, so that the first screen need not ask them all. */
import { questionCount } from './analytics/run'
import type { QueryContext } from './analytics/context'
import { sha256, writeDerived } from './archive/files'
import type { Layout } from './archive/layout'
import { readSealed, sealed } from './archive/sealed'
import type { Nation } from './nation'

/** Everything that questions follow from, but the day: a count of yesterday will do until figures are asked for. */
function keyOf(context: QueryContext, nation: Nation): string {
  const { registry, settings, dispositions } = context
  return sha256(
    JSON.stringify([
      registry.sha256,
      nation.ledgers().map(({ unit, exports }) => [unit, exports.map((one) => [one.descriptor_sha256, one.state])]),
      nation.decided(),
      settings,
      [...dispositions].toSorted(),
    ]),
  )
}

function readKept(layout: Layout, key: string): number | null {
  const [keptKey, count] = (readSealed(layout.questions)?.toString('utf8') ?? '').split(' ')
  return keptKey === key && count !== undefined ? Number(count) : null
}

/** `keep`: the count may be written down. */
export function questionsOf(context: QueryContext, nation: Nation, layout: Layout, keep: boolean): number {
  return context.memo('questions.kept', () => {
    const key = keyOf(context, nation)
    const kept = readKept(layout, key)
    if (kept !== null) return kept
    const count = questionCount(context)
    if (keep) writeDerived(layout.questions, sealed(Buffer.from(`${key} ${count}`)))
    return count
  })
}

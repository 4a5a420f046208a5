/** How many questions wait for a decision: kept beside the columns, so that the first screen need not ask them all. */
import { questionIds } from './analytics/run'
import type { QueryContext } from './analytics/context'
import { sha256, writeDerived } from './archive/files'
import type { Layout } from './archive/layout'
import { readSealed, sealed } from './archive/sealed'
import type { Nation } from './nation'

/**
 * Everything that questions follow from, but the day: those of yesterday will do until figures are asked for. What a
 * person decided about a question does not change which there are.
 */
function keyOf({ registry, settings }: QueryContext, nation: Nation): string {
  // All exports, not the heads alone: one that comes late leaves the heads as they were.
  const held = nation.ledgers().map(({ unit, exports }) => [unit, exports.map((one) => [one.descriptor_sha256, one.state])]) // prettier-ignore
  return sha256(JSON.stringify([registry.sha256, held, nation.decided(), nation.archivedBefore, settings]))
}

function readKept(layout: Layout, key: string): string[] | null {
  const [keptKey, ...ids] = (readSealed(layout.questions)?.toString('utf8') ?? '').split('\n')
  return keptKey === key ? ids : null
}

function write(layout: Layout, lines: readonly string[]): void {
  try {
    writeDerived(layout.questions, sealed(Buffer.from(lines.join('\n'))))
  } catch {
    // A full disk, say: they are asked again at the next start.
  }
}

/** Questions without a disposition over everything held. `keep`: which there are may be written down. */
export function questionsOf(context: QueryContext, nation: Nation, layout: Layout, keep: boolean): number {
  return context.memo('questions.kept', () => {
    const key = keyOf(context, nation)
    let ids = readKept(layout, key)
    if (!ids) {
      ids = questionIds(context)
      if (keep) write(layout, [key, ...ids])
    }
    return ids.filter((id) => !context.dispositions.has(id)).length
  })
}

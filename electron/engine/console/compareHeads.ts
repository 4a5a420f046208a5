/** Two consoles side by side: whether each unit told both the same history. */
import { HEAD_STATES, type Head, type HeadLine, type HeadState } from '../../../shared/contract/results/console'

/** Exports that a console accepted, heads and earlier ones, in any order. */
export type History = readonly Head[]

const byUnit = (history: History): Map<string, Map<number, string>> => {
  const units = new Map<string, Map<number, string>>()
  for (const { unit, sequence, descriptor_sha256 } of history)
    units.set(unit, (units.get(unit) ?? new Map<number, string>()).set(sequence, descriptor_sha256))
  return units
}
const last = (chain: ReadonlyMap<number, string>) => Math.max(...chain.keys())

/** One line for each unit that either console knows: in the order of HEAD_STATES, then of unit codes. */
export function compareHistories(ours: History, theirs: History): HeadLine[] {
  const [mine, other] = [byUnit(ours), byUnit(theirs)]
  const units = [...new Set([...mine.keys(), ...other.keys()])]
  return units
    .map((unit) => compareUnit(unit, mine.get(unit), other.get(unit)))
    .toSorted((a, b) => HEAD_STATES.indexOf(a.state) - HEAD_STATES.indexOf(b.state) || (a.unit < b.unit ? -1 : 1))
}

function compareUnit(
  unit: string,
  mine: ReadonlyMap<number, string> | undefined,
  other: ReadonlyMap<number, string> | undefined,
): HeadLine {
  const heads = { ours: mine ? last(mine) : null, theirs: other ? last(other) : null }
  const conflicts = [...(mine ?? [])]
    .flatMap(([sequence, hash]) => {
      const told = other?.get(sequence)
      return told === undefined || told === hash ? [] : [{ sequence, ours: hash, theirs: told }]
    })
    .toSorted((a, b) => a.sequence - b.sequence)
  return { unit, ...heads, conflicts, state: stateOf(heads, conflicts.length > 0, mine, other) }
}

function stateOf(
  { ours, theirs }: Pick<HeadLine, 'ours' | 'theirs'>,
  isConflict: boolean,
  mine: ReadonlyMap<number, string> | undefined,
  other: ReadonlyMap<number, string> | undefined,
): HeadState {
  if (isConflict) return 'conflict'
  if (ours === null) return 'theirs_only'
  if (theirs === null) return 'ours_only'
  if (ours === theirs) return 'same'
  // Without the shorter one's head in the longer one's list, nothing ties the two together.
  if (ours > theirs) return mine?.has(theirs) ? 'ours_ahead' : 'unproven'
  return other?.has(ours) ? 'theirs_ahead' : 'unproven'
}

/** Where a unit stood before, and which units left or joined another, in sentences. Pure. */
import type { UnitNode } from '../../../shared/contract/results/data'
import type { Format } from '../../../shared/messages/format'
import type { Translate } from '../../../shared/messages/catalogue'
import { addDays } from '../../../shared/export/time'

interface Words {
  t: Translate
  f: Format
  name: (code: string) => string
}

/** Sentences about the moves of `unit` itself; else about those into it and out of it. Empty when nobody moved. */
export function moveSentences(tree: readonly UnitNode[], unit: string | null, { t, f, name }: Words): string[] {
  if (unit === null) return []
  const own = tree.find(({ code }) => code === unit)?.stays ?? []
  if (own.length > 0)
    return own.flatMap(({ from, parent }, at) => {
      const before = own[at - 1]
      if (from === null || !before) return []
      return [t('region.moved.own', { day: f.day(from), parent: name(parent), before: name(before.parent) })]
    })
  return tree.flatMap(({ code, stays = [] }) =>
    stays.flatMap(({ from, parent }, at) => {
      const before = stays[at - 1]
      if (from === null || !before) return []
      const words = { unit: name(code), day: f.day(from), last: f.day(addDays(from, -1)) }
      if (parent === unit) return [t('region.moved.in', { ...words, other: name(before.parent) })]
      return before.parent === unit ? [t('region.moved.out', { ...words, other: name(parent) })] : []
    }),
  )
}

import { useMemo, useState } from 'react'

export interface Picked<L> {
  /** of the lines given, in their order */
  lines: readonly L[]
  has: (id: string) => boolean
  set: (id: string, on: boolean) => void
  only: (ids: readonly string[]) => void
}

/** Which lines a person picked for one decision; a line that is gone is no longer picked. */
export function usePicked<L extends { id: string }>(all: readonly L[]): Picked<L> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => all.filter(({ id }) => ids.has(id)), [all, ids])
  return {
    lines,
    has: (id) => ids.has(id),
    set: (id, on) => setIds((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id))),
    only: (given) => setIds(new Set(given)),
  }
}

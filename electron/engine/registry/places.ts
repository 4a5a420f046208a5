/**
 * Units that moved. A registry may say of one code that it stood under one unit until a day and under another from then
 * on. A case counts where its unit stood on the day it was received, so each stay becomes a place of its own in the tree,
 * with a key made of the codes from the unit upwards: `POLRES-33.74@POLDA-JATENG`. Units below a unit that moved move
 * with it. Everything else keeps its code.
 */
import type { Registry, RegistryUnit } from '../../../shared/export/registry'
import { addDays } from '../../../shared/export/time'
import { NATION, RegistryModel } from './model'

/** A stay of a unit at one place: from `from` until the next one begins; the first has no beginning. */
export interface Stay {
  /** `YYYY-MM-DD`; empty for the first */
  from: string
  key: string
  /** the code directly above */
  parent: string
}
export interface Places {
  /** by code, of units that stood at more than one place: their stays, first to last */
  stays: ReadonlyMap<string, readonly Stay[]>
  /** units that moved ones stood under at some time, without those that moved themselves */
  above: ReadonlySet<string>
  /** the registry with places instead of the units that moved */
  model: RegistryModel
  /** key of a place → its stays; a unit may come back */
  staysAt: ReadonlyMap<string, readonly { from: string; to: string | null }[]>
}

const known = new WeakMap<RegistryModel, Places | null>()

/** null when no unit ever moved, as nearly always. */
export function placesOf(model: RegistryModel): Places | null {
  let places = known.get(model)
  if (places === undefined) known.set(model, (places = find(model)))
  return places
}

const FIRST = '0000-01-01'
const MOST_STEPS = 8

/** Codes above a unit on a day, the next one first, without the nation. */
function pathOn(model: RegistryModel, code: string, day: string): string[] {
  const path: string[] = []
  for (let at = model.entryOn(code, day)?.parent; at !== undefined && at !== NATION && path.length < MOST_STEPS;) {
    path.push(at)
    at = model.entryOn(at, day)?.parent
  }
  return path
}

/** Days on which the unit, or one that it ever stood under, begins another entry. */
function breaksOf(model: RegistryModel, code: string, steps = 0): string[] {
  const entries = model.unit(code)?.entries ?? []
  const own = entries.slice(1).map(({ valid_from }) => valid_from)
  const parents = new Set(steps < MOST_STEPS ? entries.map(({ parent }) => parent) : [])
  return [...own, ...[...parents].flatMap((parent) => breaksOf(model, parent, steps + 1))]
}

function staysOf(model: RegistryModel, code: string): Stay[] {
  const days = ['', ...new Set(breaksOf(model, code).toSorted())]
  const stays: Stay[] = []
  for (const from of days) {
    const path = pathOn(model, code, from === '' ? FIRST : from)
    const key = [code, ...path].join('@')
    if (stays.at(-1)?.key !== key) stays.push({ from, key, parent: path[0] ?? NATION })
  }
  return stays
}

function find(model: RegistryModel): Places | null {
  // Without a code that stands twice nobody moved.
  if (model.units.every(({ entries }) => entries.length === 1)) return null
  const stays = new Map<string, Stay[]>()
  for (const { code } of model.units) {
    const found = staysOf(model, code)
    if (found.length > 1) stays.set(code, found)
  }
  if (stays.size === 0) return null
  const all = [...stays.values()].flat()
  const above = new Set(all.flatMap(({ key }) => key.split('@').slice(1)).filter((code) => !stays.has(code)))
  const staysAt = new Map<string, { from: string; to: string | null }[]>()
  for (const list of stays.values())
    for (const [at, { key, from }] of list.entries()) {
      const next = list[at + 1]
      staysAt.set(key, [...(staysAt.get(key) ?? []), { from, to: next ? addDays(next.from, -1) : null }])
    }
  return { stays, above, staysAt, model: new RegistryModel(placed(model, stays), model.sha256) }
}

/** The place of a unit on a day. */
export function placeOn(places: Places, code: string, day: string): string {
  const stays = places.stays.get(code)
  return stays?.findLast(({ from }) => from <= day)?.key ?? code
}

function placed({ registry }: RegistryModel, stays: ReadonlyMap<string, readonly Stay[]>): Registry {
  const parentKey = ({ key, parent }: Stay) => (stays.has(parent) ? key.slice(key.indexOf('@') + 1) : parent)
  const units: RegistryUnit[] = registry.units.filter(({ code }) => !stays.has(code))
  for (const [code, list] of stays) {
    const entries = registry.units.filter((entry) => entry.code === code).toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1)) // prettier-ignore
    for (const [at, stay] of list.entries()) {
      const next = list[at + 1]
      const entry = entries.findLast(({ valid_from }) => !next || valid_from < next.from) ?? entries[0]
      if (!entry) continue
      units.push({
        ...entry,
        code: stay.key,
        parent: parentKey(stay),
        valid_from: stay.from === '' ? (entries[0]?.valid_from ?? entry.valid_from) : stay.from,
        // A month is reported to whom the unit belonged at its end.
        valid_to: next ? addDays(`${next.from.slice(0, 7)}-01`, -1) : entry.valid_to,
      })
    }
  }
  const keys = registry.keys.flatMap((key) => {
    const own = stays.get(key.unit)
    return own ? [...new Set(own.map((stay) => stay.key))].map((unit) => ({ ...key, unit })) : [key]
  })
  return { ...registry, units, keys }
}

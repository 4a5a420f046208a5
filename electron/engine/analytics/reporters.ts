/** The units that may report, close together: whoever counts months asks all of them, and the tree has ten times as many. */
import { monthText } from '../../../shared/domain/time'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'

export interface Reporters {
  /** units that hold a key, valid or not, in tree order */
  readonly nodes: readonly UnitNode[]
  /** for each place of the tree, how many of them stand before it; one entry more than places */
  readonly before: Uint32Array
}

export const reporters = (context: QueryContext): Reporters =>
  context.once('reporters', () => {
    const { registry } = context
    const keyed = new Set(registry.registry.keys.map(({ unit }) => unit))
    const nodes = registry.units.filter(({ code }) => keyed.has(code))
    const before = new Uint32Array(registry.units.length + 1)
    for (const { index } of nodes) before[index + 1] = 1
    for (let place = 1; place < before.length; place++) before[place]! += before[place - 1] as number
    return { nodes, before }
  })

/** 1 for each of `reporters` that is expected to report in a month (since January 2000). */
export const expectedOn = (context: QueryContext, month: number): Uint8Array =>
  context.once(`expected in ${month}`, () => {
    const { nodes, before } = reporters(context)
    const marks = new Uint8Array(nodes.length)
    for (const { index } of context.registry.expected(monthText(month))) marks[before[index] as number] = 1
    return marks
  })

/** The same in any month from the first to the last. */
export const expectedIn = (context: QueryContext, months: readonly number[]): Uint8Array =>
  context.once(`expected ${months[0]} ${months.at(-1)}`, () => {
    const marks = new Uint8Array(reporters(context).nodes.length)
    for (const month of months) expectedOn(context, month).forEach((mark, i) => (marks[i]! |= mark))
    return marks
  })

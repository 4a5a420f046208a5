/** The clauses of a filter that are asked for seldom: whose line a case was addressed to, which programme it names. */
import { NO_PROGRAMME } from '../../../shared/domain/filterCodes'
import type { Filter } from '../../../shared/domain/filter'
import { CODES, EMPTY } from '../columns/layout'
import type { QueryContext } from './context'
import { programmesOf } from './programmesOf'

/** 1 for every case of one of the addressees; null without the clause. */
export function addresseeMarks({ index }: QueryContext, { addressees }: Pick<Filter, 'addressees'>): Uint8Array | null {
  if (addressees === undefined) return null
  const wanted = new Uint8Array(EMPTY + 1)
  for (const code of addressees) wanted[code === 'none' ? EMPTY : CODES.addressee.indexOf(code)] = 1
  const codes = index.cases.codes.addressee
  return codes.map((code) => wanted[code] as number)
}

/** 1 for every case of one of the programmes; null without the clause. A programme that no case names passes none. */
export function programmeMarks(context: QueryContext, { programmes }: Pick<Filter, 'programmes'>): Uint8Array | null {
  if (programmes === undefined) return null
  const wanted = new Uint8Array(context.index.programmes.length + 1)
  for (const code of programmes) {
    const at = context.index.programmes.indexOf(code)
    if (code === NO_PROGRAMME || at >= 0) wanted[at + 1] = 1
  }
  return Uint8Array.from(programmesOf(context), (number) => wanted[number] as number)
}

/** Both clauses as one; null when neither is asked for. */
export function clauseMarks(
  context: QueryContext,
  filter: Pick<Filter, 'addressees' | 'programmes'>,
): Uint8Array | null {
  const [addressee, programme] = [addresseeMarks(context, filter), programmeMarks(context, filter)]
  if (addressee === null || programme === null) return addressee ?? programme
  return addressee.map((mark, row) => mark & (programme[row] as number))
}

/** Whose official account a matter came to: the accounts of a Kapolda, a Kapolres, a Kapolsek are set beside one another. */
import { ACCOUNT_OF_LEVEL, type AccountLine } from '../../../../shared/contract/results/channels'
import { ADDRESSEES } from '../../../../shared/export/enums'
import type { UnitNode } from '../../registry/model'
import { codeText, UNKNOWN_CODE } from '../../columns/layout'
import type { QueryContext } from '../context'

/**
 * Rows by account. The account is the addressee; where none is named, that of the chief of the unit which handles the
 * case. Accounts without a matter stand with none when a unit of their level operates one; others only with matters.
 */
export function byAccount(
  context: QueryContext,
  rows: Uint32Array,
  operators: readonly UnitNode[],
): { account: AccountLine['account']; rows: Uint32Array }[] {
  const { index, registry } = context
  const { addressee } = index.cases.codes
  const groups = new Map<string, number[]>()
  for (const { current } of operators) groups.set(ACCOUNT_OF_LEVEL[current.level], [])
  let unit = 0
  for (const row of rows) {
    while ((index.unitStart[unit + 1] as number) <= row) unit++
    const level = registry.unit(index.units[unit] as string)?.current.level
    const account = codeText('addressee', addressee[row] as number) ?? (level ? ACCOUNT_OF_LEVEL[level] : UNKNOWN_CODE)
    const held = groups.get(account)
    if (held) held.push(row)
    else groups.set(account, [row])
  }
  return [...ADDRESSEES, UNKNOWN_CODE].flatMap((account) => {
    const own = groups.get(account)
    return own ? [{ account, rows: Uint32Array.from(own) }] : []
  })
}

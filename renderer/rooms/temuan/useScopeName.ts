import type { AuditFinding } from '../../../shared/contract/findings'
import { useUnits } from '../../api/useUnits'
import { useText } from '../../text/useText'

/** Name of the unit that a finding is about: the nation when its figures have no unit. */
export function useScopeName(): (finding: AuditFinding) => string {
  const { t } = useText()
  const { name } = useUnits()
  return ({ unit, figures }) => {
    if (unit !== null) return name(unit)
    return t(figures.length > 0 ? 'level.nation' : 'findings.noUnit')
  }
}

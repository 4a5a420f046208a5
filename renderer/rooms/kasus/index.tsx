import '../../charts/charts.css'
import './kasus.css'
import { useRoute } from '../../state/useRoute'
import { CasesList } from './CasesList'
import { CasePage } from './detail/CasePage'

/** The cases' room: the table of all cases, or the page of one. */
export default function Kasus() {
  const { params } = useRoute()
  const { case: caseId, of: unit } = params
  if (caseId !== undefined && unit !== undefined) return <CasePage caseId={caseId} unit={unit} />
  return <CasesList />
}

import '../../charts/charts.css'
import { useRoute } from '../../state/useRoute'
import { ComposeView } from './compose/ComposeView'
import { FindingsView } from './FindingsView'
import './temuan.css'

/** Findings, and the report that is made of them. */
export default function Temuan() {
  const { params } = useRoute()
  return params['compose'] === '1' ? <ComposeView /> : <FindingsView />
}

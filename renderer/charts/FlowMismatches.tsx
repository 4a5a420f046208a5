import type { Flow } from '../../shared/contract/results/overview'
import { useText } from '../text/useText'

/** Lines shown; all stand in the figure's table. */
const MOST = 8

/** Units whose parts do not add up, each with its size, the largest first. Nothing where all do. */
export function FlowMismatches({ flow }: { flow: Flow }) {
  const { t, f } = useText()
  if (flow.mismatches.length === 0) return null
  const lines = flow.mismatches.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
  const rest = lines.length - MOST
  return (
    <table className="flow">
      <thead>
        <tr>
          <th scope="col">{t('flow.mismatchTitle')}</th>
          <th scope="col" className="r">
            {t('flow.mismatchSize')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, MOST).map(({ unit, name, difference }) => (
          <tr key={unit}>
            <th scope="row">{name}</th>
            <td className="r">{`${difference > 0 ? '+' : ''}${f.count(difference)}`}</td>
          </tr>
        ))}
        {rest > 0 && (
          <tr>
            <td colSpan={2} className="mut">
              {t('flow.mismatchRest', { n: f.count(rest) })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

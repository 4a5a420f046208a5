import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { useText } from '../../../text/useText'
import { eventsModel } from './events'
import { Section } from './Section'

/** What was done, when it was recorded, and in which row of which export it stands. */
export function EventsTable({ detail }: { detail: CaseDetail }) {
  const { t, f } = useText()
  const { finding, lines } = eventsModel(detail, { t, f })
  return (
    <Section title={t('case.events')} answer={finding} note={t('case.events.note')}>
      {lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('case.events.occurred')}</th>
              <th scope="col">{t('case.events.event')}</th>
              <th scope="col">{t('case.events.actor')}</th>
              <th scope="col">{t('case.events.recorded')}</th>
              <th scope="col" className="r">
                {t('case.events.row')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td className="nw">{line.occurred}</td>
                <td>{line.event}</td>
                <td>{line.actor}</td>
                <td className="nw">
                  {line.late ? (
                    <mark title={t('case.events.lateMark')}>
                      {line.recorded}
                      <span className="hidden-text"> ({t('case.events.lateMark')})</span>
                    </mark>
                  ) : (
                    line.recorded
                  )}
                </td>
                <td className="r nw">{line.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

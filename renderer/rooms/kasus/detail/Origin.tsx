import type { ReactNode } from 'react'
import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { useUnits } from '../../../api/useUnits'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { Copyable, ends } from './Copyable'
import { Section } from './Section'

/** Every export that told this case, when more than one did. */
function Exports({ detail }: { detail: CaseDetail }) {
  const { t, f } = useText()
  return (
    <table>
      <caption className="sm">{t('case.origin.exports')}</caption>
      <thead>
        <tr>
          <th scope="col" className="r">
            {t('case.origin.sequence')}
          </th>
          <th scope="col">{t('case.origin.asOf')}</th>
          <th scope="col">{t('case.origin.received')}</th>
          <th scope="col">{t('case.origin.descriptor')}</th>
          <th scope="col" className="r">
            {t('case.origin.row')}
          </th>
        </tr>
      </thead>
      <tbody>
        {detail.versions.map((version) => (
          <tr key={version.descriptor_sha256}>
            <td className="r">{f.count(version.sequence)}</td>
            <td className="nw">{f.day(version.as_of, true)}</td>
            <td className="nw">{f.moment(version.received_by_console_at, true)}</td>
            <td>
              <Copyable
                text={version.descriptor_sha256}
                shown={ends(version.descriptor_sha256)}
                name={`${t('case.origin.descriptor')} ${version.sequence}`}
              />
            </td>
            <td className="r">{version.row === null ? t('case.versions.gone') : f.count(version.row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** From the case down to the row of the signed export, its hashes, its signer. */
export function Origin({ detail }: { detail: CaseDetail }) {
  const { t, f } = useText()
  const units = useUnits()
  const { href } = useRoute()
  const { provenance } = detail
  const signer = units.name(provenance.signer_unit)
  const copyable = (text: string, name: string) => <Copyable text={text} name={name} />
  const lines: [string, ReactNode][] = [
    [t('case.origin.unit'), `${detail.reporting_unit_name} (${detail.reporting_unit})`],
    [t('case.origin.signer'), `${signer} (${provenance.signer_unit})`],
    [t('case.origin.kid'), copyable(provenance.kid, t('case.origin.kid'))],
    [t('case.origin.sequence'), f.count(provenance.sequence)],
    [t('case.origin.row'), t('case.origin.rowValue', { row: f.count(provenance.row) })],
    [t('case.origin.descriptor'), copyable(provenance.descriptor_sha256, t('case.origin.descriptor'))],
    [t('case.origin.archive'), copyable(provenance.archive_sha256, t('case.origin.archive'))],
    [t('case.origin.file'), copyable(provenance.file_name, t('case.origin.file'))],
    [t('case.origin.created'), f.moment(provenance.created)],
    [t('case.origin.asOf'), f.moment(provenance.as_of)],
    [t('case.origin.imported'), f.moment(provenance.imported_at)],
  ]
  const answer = { unit: signer, sequence: f.count(provenance.sequence), row: f.count(provenance.row) }
  return (
    <Section
      title={t('case.origin')}
      answer={t('case.origin.answer', answer)}
      note={
        <>
          {t('case.origin.note')} <a href={href('data', { params: { tab: 'ekspor' } })}>{t('case.origin.link')}</a>
        </>
      }
    >
      <dl className="kv origin">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {detail.versions.length > 1 && <Exports detail={detail} />}
    </Section>
  )
}

import type { RegistryPreview } from '../../../shared/contract/contract'
import type { Finding } from '../../../shared/export/codes'
import { whatHappened, whatToDo } from '../../../shared/sentences/advice'
import { useText } from '../../text/useText'
import { Checkbox } from '../../ui/Field'

/** Why a registry was refused, in words and codes. */
export function RegistryFindings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useText()
  return (
    <div className="note-box bad">
      <p className="b">{t('trust.refused')}</p>
      {findings.map((finding) => (
        <p key={finding.code}>
          {whatHappened(finding, t)} {whatToDo(finding, t)} <span className="code mut sm">{finding.code}</span>
        </p>
      ))}
      <p>{t('trust.kept')}</p>
    </div>
  )
}

interface Props {
  preview: RegistryPreview
  refused: boolean
  checked: ReadonlySet<string>
  onCheck: (kid: string, on: boolean) => void
}

/** What the registry says of itself; the first time with a box to tick for each root key that stands on the paper. */
export function TrustForm({ preview, refused, checked, onCheck }: Props) {
  const { t, f } = useText()
  const { view, findings, first } = preview
  return (
    <div className="stack">
      {refused && <RegistryFindings findings={findings} />}
      {view && (
        <dl className="kv">
          <dt>{t('registry.version')}</dt>
          <dd>{f.count(view.version)}</dd>
          <dt>{t('registry.purpose')}</dt>
          <dd>{t(`purpose.${view.purpose}`)}</dd>
          <dt>{t('registry.issued')}</dt>
          <dd>{f.day(view.issued)}</dd>
          <dt>{t('registry.expires')}</dt>
          <dd>
            {f.day(view.expires)}
            {view.expired && <span className="x-quar"> ({t('registry.expired')})</span>}
          </dd>
          <dt>{t('registry.units')}</dt>
          <dd>
            {view.units.map(({ level, count }) => `${f.count(count)} ${t.code('level', level)}`).join(', ')};{' '}
            {t('registry.reporting', { n: f.count(view.reporting_units) })}
          </dd>
          <dt>{t('registry.threshold')}</dt>
          <dd>{t('registry.thresholdText', { n: f.count(view.threshold), N: f.count(view.root.length) })}</dd>
        </dl>
      )}
      {view && !refused && (
        <div>
          <p>{first ? t('trust.first') : t('trust.later')}</p>
          <ul className="thumbprints">
            {view.root.map((kid) => (
              <li key={kid}>
                <span className="code b">{grouped(kid)}</span>
                {first && (
                  <Checkbox isSelected={checked.has(kid)} onChange={(on) => onCheck(kid, on)}>
                    {t('trust.matches')}
                  </Checkbox>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** A thumbprint in groups of four, as it is read aloud from paper. */
const grouped = (kid: string) => kid.match(/.{1,4}/g)?.join(' ') ?? kid

import { LANGUAGES, THEMES } from '../../../shared/contract/choices'
import { useAnswer } from '../../api/useAnswer'
import { useSettings } from '../../state/settings'
import { useReady } from '../../state/useReady'
import { useText } from '../../text/useText'
import { Checkbox, Radios } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { CheckPart } from './CheckPart'
import { YearsPart } from './YearsPart'

const SIZES = [0.9, 1, 1.15, 1.3, 1.5] as const
const THRESHOLDS = [1, 3, 5, 10, 20] as const

/** Language, theme, text size; cuti bersama and suppression, on which figures depend; what this console is. */
export function SettingsTab() {
  const { t, f } = useText()
  const [settings, update] = useSettings()
  const { data: info } = useAnswer('app:info', {})
  useReady('data', info !== undefined)
  const thresholds = new Set<number>([...THRESHOLDS, settings.suppressionThreshold])
  return (
    <div className="g g3 tab-body">
      <section className="fig">
        <header>
          <h2>{t('settings.title')}</h2>
        </header>
        <div className="stack">
          <Radios
            label={t('settings.language')}
            items={LANGUAGES.map((id) => ({ id, label: t(`language.${id}`) }))}
            selected={settings.language}
            onSelect={(id) => update({ language: LANGUAGES.find((each) => each === id) ?? 'id' })}
          />
          <Radios
            label={t('settings.theme')}
            items={THEMES.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
            selected={settings.theme}
            onSelect={(id) => update({ theme: THEMES.find((each) => each === id) ?? 'system' })}
          />
          <Select
            showLabel
            label={t('settings.textSize')}
            items={SIZES.map((size) => ({ id: String(size), label: f.share(size, 0) }))}
            selected={String(settings.textSize)}
            onSelect={(id) => update({ textSize: Number(id) })}
          />
        </div>
      </section>
      <section className="fig">
        <header>
          <h2>{t('settings.figures')}</h2>
        </header>
        <div className="stack">
          <div className="field">
            <Checkbox isSelected={settings.cutiBersama} onChange={(on) => update({ cutiBersama: on })}>
              {t('settings.cuti')}
            </Checkbox>
            <p className="help">{t('settings.cuti.help')}</p>
          </div>
          <div className="field">
            <Select
              showLabel
              label={t('settings.suppression')}
              items={[...thresholds].toSorted((a, b) => a - b).map((n) => ({ id: String(n), label: f.count(n) }))}
              selected={String(settings.suppressionThreshold)}
              onSelect={(id) => update({ suppressionThreshold: Number(id) })}
            />
            <p className="help">{t('settings.suppression.help')}</p>
          </div>
        </div>
      </section>
      {info && (
        <section className="fig">
          <header>
            <h2>{t('settings.console')}</h2>
          </header>
          <dl className="kv">
            <dt>{t('settings.version')}</dt>
            <dd>{info.version}</dd>
            <dt>{t('settings.engine')}</dt>
            <dd>
              Electron {info.electron}, Chromium {info.chrome}, {info.platform}
            </dd>
          </dl>
          {!info.supported && <p className="note-box">{t('app.unsupported')}</p>}
        </section>
      )}
      <YearsPart />
      <CheckPart />
    </div>
  )
}

import { LANGUAGES } from '../../../shared/contract/choices'
import { useAnswer } from '../../api/useAnswer'
import { useWorkspace } from '../../api/useWorkspace'
import { DropZone } from '../../app/DropZone'
import { ImportError, loadAsRegistry } from '../../app/registry/LoadAsRegistry'
import { RegistryLoader } from '../../app/registry/RegistryLoader'
import { cancelImport, clearImport, openDemo, pickAndImport, useImportJob } from '../../state/importJob'
import { useSettings } from '../../state/settings'
import { usePageTitle } from '../../state/usePageTitle'
import { useReady } from '../../state/useReady'
import { useText } from '../../text/useText'
import { TextButton } from '../../ui/Button'
import { ImportProgress } from '../../ui/imports/ImportProgress'
import { ImportSummary } from '../../ui/imports/ImportSummary'
import { PageHead } from '../../ui/PageHead'
import { Select } from '../../ui/Select'
import './firstRun.css'

/** Three ways to begin. */
function Ways() {
  const { t, f } = useText()
  const { registry } = useWorkspace()
  return (
    <section className="fig">
      <header>
        <h2>{t('firstRun.heading')}</h2>
      </header>
      <p className="find">
        <b>{t('firstRun.find')}</b> {t('firstRun.findMore')}
      </p>
      <ol className="ways">
        {!registry && (
          <li>
            <TextButton onPress={() => void openDemo()}>{t('firstRun.demo')}</TextButton>
            <span>{t('firstRun.demo.text')}</span>
          </li>
        )}
        <li>
          <RegistryLoader>{(load) => <TextButton onPress={load}>{t('firstRun.registry')}</TextButton>}</RegistryLoader>
          <span>
            {registry
              ? t('firstRun.registry.done', { version: f.count(registry.version), day: f.day(registry.expires) })
              : t('firstRun.registry.text')}
          </span>
        </li>
        <li>
          {registry ? (
            <div className="rowline">
              <TextButton onPress={() => void pickAndImport('files')}>{t('firstRun.import')}</TextButton>
              <TextButton onPress={() => void pickAndImport('folder')}>{t('firstRun.folder')}</TextButton>
            </div>
          ) : (
            <b className="mut">{t('firstRun.import')}</b>
          )}
          <span>{t(registry ? 'firstRun.import.text' : 'firstRun.import.needs')}</span>
        </li>
      </ol>
      <p className="note">{t('firstRun.purpose')}</p>
    </section>
  )
}

/** An empty workspace: open the demo nation, load a registry, import exports; then the work in progress. */
export default function FirstRun({ onSkip }: { onSkip: () => void }) {
  const { t } = useText()
  const { registry } = useWorkspace()
  const [settings, update] = useSettings()
  const job = useImportJob()
  const { data: info } = useAnswer('app:info', {})
  usePageTitle(t('firstRun.title'))
  useReady('firstRun', info !== undefined)
  return (
    <div className="first-run">
      <main className="wrap">
        <PageHead
          title={t('firstRun.title')}
          lead={t('firstRun.lead')}
          actions={
            <Select
              label={t('firstRun.language')}
              items={LANGUAGES.map((id) => ({ id, label: t(`language.${id}`) }))}
              selected={settings.language}
              onSelect={(id) => update({ language: LANGUAGES.find((each) => each === id) ?? 'id' })}
            />
          }
        />
        {info?.supported === false && <p className="note-box unsupported">{t('app.unsupported')}</p>}
        {job.running ? (
          <ImportProgress kind={job.kind} progress={job.progress} cancelling={job.cancelling} onCancel={cancelImport} />
        ) : (
          <Ways />
        )}
        <ImportError />
        {job.summary && !job.running && (
          <ImportSummary
            summary={job.summary}
            unitName={(code) => code}
            onClear={clearImport}
            asRegistry={loadAsRegistry}
          />
        )}
        {registry && !job.running && (
          <p className="skip-line">
            <TextButton onPress={onSkip}>{t('firstRun.skip')}</TextButton>
          </p>
        )}
      </main>
      <DropZone />
    </div>
  )
}

import { useUnits } from '../../api/useUnits'
import { useWorkspace } from '../../api/useWorkspace'
import { ImportError, loadAsRegistry } from '../../app/registry/LoadAsRegistry'
import { cancelImport, clearImport, pickAndImport, useImportJob } from '../../state/importJob'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { ImportProgress } from '../../ui/imports/ImportProgress'
import { ImportSummary } from '../../ui/imports/ImportSummary'
import { Empty } from '../../ui/States'

/** Where exports come in: drop or choose, watch, read the summary. */
export function ImportTab() {
  const { t } = useText()
  const { registry } = useWorkspace()
  const { href } = useRoute()
  const { name } = useUnits()
  const job = useImportJob()
  const { summary } = job
  useReady('data', true)
  return (
    <div className="tab-body flow">
      <section className="fig">
        <header>
          <h2>{t('import.title')}</h2>
        </header>
        <p className="find">
          <b>{t('import.drop')}</b> {t('import.drop.more')}
        </p>
        <div className="rowline">
          <Button kind="primary" isDisabled={job.running || !registry} onPress={() => void pickAndImport('folder')}>
            {t('import.pickFolder')}
          </Button>
          <Button isDisabled={job.running || !registry} onPress={() => void pickAndImport('files')}>
            {t('import.pickFiles')}
          </Button>
          {!registry && <a href={href('data', { params: { tab: 'registri' } })}>{t('firstRun.import.needs')}</a>}
        </div>
      </section>
      {job.running && (
        <ImportProgress kind={job.kind} progress={job.progress} cancelling={job.cancelling} onCancel={cancelImport} />
      )}
      <ImportError />
      {summary && (
        <ImportSummary
          key={summary.seconds}
          summary={summary}
          unitName={name}
          onClear={clearImport}
          asRegistry={loadAsRegistry}
        />
      )}
      {!job.running && !summary && !job.error && <Empty title={t('import.none')} text={t('import.none.text')} />}
    </div>
  )
}

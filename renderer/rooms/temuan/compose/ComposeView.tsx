import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ReportRequest } from '../../../../shared/contract/contract'
import { periodWords } from '../../../../shared/messages/period'
import { useAnswer } from '../../../api/useAnswer'
import { useCall } from '../../../api/useCall'
import { useUnits } from '../../../api/useUnits'
import { useFilter } from '../../../state/useFilter'
import { useSettings } from '../../../state/settings'
import { useReady } from '../../../state/useReady'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { Button } from '../../../ui/Button'
import { announce } from '../../../ui/LiveRegion'
import { ErrorState } from '../../../ui/States'
import { ComposeOptions, type Options } from './ComposeOptions'
import { Preview } from './Preview'
import { SaveProgress } from './SaveProgress'
import { Warnings } from './Warnings'

/** The report of what is filtered, as pages on screen; what is saved is the same model, printed. */
export function ComposeView() {
  const { t, f, language } = useText()
  const { go } = useRoute()
  const [filter] = useFilter()
  const [{ suppressionThreshold }] = useSettings()
  const { name, byCode, ancestors } = useUnits()
  const [options, setOptions] = useState<Options>({ kind: 'anev', language, suppress: true, leftOut: [] })
  const [pages, setPages] = useState<number | null>(null)
  const findings = useAnswer('findings:list', {})
  const save = useCall('report:save')

  const offered = useMemo(
    () =>
      (findings.data ?? []).filter(({ unit }) => {
        if (filter.unit === undefined) return true
        return unit !== null && (unit === filter.unit || ancestors(unit).some(({ code }) => code === filter.unit))
      }),
    [findings.data, filter.unit, ancestors],
  )
  const chosen = offered.filter(({ id }) => !options.leftOut.includes(id)).map(({ id }) => id)
  const request: ReportRequest = {
    kind: options.kind,
    language: options.language,
    filter,
    findings: chosen,
    ...(options.suppress && { suppress: suppressionThreshold }),
  }
  const report = useAnswer('report:model', request, { enabled: findings.data !== undefined })
  const model = report.isStale ? undefined : report.data
  const failed = report.error ?? save.error ?? findings.error
  useReady('temuan', (pages !== null && model !== undefined) || failed !== null)

  const [saving, setSaving] = useState<'no' | 'cancelling' | 'cancelled'>('no')
  const store = async () => {
    setSaving('no')
    const result = await save.run(request)
    if (result.ok && result.value) announce(savedText(result.value))
    else setSaving((now) => (now === 'cancelling' ? 'cancelled' : now))
  }
  useEffect(() => {
    if (saving === 'cancelled') announce(t('compose.cancelled'))
  }, [saving, t])
  const savedText = ({ name: file, pages: count, sha256 }: NonNullable<typeof save.data>) =>
    t('compose.saved', { name: file, pages: f.count(count), sha: sha256.slice(0, 16) })
  const onPages = useCallback((count: number) => setPages(count), [])
  const unit = filter.unit === undefined ? t('level.nation') : (byCode.get(filter.unit)?.name ?? name(filter.unit))
  const title = t(`compose.title.${options.kind}`, {
    period: periodWords(filter.from ?? '', filter.to ?? '', t, f),
    unit,
  })
  const cells = model?.suppressed.cells.length ?? 0
  const hidden = !options.suppress
    ? t('compose.suppressedOff')
    : cells === 0
      ? t('compose.suppressedNone')
      : t('compose.suppressedCells', { n: f.count(cells) })
  return (
    <>
      <div className="compose-bar">
        <Button onPress={() => go('temuan')}>{t('compose.back')}</Button>
        <h1>{title}</h1>
        <p className="mut" role="status">
          {model && pages !== null
            ? t('compose.summary', {
                pages: f.count(pages),
                findings: f.count(model.findings.length),
                suppressed: hidden,
              })
            : t('compose.laying')}
        </p>
        <Button kind="primary" onPress={() => void store()} isDisabled={!model || save.pending}>
          {t(save.pending ? 'compose.saving' : 'compose.save')}
        </Button>
      </div>
      <ComposeOptions
        options={options}
        onChange={(patch) => setOptions({ ...options, ...patch })}
        offered={offered}
        threshold={suppressionThreshold}
      />
      {save.pending && <SaveProgress onCancel={() => setSaving('cancelling')} />}
      {saving === 'cancelled' && !save.data && <p className="mut">{t('compose.cancelled')}</p>}
      {save.data && <p className="compose-saved">{savedText(save.data)}</p>}
      {failed && <ErrorState error={failed} onRetry={report.refetch} />}
      {model && <Warnings model={model} threshold={options.suppress ? suppressionThreshold : null} />}
      {model && <Preview model={model} onPages={onPages} />}
    </>
  )
}

import { useState } from 'react'
import { FINDING_STATES } from '../../../shared/contract/choices'
import type { AuditFinding, FigureCheck, FindingText } from '../../../shared/contract/findings'
import { outsideWarning } from '../../../shared/sentences/outside'
import { useCall } from '../../api/useCall'
import { useSettings } from '../../state/settings'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { announce } from '../../ui/LiveRegion'
import { DayField } from '../../ui/DayField'
import { Select } from '../../ui/Select'
import { ErrorState } from '../../ui/States'
import { CriteriaPicker } from './CriteriaPicker'
import { FrozenFigures } from './FrozenFigures'
import { useAutosave } from './useAutosave'
import { useScopeName } from './useScopeName'

interface Props {
  finding: AuditFinding
  checks: readonly FigureCheck[]
  onRemoved: () => void
}

/** Asks once more: what was frozen cannot be had again. */
function RemoveButton({ finding, onRemoved }: Pick<Props, 'finding' | 'onRemoved'>) {
  const { t } = useText()
  const [asking, setAsking] = useState(false)
  const removal = useCall('findings:remove')
  const remove = async () => {
    const result = await removal.run({ id: finding.id })
    if (!result.ok) return
    setAsking(false)
    announce(t('findings.removed'))
    onRemoved()
  }
  const footer = (
    <>
      <Button kind="primary" onPress={() => void remove()} isDisabled={removal.pending}>
        {t('findings.remove')}
      </Button>
      <Button onPress={() => setAsking(false)}>{t('ui.cancel')}</Button>
    </>
  )
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('findings.remove')}</Button>
      <Dialog title={t('findings.remove')} isOpen={asking} onClose={() => setAsking(false)} footer={footer}>
        <p>{t('findings.removeAsk', { title: finding.title })}</p>
        {removal.error && <ErrorState error={removal.error} />}
      </Dialog>
    </>
  )
}

/** A finding in the parts of the audit form. Sebab and akibat are never filled in, and are folded away until wanted. */
export function FindingEditor({ finding, checks, onRemoved }: Props) {
  const words = useText()
  const { t } = words
  const [{ suppressionThreshold }] = useSettings()
  const scopeName = useScopeName()
  const [filter] = useFilter()
  const { text, set, flush, state, error } = useAutosave(finding)
  const field = (part: keyof FindingText, rows: number, help?: string) => (
    <TextField
      label={t(`findings.part.${part === 'due_on' ? 'due' : part}`)}
      value={text[part] ?? ''}
      onChange={(value) => set({ [part]: value })}
      rows={rows}
      maxLength={part === 'title' ? 200 : 4000}
      warning={outsideWarning(text[part] ?? '', suppressionThreshold, words)}
      {...(help !== undefined && { help })}
    />
  )
  const addCriterion = (sentence: string) =>
    set({ criteria: [text.criteria, sentence].filter((line) => line !== '').join('\n') })
  const said = state === 'saved' ? 'findings.saved' : state === 'saving' ? 'findings.saving' : 'findings.notSaved'
  return (
    <article className="finding" aria-label={finding.title}>
      <header>
        <p className="mut sm">
          <span className="code">{finding.id}</span>
          {' · '}
          {scopeName(finding)}
        </p>
        <p className="mut sm" role="status">
          {t(said)}
        </p>
      </header>
      {error && <ErrorState error={error} onRetry={flush} />}
      {field('title', 1)}
      <div className="finding-columns">
        <FrozenFigures figures={finding.figures} checks={checks} />
        <div>
          {field('condition', 5, t('findings.part.conditionHelp'))}
          {field('criteria', 3, t('findings.part.criteriaHelp'))}
          <CriteriaPicker filter={finding.figures[0]?.filter ?? filter} onPick={addCriterion} />
          {field('recommendation', 3)}
          {field('response', 3)}
          <details open={text.cause !== '' || text.effect !== ''}>
            <summary>{t('findings.moreParts')}</summary>
            {field('cause', 3, t('findings.part.causeHelp'))}
            {field('effect', 3, t('findings.part.causeHelp'))}
          </details>
          <div className="finding-follow">
            <Select
              showLabel
              label={t('findings.part.state')}
              selected={text.state}
              items={FINDING_STATES.map((id) => ({ id, label: t(`findings.state.${id}`) }))}
              onSelect={(id) => set({ state: FINDING_STATES.find((known) => known === id) ?? text.state })}
            />
            <DayField
              label={t('findings.part.due')}
              value={text.due_on ?? ''}
              onChange={(day) => set({ due_on: day === '' ? null : day })}
              empty={t('findings.noDue')}
            />
          </div>
          <RemoveButton finding={finding} onRemoved={onRemoved} />
        </div>
      </div>
    </article>
  )
}

import { useState } from 'react'
import type { DecisionAct } from '../../../shared/contract/contract'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Field'
import { DecideDialog, type Decision } from './DecideDialog'
import type { Picked } from './usePicked'

interface Line {
  id: string
  state: string
}
/** One thing that can be done with many lines at once. */
export interface ManyDeed<L> {
  act: DecisionAct
  fits: (line: L) => boolean
}
interface Props<L> {
  all: readonly L[]
  picked: Picked<L>
  deeds: readonly ManyDeed<L>[]
}

/** Above a list: pick all that wait, and one decision with one reason about what is picked. */
export function ManyBar<L extends Line>({ all, picked, deeds }: Props<L>) {
  const { t, f } = useText()
  const [decision, setDecision] = useState<Decision | null>(null)
  const waiting = all.filter(({ state }) => state === 'open')
  const isAll = waiting.length > 0 && waiting.every(({ id }) => picked.has(id))
  const begin = (act: DecisionAct, ids: readonly string[]) =>
    setDecision({
      title: t(`integrity.many.${act}`, { n: f.count(ids.length) }),
      text: t('integrity.many.text', { n: f.count(ids.length) }),
      act,
      ids,
    })
  return (
    <div className="rowline many" role="group" aria-label={t('integrity.many.label')}>
      <Checkbox
        isSelected={isAll}
        isDisabled={waiting.length === 0}
        onChange={(on) => picked.only(on ? waiting.map(({ id }) => id) : [])}
      >
        {t('integrity.many.all', { n: f.count(waiting.length) })}
      </Checkbox>
      {deeds.map(({ act, fits }) => {
        const ids = picked.lines.filter(fits).map(({ id }) => id)
        return ids.length === 0 ? null : (
          <Button key={act} onPress={() => begin(act, ids)}>
            {t(`integrity.many.${act}`, { n: f.count(ids.length) })}
          </Button>
        )
      })}
      {picked.lines.length > 0 && <Button onPress={() => picked.only([])}>{t('integrity.many.none')}</Button>}
      {decision && <DecideDialog decision={decision} onClose={() => setDecision(null)} />}
    </div>
  )
}

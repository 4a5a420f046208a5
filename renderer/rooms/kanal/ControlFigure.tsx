import type { ChannelChart } from '../../../shared/contract/results/channels'
import { controlSentence, judgedPoints } from '../../../shared/sentences/channels/control'
import { joined } from '../../../shared/sentences/words'
import { ControlChart } from '../../charts/channel/ControlChart'
import { useText } from '../../text/useText'
import { controlTable } from './cells'
import { Fig, type Nothing } from './Fig'

interface Props {
  id: string
  title: string
  chart: ChannelChart
  format: 'share' | 'rate'
  /** place of the chart in the answer */
  path: string
  /** message key of what is measured */
  label: string
  /** what is divided by what */
  measure: string
  rule?: string
  /** why there is nothing, where that is known better than from the chart */
  empty?: Nothing | null
}

/** Has a monthly share or rate changed: its answer in the sentence, its limits in the drawing. */
export function ControlFigure({ id, title, chart, format, path, label, measure, rule, empty = null }: Props) {
  const words = useText()
  const { t, f } = words
  const last = judgedPoints(chart).at(-1)
  const at = last ? chart.points.indexOf(last) : -1
  const method =
    chart.kind === 'u'
      ? t('control.noteU')
      : chart.kind === 'p'
        ? chart.sigma_z === null
          ? t('control.noteP')
          : t('control.noteLaney', { sigma: f.number(chart.sigma_z, 2) })
        : t(chart.flat === null ? 'control.noteRun' : 'control.noteFlat')
  const drawn = chart.points.some(({ value }) => value !== null)
  return (
    <Fig
      id={id}
      title={title}
      sentence={controlSentence(chart, format, words)}
      note={joined(measure, method)}
      {...(rule !== undefined && { rule })}
      table={(caption) => controlTable(chart, format, caption, words)}
      definition={{ name: t('control.name'), text: t('control.definition') }}
      pinned={last ? { path: `${path}.points.${at}.value`, label, value: last.value, format } : null}
      empty={empty ?? (drawn ? null : { title: t('chart.empty'), text: t('trend.empty') })}
    >
      {(spoken) => <ControlChart chart={chart} format={format} label={spoken} />}
    </Fig>
  )
}

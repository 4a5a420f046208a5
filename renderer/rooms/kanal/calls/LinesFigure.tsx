import type { CallLine } from '../../../../shared/contract/results/channelCalls'
import { daysReported, linesSentence } from '../../../../shared/sentences/channels/calls'
import { stateOfCoverage } from '../../../../shared/sentences/channels/coverage'
import { shareOf } from '../../../../shared/sentences/channels/estimate'
import { useText } from '../../../text/useText'
import { ColumnTable } from '../../../ui/ColumnTable'
import { StateMark } from '../../../ui/StateMark'
import { CasesCount } from '../CasesCount'
import { sharePin } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { linesTable } from './view'

/** A count of a line, or which nothing it is. */
function Count({ line, value }: { line: CallLine; value: number | null | undefined }) {
  const { f } = useText()
  return line.state === 'reported' && value !== null && value !== undefined ? (
    f.count(value)
  ) : (
    <StateMark state={line.state === 'reported' ? 'not_applicable' : line.state} iconOnly />
  )
}

/** Cases of the line's channel; nought only where somebody who runs it reported. */
function Cases({ line: { cases, channel, coverage } }: { line: CallLine }) {
  const { t } = useText()
  const state = stateOfCoverage(coverage)
  if (cases === 0 && state !== 'reported') return <StateMark state={state} iconOnly />
  return <CasesCount count={cases} of={{ channels: [channel] }} name={t.code('channel', channel)} />
}

/** The share answered, and under it that of the same period a year before; not covered is not nought. */
function Answered({ line: { answered, answered_last_year: before, state } }: { line: CallLine }) {
  const words = useText()
  const told = before ? shareOf(before, words) : words.t('region.channels.noRecord')
  return (
    <>
      <ShareBit estimate={answered} />
      {state !== 'not_applicable' && <div className="mut sm">{words.t('channels.calls.answeredThen', { told })}</div>}
    </>
  )
}

/** All lines beside one another, each with its own denominators; a line without a row is not reported. */
export function LinesFigure({ lines }: { lines: readonly CallLine[] }) {
  const words = useText()
  const { t, f } = words
  const told = lines.find(({ answered }) => answered.value !== null)
  return (
    <Fig
      id="saluran"
      title={t('channels.lines.title')}
      sentence={linesSentence(lines, words)}
      note={t('channels.lines.note')}
      table={(caption) => linesTable(lines, caption, words)}
      definition={{ text: t('definition.lines') }}
      pinned={told ? sharePin(`lines.${lines.indexOf(told)}.answered`, 'channels.calls.answered', told.answered) : null}
      className="w2 n3"
    >
      {() => (
        <ColumnTable
          columns={[
            { label: t('channels.calls.line'), render: ({ line }) => t.code('callLine', line) },
            {
              label: t('channels.calls.unitsColumn'),
              number: true,
              render: ({ units_operating: total, units_reporting: n }) =>
                total === 0 ? t('missing.not_applicable') : t('say.ofTotal', { n: f.count(n), total: f.count(total) }),
            },
            {
              label: t('channels.calls.daysColumn'),
              number: true,
              render: (line) =>
                line.state === 'reported' ? daysReported(line, words) : <StateMark state={line.state} />,
            },
            {
              label: t('channels.calls.offered'),
              number: true,
              render: (line) => <Count line={line} value={line.funnel?.offered} />,
            },
            {
              label: t('channels.calls.answered'),
              number: true,
              render: (line) => <Answered line={line} />,
            },
            {
              label: t('channels.calls.abandonedName'),
              number: true,
              render: (line) => <ShareBit estimate={line.abandoned} />,
            },
            { label: t('channelKey.prank'), number: true, render: (line) => <ShareBit estimate={line.prank} /> },
            {
              label: t('channels.calls.out'),
              number: true,
              render: (line) => <Count line={line} value={line.transferred_out} />,
            },
            {
              label: t('channels.calls.cases'),
              number: true,
              render: (line) => <Cases line={line} />,
            },
          ]}
          rows={lines}
          rowKey={({ line }) => line}
        />
      )}
    </Fig>
  )
}

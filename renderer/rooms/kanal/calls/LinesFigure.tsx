import type { CallLine } from '../../../../shared/contract/results/channelCalls'
import { daysReported, linesSentence } from '../../../../shared/sentences/channels/calls'
import { useText } from '../../../text/useText'
import { StateMark } from '../../../ui/StateMark'
import type { PageContext } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { linesTable } from './view'

function Line({ line }: { line: CallLine }) {
  const { t, f } = useText()
  const count = (value: number | null | undefined) =>
    line.state === 'reported' && value !== null && value !== undefined ? (
      f.count(value)
    ) : (
      <StateMark state={line.state === 'reported' ? 'not_applicable' : line.state} iconOnly />
    )
  return (
    <tr>
      <th scope="row">{t.code('callLine', line.line)}</th>
      <td className="r nw">
        {line.units_operating === 0
          ? t('missing.not_applicable')
          : t('say.ofTotal', { n: f.count(line.units_reporting), total: f.count(line.units_operating) })}
      </td>
      <td className="r">{line.state === 'reported' ? <DaysOf line={line} /> : <StateMark state={line.state} />}</td>
      <td className="r">{count(line.funnel?.offered)}</td>
      <td className="r nw">
        <ShareBit estimate={line.answered} />
      </td>
      <td className="r nw">
        <ShareBit estimate={line.abandoned} />
      </td>
      <td className="r nw">
        <ShareBit estimate={line.prank} />
      </td>
      <td className="r">{count(line.transferred_out)}</td>
      <td className="r">{f.count(line.cases)}</td>
    </tr>
  )
}

const DaysOf = ({ line }: { line: CallLine }) => <span className="nw">{daysReported(line, useText())}</span>

/** All lines beside one another, each with its own denominators; a line without a row is not reported. */
export function LinesFigure({ lines, context }: { lines: readonly CallLine[]; context: PageContext }) {
  const words = useText()
  const { t } = words
  const title = t('channels.lines.title')
  const told = lines.find(({ answered }) => answered.value !== null)
  return (
    <Fig
      context={context}
      id="saluran"
      title={title}
      sentence={linesSentence(lines, words)}
      note={t('channels.lines.note')}
      table={linesTable(lines, title, words)}
      definition={{ name: title, text: t('definition.lines') }}
      pinned={
        told
          ? {
              path: `lines.${lines.indexOf(told)}.answered.value`,
              label: 'channels.calls.answered',
              value: told.answered.value,
              format: 'share',
            }
          : null
      }
      drawing={false}
      className="w2 n3"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('channels.calls.line')}</th>
            <th scope="col" className="r">
              {t('channels.calls.unitsColumn')}
            </th>
            <th scope="col" className="r">
              {t('channels.calls.daysColumn')}
            </th>
            <th scope="col" className="r">
              {t('channels.calls.offered')}
            </th>
            <th scope="col" className="r">
              {t('channels.calls.answered')}
            </th>
            <th scope="col" className="r">
              {t('channels.calls.abandonedName')}
            </th>
            <th scope="col" className="r">
              {t('channelKey.prank')}
            </th>
            <th scope="col" className="r">
              {t('channels.calls.out')}
            </th>
            <th scope="col" className="r">
              {t('channels.calls.cases')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.line} line={line} />
          ))}
        </tbody>
      </table>
    </Fig>
  )
}

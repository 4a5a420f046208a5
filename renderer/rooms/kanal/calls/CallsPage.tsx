import type { ChannelCalls } from '../../../../shared/contract/results/channelCalls'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { useText } from '../../../text/useText'
import type { PageContext, Scope } from '../context'
import { Frame } from '../Frame'
import { LineFigures } from './LineFigures'
import { LinesFigure } from './LinesFigure'

function Calls({ data, context }: { data: ChannelCalls; context: PageContext }) {
  const { t } = useText()
  // The 112 line has its page with the city's services; here it is a row of the table.
  const drawn = data.lines.filter(({ line, state }) => state === 'reported' && line !== 'gov_112')
  return (
    <>
      <div className="g g3">
        <LinesFigure lines={data.lines} context={context} />
      </div>
      {drawn.map((line) => (
        <section key={line.line} className="call-line" aria-label={t.code('callLine', line.line)}>
          <div className="g g2">
            <LineFigures line={line} path={`lines.${data.lines.indexOf(line)}`} context={context} />
          </div>
        </section>
      ))}
    </>
  )
}

/** A unit's hotline, its call centre, and 110. */
export function CallsPage({ scope }: { scope: Scope }) {
  const answer = useNamedQuery('channel.calls', scope)
  return (
    <Frame page="calls" query="channel.calls" params={scope} scope={scope} answer={answer}>
      {(data, context) => <Calls data={data} context={context} />}
    </Frame>
  )
}

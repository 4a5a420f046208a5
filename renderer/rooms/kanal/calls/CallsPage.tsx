import type { ChannelCalls } from '../../../../shared/contract/results/channelCalls'
import { useText } from '../../../text/useText'
import type { Scope } from '../context'
import { CoveredBy } from '../CoveredBy'
import { Frame } from '../Frame'
import { LineFigures } from './LineFigures'
import { LinesFigure } from './LinesFigure'

function Calls({ lines }: ChannelCalls) {
  const { t } = useText()
  // The 112 line has its page with the city's services; here it is a row of the table.
  const drawn = lines.filter(({ line, state }) => state === 'reported' && line !== 'gov_112')
  return (
    <>
      <div className="g g3">
        <LinesFigure lines={lines} />
      </div>
      {drawn.map((line) => (
        <section key={line.line} className="call-line" aria-label={t.code('callLine', line.line)}>
          <div className="g g2">
            <CoveredBy coverage={line.coverage}>
              <LineFigures line={line} path={`lines.${lines.indexOf(line)}`} />
            </CoveredBy>
          </div>
        </section>
      ))}
    </>
  )
}

/** A unit's hotline, its call centre, and 110. */
export const CallsPage = ({ scope }: { scope: Scope }) => (
  <Frame page="calls" query="channel.calls" scope={scope}>
    {(data) => <Calls {...data} />}
  </Frame>
)

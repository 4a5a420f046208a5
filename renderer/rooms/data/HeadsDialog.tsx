import type { HeadsComparison } from '../../../shared/contract/results/console'
import { headLines, headsAnswer } from '../../../shared/sentences/papers'
import { useAnswer } from '../../api/useAnswer'
import { useCall } from '../../api/useCall'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorState, Loading } from '../../ui/States'
import { SaveButton } from './SaveButton'

const MOST_LINES = 200

/** What the comparison comes to, the gravest first, and each unit that differs. */
export function HeadsAnswer({ compared }: { compared: HeadsComparison }) {
  const words = useText()
  const [answer = '', ...more] = headsAnswer(compared, words)
  const lines = compared.lines.flatMap((line) => headLines(line, words))
  return (
    <div className={compared.counts.conflict > 0 ? 'note-box bad' : 'note-box'} role="status">
      <p>
        <b>{answer}</b> {more.join(' ')}
      </p>
      {lines.length > 0 && <pre className="receipt">{lines.slice(0, MOST_LINES).join('\n')}</pre>}
    </div>
  )
}

/** This console's heads to take along, and another console's to compare them with. */
export function HeadsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const own = useAnswer('heads:list', {})
  const { run, data, error, pending } = useCall('heads:pick')
  const list = own.data
  return (
    <Dialog
      title={t('heads.title')}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          <Button kind="primary" isDisabled={pending} onPress={() => void run({})}>
            {t('heads.compare')}
          </Button>
          {list && <SaveButton label={t('heads.save')} name={list.name} kind="json" text={list.file} />}
        </>
      }
    >
      <div className="stack">
        <p>{t('heads.lead')}</p>
        {own.error && <ErrorState error={own.error} onRetry={own.refetch} />}
        {!list && !own.error && <Loading />}
        {list && (
          <p className="code">
            {t('heads.own', { fingerprint: list.payload.fingerprint?.toUpperCase() ?? '–' })}
            <br />
            {t('heads.key', { kid: list.payload.console.kid })}
          </p>
        )}
        {error && <ErrorState error={error} />}
        {data && <HeadsAnswer compared={data} />}
      </div>
    </Dialog>
  )
}

import { joined } from '../../../shared/sentences/words'
import { useAnswer } from '../../api/useAnswer'
import { useCall } from '../../api/useCall'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button, LinkButton } from '../../ui/Button'
import { PageHead } from '../../ui/PageHead'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { FindingEditor } from './FindingEditor'
import { FindingList } from './FindingList'
import { findingLines } from './model'

/** The day here: a follow-up day has passed or not where the supervisor sits. */
const today = () => new Date().toLocaleDateString('sv-SE')

/** List of findings beside the one that is open. */
export function FindingsView() {
  const { t, f } = useText()
  const { params, go, href } = useRoute()
  const list = useAnswer('findings:list', {})
  const checks = useAnswer('findings:check', {})
  const create = useCall('findings:create')
  useReady('temuan', !list.isPending && !checks.isPending)

  const lines = findingLines(list.data ?? [], checks.data ?? [], today())
  const selected = lines.find(({ finding }) => finding.id === params['id']) ?? lines[0]
  const open = lines.filter(({ finding }) => finding.state !== 'closed').length
  const differing = lines.reduce((sum, line) => sum + line.differing, 0)
  const begin = async () => {
    const made = await create.run({ text: { title: t('findings.untitled') }, figures: [] })
    if (made.ok) go('temuan', { params: { id: made.value.id } })
  }
  const actions = (
    <>
      <Button onPress={() => void begin()} isDisabled={create.pending}>
        {t('findings.new')}
      </Button>
      <LinkButton kind="primary" href={href('temuan', { params: { compose: '1' } })}>
        {t('findings.compose')}
      </LinkButton>
    </>
  )
  const lead =
    lines.length > 0 &&
    joined(
      t('findings.lead', { n: f.count(lines.length), open: f.count(open) }),
      differing > 0 && t('findings.leadDiffers', { n: f.count(differing) }),
    )
  const error = list.error ?? create.error
  return (
    <>
      <PageHead title={t('findings.title')} actions={actions} {...(lead && { lead })} />
      {error && <ErrorState error={error} onRetry={list.refetch} />}
      {list.isPending && !error && <Loading />}
      {list.data && lines.length === 0 && <Empty title={t('findings.empty.title')} text={t('findings.empty.text')} />}
      {selected && (
        <div className="findings">
          <FindingList lines={lines} selected={selected.finding.id} />
          <FindingEditor
            key={selected.finding.id}
            finding={selected.finding}
            checks={(checks.data ?? []).filter((check) => check.finding === selected.finding.id)}
            onRemoved={() => go('temuan')}
          />
        </div>
      )}
    </>
  )
}

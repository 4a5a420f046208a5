import { useState } from 'react'
import { SIGNALS, type Question, type Questions } from '../../../shared/contract/results/overview'
import { chanceText, evidenceText, signalText, testText } from '../../../shared/sentences/questions'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button, TextButton } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { Select } from '../../ui/Select'
import { StateMark } from '../../ui/StateMark'
import { DisposeDialog, type Choice } from './DisposeDialog'

const SHOWN = 6
const DISPOSITIONS = ['explained', 'clarification_asked', 'finding', 'false_alarm'] as const

/** Open questions first, in the query's order; those with a disposition after them. */
export const inOrder = (items: readonly Question[]): Question[] =>
  items.toSorted((a, b) => Number(a.disposition !== null) - Number(b.disposition !== null))

/** The kinds of signals in the list and how often each, in the order of the specification. */
const kindsOf = (items: readonly Question[]): { signal: Question['signal']; n: number }[] =>
  SIGNALS.map((signal) => ({ signal, n: items.filter((item) => item.signal === signal).length })).filter(
    ({ n }) => n > 0,
  )
const ALL = 'all'

/** Where in Integritas a signal is shown; the delivery board for all others. */
const INTEGRITY_TAB: Partial<Record<Question['signal'], string>> = {
  silent_edit: 'perubahan',
  silent_delete: 'perubahan',
  backdated: 'perubahan',
  revision_rate: 'revisi',
  fork: 'celah',
  chain_gap: 'celah',
}

/** Where a question leads: the room that shows its cases, exports or figures, at its unit. */
function useQuestionLink(): (question: Question) => string {
  const { href } = useRoute()
  return ({ link, signal }) => {
    const filter = { unit: link.unit }
    const tab = link.room === 'integritas' ? INTEGRITY_TAB[signal] : undefined
    return href(link.room, { filter, ...(tab !== undefined && { params: { tab } }) })
  }
}

function Line({ question, onChoose }: { question: Question; onChoose: (choice: Choice) => void }) {
  const words = useText()
  const { t } = words
  const link = useQuestionLink()
  const what = signalText(question, words)
  const now = t(`disposition.${question.disposition ?? 'none'}`)
  const items = [
    ...DISPOSITIONS.map((id) => ({ id, label: t(`disposition.${id}`) })),
    ...(question.disposition ? [{ id: 'clear', label: t('overview.questions.clear') }] : []),
  ]
  return (
    <tr>
      <th scope="row" className="nw">
        <StateMark state={question.signal === 'fork' ? 'quarantined' : 'flagged'} iconOnly />{' '}
        <a href={link(question)}>{question.name}</a>
      </th>
      <td>
        {what}
        <p className="sm mut">{testText(question, words)}</p>
      </td>
      <td>{evidenceText(question, words)}</td>
      <td className="r nw">{chanceText(question, words)}</td>
      <td className="nw">
        <Menu
          label={t('overview.questions.dispose', { name: question.name, what })}
          items={items}
          onAction={(id) => onChoose({ question, disposition: DISPOSITIONS.find((each) => each === id) ?? null })}
          trigger={
            <Button label={`${now}. ${t('overview.questions.dispose', { name: question.name, what })}`}>
              {now}
              <Icon name="chevron" />
            </Button>
          }
        />
        {question.reason !== undefined && <p className="sm mut reason">{question.reason}</p>}
      </td>
    </tr>
  )
}

/** What needs a question: unit, signal, evidence, chance, and the disposition in which each must end. */
export function QuestionList({ questions, label }: { questions: Questions; label: string }) {
  const { t, f } = useText()
  const [all, setAll] = useState(false)
  const [choice, setChoice] = useState<Choice | null>(null)
  const { params, setParams } = useRoute()
  const kinds = kindsOf(questions.items)
  const kind = kinds.find(({ signal }) => signal === params['penanda'])?.signal
  const ordered = inOrder(
    kind === undefined ? questions.items : questions.items.filter(({ signal }) => signal === kind),
  )
  const shown = all ? ordered : ordered.slice(0, SHOWN)
  return (
    <>
      {kinds.length > 1 && (
        <Select
          label={t('overview.questions.kind')}
          items={[
            { id: ALL, label: t('overview.questions.allKinds', { n: f.count(questions.items.length) }) },
            ...kinds.map(({ signal, n }) => ({
              id: signal,
              label: t('overview.questions.kindCount', { kind: t.code('signal', signal), n: f.count(n) }),
            })),
          ]}
          selected={kind ?? ALL}
          onSelect={(id) => setParams({ penanda: id === ALL ? undefined : id }, { replace: true })}
        />
      )}
      <table className="questions" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('overview.questions.unit')}</th>
            <th scope="col">{t('overview.questions.what')}</th>
            <th scope="col">{t('overview.questions.evidence')}</th>
            <th scope="col" className="r">
              {t('overview.questions.chance')}
            </th>
            <th scope="col">{t('overview.questions.disposition')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((question) => (
            <Line key={question.id} question={question} onChoose={setChoice} />
          ))}
        </tbody>
      </table>
      {ordered.length > SHOWN && (
        <p className="more">
          <TextButton onPress={() => setAll(!all)}>
            {all ? t('overview.questions.fewer') : t('overview.questions.all', { n: f.count(ordered.length) })}
          </TextButton>
        </p>
      )}
      {choice && <DisposeDialog choice={choice} onClose={() => setChoice(null)} />}
    </>
  )
}

import { useState } from 'react'
import type { ChangeLine } from '../../../shared/contract/results/integrity'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { StateMark } from '../../ui/StateMark'
import { changeSentence, consequence, countsWords, exportsOf, firstRow, sideBySide } from './changes'
import { DecideDialog, type Decision } from './DecideDialog'
import { changeLetter } from './letters'

const short = (hash: string) => `${hash.slice(0, 8)} … ${hash.slice(-8)}`
const MARK = { open: 'flagged', accepted: 'verified', closed: 'not_applicable' } as const

/** One undeclared change: both values, both exports, which counts, and what can be done about it. */
export function ChangeDetail({ change }: { change: ChangeLine }) {
  const words = useText()
  const { t, f, language } = words
  const { href } = useRoute()
  const [decision, setDecision] = useState<Decision | null>(null)
  const { unit, name, case_id: caseId, exports, state, row, resource } = change
  const ledger = useNamedQuery('exports.list', { unit })
  const detail = useNamedQuery('case.detail', { unit, case_id: caseId ?? 'NO-CASE-' }, { enabled: caseId !== null })
  const pair = exportsOf(change, ledger.data ?? [])
  const lines = sideBySide(change, detail.data ?? null, words)
  const effect = consequence(change, detail.data ?? null)
  const heads = exports.map((sequence, at) =>
    t('integrity.change.export', {
      sequence: f.count(sequence),
      day: f.day(pair[at]?.imported_at ?? '2000-01-01', true),
    }),
  )
  const file = `${resource}.csv`
  const before = firstRow(change, detail.data ?? null)
  const origin: [string, string, string, boolean?][] = [
    [
      t('integrity.change.file'),
      before === null ? file : t('integrity.change.fileRow', { file, row: f.count(before) }),
      row === null
        ? t('integrity.change.fileGone', { file })
        : t('integrity.change.fileRow', { file, row: f.count(row) }),
    ],
    [t('integrity.change.asOf'), ...both(pair.map((line) => (line ? f.moment(line.as_of, true) : '')))],
    [t('integrity.change.sha'), ...both(pair.map((line) => (line ? short(line.descriptor_sha256) : ''))), true],
    [t('integrity.change.signer'), ...both(pair.map((line) => (line ? short(line.kid) : ''))), true],
    [t('integrity.change.correction'), '', t('integrity.change.correction.none')],
  ]
  const accept = () =>
    setDecision({
      title: t('integrity.decide.change', { unit: name }),
      text: `${changeSentence(change, words)} ${countsWords(change, words)}`,
      act: 'change.accept',
      ids: [change.id],
    })
  const undo = () =>
    setDecision({
      title: t('integrity.decide.undoChange', { unit: name }),
      text: countsWords(change, words),
      act: 'change.undo',
      ids: [change.id],
    })
  const letter = changeLetter(change, pair, words)
  return (
    <section className="fig">
      <header>
        <h2>{t('integrity.change.title', { unit: name })}</h2>
        <StateMark state={MARK[state]} word={t(`changeState.${state}`)} />
      </header>
      <p className="find">
        <b>{changeSentence(change, words)}</b>{' '}
        {effect &&
          t('integrity.change.effect', {
            rule: effect.rule[language],
            before: t(`deadline.${effect.before}`),
            after: t(`deadline.${effect.after}`),
          })}
      </p>
      <table className="sides">
        <thead>
          <tr>
            <th scope="col">{t('integrity.change.field')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="hidden-text">{t('integrity.change.comparison')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.field}>
              <th scope="row">{line.field}</th>
              <td>{line.differs ? <mark>{line.before}</mark> : line.before}</td>
              <td>{line.differs ? <mark className="n">{line.after}</mark> : line.after}</td>
              <td className={line.differs ? 'r b' : 'r mut'}>
                {t(line.differs ? 'integrity.change.differs' : 'integrity.change.same')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="counts">
        <b>{countsWords(change, words)}</b>
        {change.decision &&
          ` ${t('integrity.change.decided', { day: f.day(change.decision.at), reason: change.decision.reason })}`}
      </p>
      <div className="rowline">
        {state === 'open' && (
          <Button kind="primary" onPress={accept}>
            {t('integrity.change.accept')}
          </Button>
        )}
        {change.decision && <Button onPress={undo}>{t('integrity.change.undo')}</Button>}
        <CopyButton text={letter} label={t('integrity.change.copy')} />
        {caseId !== null && (
          <a href={href('kasus', { params: { case: caseId, of: unit } })}>{t('integrity.change.case')}</a>
        )}
      </div>
      <table className="sides">
        <thead>
          <tr>
            <th scope="col">{t('integrity.change.origin')}</th>
            {exports.map((sequence) => (
              <th key={sequence} scope="col">
                {t('integrity.board.export', { sequence: f.count(sequence) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {origin.map(([label, first, second, code]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={code ? 'code sm' : ''}>{first}</td>
              <td className={code ? 'code sm' : ''}>{second}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="letter-title">{t('integrity.change.letter')}</h3>
      <pre className="letter">{letter}</pre>
      {decision && <DecideDialog decision={decision} onClose={() => setDecision(null)} />}
    </section>
  )
}

const both = ([first = '', second = '']: readonly string[]): [string, string] => [first, second]

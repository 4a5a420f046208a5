import type { ReactNode } from 'react'
import type { ReportedFigure, ReportedFinding, ReportModel } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import type { Block } from '../block'

/** One part of a finding: its name at the left, its text at the right. */
function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="part">
      <b>{name}</b>
      <div>{children}</div>
    </div>
  )
}

/** What fits on a page for certain, also in wide letters: a block is not cut, and what does not fit would be lost. */
const PIECE = 1800

/** A long paragraph in pieces, cut behind a space where there is one, and never before a mark or half a letter. */
function pieces(line: string): string[] {
  if (line.length <= PIECE) return [line]
  const space = line.lastIndexOf(' ', PIECE) + 1
  let end = space > PIECE / 2 ? space : PIECE
  while (end > PIECE / 2 && /^[\p{M}\uDC00-\uDFFF]/u.test(line.slice(end))) end--
  return [line.slice(0, end), ...pieces(line.slice(end))]
}

/** Paragraphs of a text that somebody wrote; each may stand on its own page. */
const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .flatMap(pieces)

function parts(key: string, name: string, text: string, empty: string): Block[] {
  const lines = paragraphs(text)
  if (lines.length === 0)
    return [{ kind: 'solid', key, node: <Part name={name}>{<span className="mut">{empty}</span>}</Part> }]
  return lines.map((line, index) => ({
    kind: 'solid',
    key: `${key} ${index}`,
    node: <Part name={index === 0 ? name : ''}>{line}</Part>,
  }))
}

/** What makes a frozen figure checkable: day, coverage, exports, hash. */
function Frozen({ figure, words: { t, f } }: { figure: ReportedFigure; words: Words }) {
  const asOf = figure.as_of_max
    ? t('report.finding.asOf', { day: f.day(figure.as_of_max) })
    : t('report.finding.noAsOf')
  const coverage = t('coverage.noteNoDay', {
    reported: f.count(figure.coverage.units_reported),
    expected: f.count(figure.coverage.units_expected),
  })
  return (
    <p className="note">
      {t('report.finding.frozen', {
        day: f.day(figure.frozen_at),
        coverage: `${coverage}, ${asOf}`,
        exports: f.count(figure.exports.length),
        hash: `${figure.hash.slice(0, 4)} ${figure.hash.slice(4, 8)} ${figure.hash.slice(8, 12)}`,
      })}
    </p>
  )
}

/** Figures of one query that were frozen together rest on the same: that is said once. */
const distinct = (figures: readonly ReportedFigure[]) => [
  ...new Map(figures.map((figure) => [`${figure.hash} ${figure.frozen_at.slice(0, 10)}`, figure])).values(),
]

function findingBlocks(finding: ReportedFinding, number: number, anev: boolean, words: Words): Block[] {
  const { t, f } = words
  const { id, title, condition, criteria, cause, effect, recommendation, response, due_on } = finding
  const empty = t('report.finding.empty')
  const awaited = due_on ? t('report.finding.awaited', { day: f.day(due_on) }) : t('report.finding.noResponse')
  const frozen = distinct(finding.figures).map((figure, index) => ({
    kind: 'solid' as const,
    key: `${id} frozen ${index}`,
    node: (
      <div className="part more">
        <b />
        <Frozen figure={figure} words={words} />
      </div>
    ),
  }))
  const causes =
    cause === '' && effect === ''
      ? parts(`${id} cause`, t('report.finding.causeEffect'), '', anev ? t('report.finding.noCause') : empty)
      : [
          ...parts(`${id} cause`, t('report.finding.cause'), cause, empty),
          ...parts(`${id} effect`, t('report.finding.effect'), effect, empty),
        ]
  const blocks: Block[] = [
    {
      kind: 'solid',
      key: `${id} title`,
      node: <h3 className="finding-title">{t('report.finding.title', { number, title })}</h3>,
    },
    ...parts(`${id} condition`, t('report.finding.condition'), condition, empty),
    ...frozen,
    ...parts(`${id} criteria`, t('report.finding.criteria'), criteria, empty),
    ...causes,
    ...parts(`${id} recommendation`, t('report.finding.recommendation'), recommendation, empty),
    ...parts(`${id} response`, t('report.finding.response'), response, awaited),
  ]
  // A finding stands on one page where it can.
  return blocks.map((block, index) => ({ ...block, withNext: index < blocks.length - 1 }))
}

/** All findings of the report, numbered in their order. */
export function findingsBlocks(model: ReportModel, words: Words): Block[] {
  const anev = model.kind === 'anev'
  if (model.findings.length === 0) {
    const none = (
      <div className="figure-head">
        <h2>{words.t('report.section.findings')}</h2>
        <p className="note">{words.t('report.finding.none')}</p>
      </div>
    )
    return [{ kind: 'solid', key: 'findings', node: none }]
  }
  return [
    {
      kind: 'solid',
      key: 'findings',
      withNext: true,
      node: <h2 className="section">{words.t('report.section.findings')}</h2>,
    },
    ...model.findings.flatMap((finding, index) => findingBlocks(finding, index + 1, anev, words)),
  ]
}

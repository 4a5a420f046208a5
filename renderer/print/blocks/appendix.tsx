import type { ReactElement } from 'react'
import type { ReportModel } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import { StateMark } from '../../ui/StateMark'
import type { Block } from '../block'

/** 64 hexadecimal digits in two lines of groups that a person can compare. */
const hashLines = (sha: string): [string, string] => {
  const groups = sha.match(/.{1,8}/g) ?? []
  return [groups.slice(0, 4).join(' '), groups.slice(4).join(' ')]
}
const head = (labels: readonly string[], right: readonly number[] = []): ReactElement[] =>
  labels.map((label, index) => (
    <th key={label} scope="col" className={right.includes(index) ? 'r' : ''}>
      {label}
    </th>
  ))

/** More exports than this are listed small, one line each: hundreds are looked up, not read. */
const MOST_LARGE = 60

function provenance({ provenance: lines }: ReportModel, { t, f }: Words): Block {
  const isSmall = lines.length > MOST_LARGE
  return {
    kind: 'table',
    key: 'provenance',
    className: isSmall ? 'provenance small' : 'provenance',
    caption: t(isSmall ? 'report.appendix.provenanceSmall' : 'report.appendix.provenance', {
      n: f.count(lines.length),
    }),
    head: head(
      [
        t('report.column.unit'),
        t('report.column.sequence'),
        t('report.column.sha'),
        t('report.column.signer'),
        t('report.column.asOf'),
        t('report.column.result'),
      ],
      [1],
    ),
    rows: lines.map((line) => {
      const [first, second] = hashLines(line.descriptor_sha256)
      return (
        <tr key={`${line.unit} ${line.sequence}`}>
          <th scope="row" className="code">
            {line.unit}
          </th>
          <td className="r">{f.count(line.sequence)}</td>
          <td className="code">
            {first}
            {isSmall ? ' ' : <br />}
            {second}
          </td>
          <td className="code">{`${line.kid.slice(0, 6)}…${line.kid.slice(-4)}`}</td>
          <td>{f.day(line.as_of, true)}</td>
          <td>
            {line.flags.length === 0 ? (
              <StateMark state="verified" word={t('report.verified')} iconOnly={isSmall} />
            ) : (
              <StateMark state="flagged" word={line.flags.join(', ')} />
            )}
          </td>
        </tr>
      )
    }),
  }
}

type HiddenCell = ReportModel['suppressed']['cells'][number]
interface HiddenLine {
  figure: string
  columns: string[]
  rows: string[]
  reason: HiddenCell['reason']
}
/** Hidden cells of one table, the same columns and the same reason in one line with all their rows. */
function hiddenLines(cells: readonly HiddenCell[]): HiddenLine[] {
  const byRow = new Map<string, HiddenLine>()
  for (const { figure, row, column, reason } of cells) {
    const key = JSON.stringify([figure, row, reason])
    const line = byRow.get(key) ?? { figure, columns: [], rows: row === '' ? [] : [row], reason }
    if (!line.columns.includes(column)) line.columns.push(column)
    byRow.set(key, line)
  }
  const lines = new Map<string, HiddenLine>()
  for (const line of byRow.values()) {
    const key = JSON.stringify([line.figure, line.columns, line.reason])
    const same = lines.get(key)
    if (same) same.rows.push(...line.rows)
    else lines.set(key, line)
  }
  return [...lines.values()]
}

/** What is hidden, and why. */
function suppressed(
  { suppressed: { threshold, cells } }: ReportModel,
  numbers: ReadonlyMap<string, number>,
  { t, f }: Words,
): Block {
  const nameOf = (figure: string) => {
    const number = numbers.get(figure)
    return number === undefined ? t('report.totals.title') : t('report.table.name', { number })
  }
  const title = t('report.appendix.suppressed')
  if (threshold === null || cells.length === 0) {
    const text =
      threshold === null
        ? t('report.appendix.suppressedOff')
        : t('report.appendix.suppressedNone', { threshold: f.count(threshold) })
    const node = (
      <div className="figure-head">
        <p className="caption">{title}</p>
        <p>{text}</p>
      </div>
    )
    return { kind: 'solid', key: 'suppressed', node }
  }
  return {
    kind: 'table',
    key: 'suppressed',
    caption: title,
    head: head([t('report.column.place'), t('report.column.cell'), t('report.column.rows'), t('report.column.reason')]),
    rows: hiddenLines(cells).map(({ figure, columns, rows, reason }) => (
      <tr key={`${figure} ${columns.join()} ${rows[0]} ${reason}`}>
        <th scope="row">{nameOf(figure)}</th>
        <td>{columns.join(', ')}</td>
        <td>{rows.join(', ')}</td>
        <td>{t(`report.reason.${reason}`, { threshold })}</td>
      </tr>
    )),
  }
}

function rules({ rules: list, language }: ReportModel, { t, f }: Words): Block {
  return {
    kind: 'table',
    key: 'rules',
    caption: t('report.appendix.rules'),
    head: head([
      t('report.column.rule'),
      t('report.column.basis'),
      t('report.column.limit'),
      t('report.column.effective'),
    ]),
    rows: list.map((rule) => (
      <tr key={`${rule.code} ${rule.effective_from}`}>
        <th scope="row">{rule.title[language]}</th>
        <td>{`${rule.basis} (${t(`ruleKind.${rule.kind}`)})`}</td>
        <td>{t('report.limit', { value: f.count(rule.limit.value), unit: t(`limit.${rule.limit.unit}`) })}</td>
        <td>
          {rule.effective_to === null
            ? t('report.effective.since', { from: f.day(rule.effective_from, true) })
            : t('report.effective.between', {
                from: f.day(rule.effective_from, true),
                to: f.day(rule.effective_to, true),
              })}
        </td>
      </tr>
    )),
  }
}

function missing({ coverage }: ReportModel, { t, f }: Words): Block {
  const title = t('report.appendix.missing')
  if (coverage.missing.length === 0) {
    const node = (
      <div className="figure-head">
        <p className="caption">{title}</p>
        <p>{t('report.appendix.missingNone')}</p>
      </div>
    )
    return { kind: 'solid', key: 'missing', node }
  }
  return {
    kind: 'table',
    key: 'missing',
    caption: title,
    head: head([t('report.column.unit'), t('report.column.missingMonths'), t('report.column.lastAsOf')]),
    rows: coverage.missing.map((unit) => (
      <tr key={unit.unit}>
        <th scope="row">{unit.name}</th>
        <td>{unit.months.map((month) => f.month(month, true)).join(', ')}</td>
        <td>{unit.last_as_of === null ? t('report.never') : f.day(unit.last_as_of, true)}</td>
      </tr>
    )),
  }
}

/** Each metric of the figures: its numerator, denominator and test. */
function definitions({ definitions: list }: ReportModel, { t }: Words): Block[] {
  if (list.length === 0) return []
  return [
    {
      kind: 'table',
      key: 'definitions',
      className: 'definitions',
      caption: t('report.appendix.definitions'),
      head: head([t('report.column.metric'), t('report.column.definition')]),
      rows: list.map(({ name, text }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{text}</td>
        </tr>
      )),
    },
  ]
}

/** Provenance, what is hidden, rules, what is missing, and how to check it all. */
export function appendixBlocks(model: ReportModel, numbers: ReadonlyMap<string, number>, words: Words): Block[] {
  const { t, f } = words
  const day = model.coverage.as_of_max
  const kop = (
    <div className="kop">
      <h2>{t('report.appendix.provenanceTitle')}</h2>
      <p>
        {model.period.label}
        <br />
        {model.subtitle}
      </p>
      <p>
        {t('report.registry', { version: f.count(model.registry_version) })}
        <br />
        {day === null ? '' : t('report.asKnown', { day: f.day(day) })}
      </p>
    </div>
  )
  const check = (
    <p className="how-to">
      <b>{t('report.appendix.check')}</b> {t('report.appendix.checkText')}
    </p>
  )
  return [
    { kind: 'solid', key: 'appendix', node: kop, newPage: true },
    provenance(model, words),
    suppressed(model, numbers, words),
    rules(model, words),
    missing(model, words),
    ...definitions(model, words),
    { kind: 'solid', key: 'check', node: check },
  ]
}

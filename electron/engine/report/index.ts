/**
 * Builds the frozen report model: asks the named queries once, hides what must not leave, and keeps nothing that another
 * console with the same exports would answer differently. No clock, no chance, no import times, no file names.
 */
import type { ReportRequest } from '../../../shared/contract/contract'
import type { AuditFinding } from '../../../shared/contract/findings'
import type { UnitNode } from '../../../shared/contract/results/data'
import type { Coverage } from '../../../shared/contract/results/overview'
import { ok, type Result } from '../../../shared/contract/result'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { periodWords } from '../../../shared/messages/period'
import type { ReportModel } from '../../../shared/report/model'
import { SMALLEST_THRESHOLD } from '../../../shared/report/suppression'
import { coverageSentence, figureSubtitle } from '../../../shared/sentences/coverage'
import { leadSentence } from '../../../shared/sentences/lead'
import { evidenceText } from '../../../shared/sentences/questions'
import { plain } from '../../../shared/sentences/words'
import { CountBook } from './countBook'
import { freeze, type DraftFigure } from './draft'
import { draftFigures } from './figures'
import { filterWords } from './filterWords'
import { isUnder, reportedFindings } from './findings'
import { gather, type Material, type ReportSource, type ReportText } from './material'
import { provenanceOf, provenanceOfFindings } from './provenance'
import { reportedQuestions } from './questions'

export type { ReportSource } from './material'

type Body = Pick<ReportModel, 'figures' | 'questions' | 'summary' | 'definitions'> & {
  cells: ReportModel['suppressed']['cells']
}

/** An Anev report or a paper of findings, ready to be drawn. The first query that fails is the answer. */
export async function buildReportModel(source: ReportSource, request: ReportRequest): Promise<Result<ReportModel>> {
  const text: ReportText = { t: translator(request.language), f: formats(request.language) }
  const threshold = request.suppress === undefined ? null : Math.max(request.suppress, SMALLEST_THRESHOLD)
  const tree = await source.query('units.tree', {})
  if (!tree.ok) return tree
  const { known_on } = request.filter
  const held = known_on === undefined ? {} : { known_on }
  const coverage = await source.query('overview.coverage', request.filter)
  if (!coverage.ok) return coverage
  const exports = await source.query('exports.list', held)
  if (!exports.ok) return exports
  const state = await source.query('workspace.state', held)
  if (!state.ok) return state
  const listed = await source.findings.list()
  if (!listed.ok) return listed

  const units = new Map(tree.value.map((node) => [node.code, node]))
  const code = request.filter.unit ?? null
  const unit = code === null ? null : { code, name: units.get(code)?.name ?? code }
  const { period } = coverage.value
  const chosen = chosenFindings(listed.value, request, units)
  const findings = reportedFindings(chosen, units, threshold, text.t('report.finding.suppressed'))
  const body =
    request.kind === 'anev'
      ? await anevBody(source, request, unit, coverage.value, text, threshold, units)
      : ok(NO_BODY)
  if (!body.ok) return body
  const { cells, ...figures } = body.value
  const words = periodWords(period.from, period.to, text.t, text.f)
  // On every page: it stands in the foot.
  const { archived_before: archived } = state.value
  const label = [
    words,
    ...(known_on === undefined ? [] : [text.t('known.words', { day: text.f.day(known_on) })]),
    ...(archived === null ? [] : [text.t('years.words', { year: archived.slice(0, 4) })]),
  ].join(', ')
  return ok({
    kind: request.kind,
    language: request.language,
    purpose: coverage.value.purpose,
    title: text.t(request.kind === 'anev' ? 'report.title.anev' : 'report.title.findings'),
    subtitle: unit?.name ?? text.t('level.nation'),
    unit,
    period: { ...period, label },
    filter_words: filterWords(request.filter, text),
    coverage: coverage.value,
    rules: coverage.value.rules,
    registry_version: coverage.value.registry_version,
    ...figures,
    findings,
    provenance:
      request.kind === 'anev'
        ? provenanceOf(exports.value, code, period, units)
        : provenanceOfFindings(exports.value, findings),
    suppressed: { threshold, cells },
    heads: state.value.heads ?? '',
  })
}

const NO_BODY: Body = { figures: [], definitions: [], questions: { tests: 0, items: [] }, summary: [], cells: [] }

/** The findings that were asked for by name, or all of the unit and those under it. */
function chosenFindings(
  all: readonly AuditFinding[],
  { findings, filter }: ReportRequest,
  units: ReadonlyMap<string, UnitNode>,
): AuditFinding[] {
  if (findings) return all.filter(({ id }) => findings.includes(id))
  return all.filter(({ unit }) => filter.unit === undefined || isUnder(unit, filter.unit, units))
}

async function anevBody(
  source: ReportSource,
  request: ReportRequest,
  unit: Material['unit'],
  coverage: Coverage,
  text: ReportText,
  threshold: number | null,
  units: ReadonlyMap<string, UnitNode>,
): Promise<Result<Body>> {
  const gathered = await gather(source, request.filter, unit, coverage)
  if (!gathered.ok) return gathered
  const material = gathered.value
  const book = new CountBook()
  const drafts = draftFigures(material, book, text, threshold, units)
  const hidden = book.hidden(threshold)
  const cells: Body['cells'] = []
  const texts = {
    sentence: text.t('report.sentence.suppressed'),
    subtitle: figureSubtitle(coverage, text),
  }
  const figures = drafts.map((draft) => freeze(draft, hidden, texts, cells))
  const toldByLead = ['received', 'received last year numerator', 'open', 'flow opening', 'flow closing'].some((id) =>
    hidden.has(id),
  )
  const lead = toldByLead ? texts.sentence : leadSentence(coverage, material.keyFigures, material.flow, text)
  const evidence = (question: Parameters<typeof evidenceText>[0]) => evidenceText(question, text) || null
  return ok({
    figures,
    cells,
    definitions: definitionsOf(drafts, text),
    questions: reportedQuestions(material, hidden, book, threshold, evidence),
    summary: [plain(coverageSentence(coverage, text)), lead],
  })
}

/** Each metric of the figures once, in the order in which they need it. */
function definitionsOf(drafts: readonly DraftFigure[], { t }: ReportText): ReportModel['definitions'] {
  const keys = new Set(drafts.flatMap(({ defines = [] }) => defines))
  return [...keys].map((key) => {
    const [area, name] = key.split('.', 2) as [string, string]
    return { name: t.code(area, name), text: t.code(area, `${name}.definition`) }
  })
}

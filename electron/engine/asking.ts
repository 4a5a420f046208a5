/** How named queries are answered: from what is held now, or from the picture of an earlier day. */
import type { QueryName, QueryResult } from '../../shared/contract/queries'
import { ok, type Result } from '../../shared/contract/result'
import { isAnalyticsQuery, runQuery } from './analytics/run'
import { KeptAnswers, type Basis } from './answers'
import { heldNow } from './decisions/held'
import type { Engine, EngineConfig } from './engine'
import type { Crew } from './import/crew'
import { KnownPictures, type KnownPicture } from './known/pictures'
import { knownSummary } from './known/summary'
import { readParams } from './params'
import { OWN_QUERIES, WITHOUT_REGISTRY, isOwnQuery, type OwnParts, type OwnQuery } from './queries/own'
import { isRevisionQuery, runRevisionQuery, type RevisionQuery } from './queries/revisions'
import { Revisions } from './revisions/service'
import type { WorkspaceState } from './state'
import { FirstAnswers } from './start/firstAnswers'
import { questionOf } from './start/keptFile'
import { refusedYears } from './years/refused'
import { listFindings } from './workspace/findings'
import type { HeldRegistry } from './workspace/registryStore'

/** The overview, and the count of flagged cases in the filter bar: what every start asks for. */
const isOnFirstScreen = (name: QueryName) => name.startsWith('overview.') || name === 'cases.facets'

export class Asking {
  readonly known = new KnownPictures()
  readonly revisions = new Revisions()
  readonly answers: KeptAnswers
  private readonly basis: () => Basis
  private readonly firstAnswers: FirstAnswers
  private readonly crews = new Set<Crew>()
  private isClosed = false

  /** `start`: threads for what has to be made from evidence. */
  constructor(
    private readonly state: WorkspaceState,
    { program, production = true }: Pick<EngineConfig, 'program' | 'production'>,
    private readonly start: (registry: HeldRegistry) => Crew,
  ) {
    const { isWriter, layout } = state.parts
    const path = program !== undefined && isWriter ? layout.answers : null
    this.answers = new KeptAnswers(path, (grounds) => this.firstAnswers.tell(grounds))
    this.basis = () => ({
      figures: state.basis(program),
      today: state.today,
      grounds: state.grounds(program ?? '', production),
    })
    this.firstAnswers = new FirstAnswers(state, () => this.ownParts(null))
  }

  /** Threads that know when they must end: with the engine. */
  private hire(registry: HeldRegistry): Crew {
    if (this.isClosed) throw new Error('the engine is closed')
    const crew = this.start(registry)
    this.crews.add(crew)
    const close = () => (this.crews.delete(crew), crew.close())
    return { ...crew, close }
  }

  /** Ends what is being made from evidence, and waits until its threads have ended; what was asked for fails. */
  async close(): Promise<void> {
    this.isClosed = true
    this.answers.save()
    await Promise.all([...this.crews].map((crew) => crew.close()))
  }

  query: Engine['query'] = async <N extends QueryName>(name: N, params: unknown): Promise<Result<QueryResult<N>>> => {
    const read = readParams(name, params)
    if (!read.ok) return read
    if (!this.state.registry && !WITHOUT_REGISTRY.has(name)) return this.state.noRegistry
    const refused = refusedYears(read.value as object, this.state.parts.nation.archivedBefore)
    if (refused) return refused
    const { known_on, ...asked } = read.value as { known_on?: string }
    const known = await this.knownOn(known_on)
    if (!known.ok) return known
    if (isOwnQuery(name)) return this.own(name, asked as never, known.value)
    if (isRevisionQuery(name)) return (await this.revision(name, asked as never, known.value)) as Result<QueryResult<N>>
    const context = known.value ? known.value.context : this.state.context
    if (!context || !isAnalyticsQuery(name)) throw new Error(`nobody answers ${name}`)
    const answer = () => runQuery(name, asked as never, context) as QueryResult<N>
    if (known.value || !isOnFirstScreen(name)) return ok(answer())
    const { revision, today } = this.state
    return ok(this.answers.get(`${revision} ${today}`, this.basis, questionOf(name, params), answer))
  }

  /** The picture of an earlier day; null for today and without a registry: what is held now. */
  async knownOn(day: string | undefined): Promise<Result<KnownPicture | null>> {
    const { registry, settings, revision, today } = this.state
    if (day === undefined || !registry || day >= today) return ok(null)
    const crew = () => this.hire(registry)
    return this.known.picture(day, { parts: this.state.parts, registry: registry.model, settings, revision, crew })
  }

  prepareKnown: Engine['prepareKnown'] = async (day) => {
    const known = refusedYears({ known_on: day }, this.state.parts.nation.archivedBefore) ?? (await this.knownOn(day))
    if (!known.ok) return known
    return ok(knownSummary(day, known.value?.held.nation ?? this.state.parts.nation, this.state.parts.nation))
  }

  private async revision(
    name: RevisionQuery,
    params: never,
    known: KnownPicture | null,
  ): Promise<Result<QueryResult<RevisionQuery>>> {
    const { layout, isWriter, nation } = this.state.parts
    const { registry, noRegistry } = this.state
    if (!registry) return noRegistry
    const source = { layout, isWriter, crew: () => this.hire(registry) }
    return runRevisionQuery(name, params, {
      nation: known?.held.nation ?? nation,
      registry: registry.model,
      facts: (wanted) => this.revisions.of(wanted, source),
    })
  }

  private async own<N extends QueryName>(
    name: OwnQuery,
    params: never,
    known: KnownPicture | null,
  ): Promise<Result<QueryResult<N>>> {
    return ok((await OWN_QUERIES[name](this.ownParts(known), params)) as QueryResult<N>)
  }

  private ownParts(known: KnownPicture | null): OwnParts {
    const { layout, nation, audit, workspace, notices } = this.state.parts
    const { registry, settings, revision, seconds } = this.state
    const context = known ? known.context : this.state.context
    const isWriter = this.state.parts.isWriter && !known
    const findings = workspace.read(listFindings).length
    return {
      ...(known?.held ?? heldNow(layout, nation, workspace)),
      isWriter,
      layout,
      audit,
      notices,
      registry,
      context,
      settings,
      revision,
      findings,
      now: seconds,
    }
  }
}

/** Archiving years and bringing them back: a decision with its reason, on the columns alone. Evidence, stores and segments stay. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Args, YearsPreview } from '../../../shared/contract/contract'
import { fail, ok, type Result } from '../../../shared/contract/result'
import { ensureSegment } from '../archive/segments'
import { encodeIndex } from '../columns/indexCodec'
import type { Segment } from '../columns/layout'
import { buildIndex } from '../columns/nation'
import type { Nation } from '../nation'
import type { RecoveryParts } from '../recovery'
import type { AuditLog } from '../workspace/audit'
import {
  actOfArchive, markArchiveLogged, readArchive, unloggedArchive, writeArchive, type ArchiveLine,
} from '../workspace/archivedYears' // prettier-ignore
import type { WorkspaceDatabase } from '../workspace/database'
import { activeSegments } from './active'

export interface Years {
  /** What archiving would take out of the columns. Fails with ARCHIVE-YEAR. */
  preview: (args: Args<'years:preview'>) => Promise<Result<YearsPreview>>
  /** null brings everything back. Fails with ARCHIVE-YEAR. */
  archive: (args: Omit<Args<'years:archive'>, 'known_on'>) => Promise<Result<null>>
}
type ReadParts = Pick<RecoveryParts, 'layout' | 'nation' | 'registry'>
/** The first quarter of the first year that stays must be held whole: it is what the console opens with. */
const QUARTER_END = '-03-31'

export class YearsService implements Years {
  /** `exclusive` runs one piece of work at a time beside imports, and says that everything changed when it is done. */
  constructor(
    private readonly reading: () => Result<ReadParts>,
    private readonly exclusive: (work: (parts: RecoveryParts) => Promise<Result<null>>) => Promise<Result<null>>,
    private readonly now: () => string,
  ) {}

  preview: Years['preview'] = async ({ before }) => {
    const parts = this.reading()
    if (!parts.ok) return parts
    const { layout, nation, registry } = parts.value
    const bad = yearRefused(nation, before)
    if (bad) return bad
    const segments: Segment[] = []
    for (const unit of nation.units.keys()) {
      const segment = await ensureSegment(layout, unit)
      if (segment) segments.push(segment)
      // Other calls are answered between two units.
      await pause(0)
    }
    const all = buildIndex(segments, registry.units)
    const stay = buildIndex(activeSegments(segments, registry, nation.chains(), before), registry.units)
    return ok({
      before,
      cases: all.cases.rows,
      leaving: all.cases.rows - stay.cases.rows,
      bytes: encodeIndex(all).length - encodeIndex(stay).length,
    })
  }

  archive: Years['archive'] = ({ before, reason }) =>
    this.exclusive(async ({ workspace, nation, audit, registry }) => {
      const bad = before === null ? null : yearRefused(nation, before)
      if (bad) return bad
      const number = (workspace.read(readArchive)?.number ?? 0) + 1
      const line: ArchiveLine = { number, before, reason, at: this.now() }
      await workspace.change((database) => writeArchive(database, line))
      nation.archivedBefore = before
      await enterArchive(workspace, audit)
      await nation.join(registry, true)
      return ok(null)
    })
}

function yearRefused(nation: Nation, before: string): ReturnType<typeof fail> | null {
  const heads = nation.heads().map(({ head }) => head.period_to)
  const last = heads.toSorted().at(-1) ?? ''
  const year = before.slice(0, 4)
  return `${year}${QUARTER_END}` <= last ? null : fail('ARCHIVE-YEAR', 'input', { year, day: last })
}

/** Enters into the audit log what it does not know yet: a kill may have come between the two. */
export async function enterArchive(workspace: WorkspaceDatabase, audit: AuditLog): Promise<void> {
  const open = workspace.read(unloggedArchive)
  if (open.length === 0) return
  const { lines } = await audit.read()
  const entered = new Set(lines.map(({ details }) => details['archive']))
  await audit.append(open.filter(({ number }) => !entered.has(number)).map(actOfArchive))
  await workspace.change(markArchiveLogged)
}

/** Where a growing nation ends: the limits of the runtime and of this machine, in cases. */
import { mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { layoutOf } from '../../engine/archive/layout'
import { CAPACITY } from '../../engine/capacity'
import { importUnit } from './imports'
import type { CaseBytes, Ceiling, GrowthLine, GrowthReport } from './types'
import { UNIT, benchUnit } from './units'

/** Cases of the unit that is imported at two sizes. */
const FEW = 400
const MANY = 4400
/** Events of each case beside the demo nation's own 3.7: 8 and a half where events are used. */
const MORE_EVENTS = 4.43
/** A file is read and written in one piece up to this size. */
const FILE_LIMIT = 2 ** 31
/** A database of sql.js is lost when it grows further. */
const STORE_LIMIT = 1.9e9

/** The difference between two sizes of one unit, so that what every store has counts for none. */
export async function caseBytes(): Promise<CaseBytes> {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-growth-'))
  try {
    const sizeAt = async (wanted: number) => {
      const dir = join(folder, `unit-${wanted}`)
      const unit = await benchUnit(folder, { cases: 20_000, seed: 'bench', purpose: 'training', now: new Date() }, wanted, MORE_EVENTS) // prettier-ignore
      await importUnit(dir, unit)
      const { cases, path } = unit.first
      return { cases, store: statSync(layoutOf(dir).storeFile(UNIT)).size, evidence: statSync(path).size }
    }
    const [few, many] = [await sizeAt(FEW), await sizeAt(MANY)]
    const each = (name: keyof CaseBytes) => Math.round((many[name] - few[name]) / (many.cases - few.cases))
    return { store: each('store'), evidence: each('evidence') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function growthReport(lines: GrowthLine[], bytes: CaseBytes): GrowthReport {
  const last = lines.at(-1) as GrowthLine
  const grown = (limit: number, now: number) => Math.floor((limit / now) * last.cases)
  const disk = statfsSync(tmpdir())
  const ceilings: Ceiling[] = [
    { of: 'columns: index file, 2 GiB', cases: grown(FILE_LIMIT, last.file_mb * 2 ** 20) },
    { of: 'sql.js: store of the largest unit, 1.9 GB', cases: grown(STORE_LIMIT, last.largest_unit * bytes.store) },
    { of: `memory of this machine, ${Math.round(totalmem() / 2 ** 30)} GB`, cases: grown(totalmem() / 2 ** 20, last.peak_rss_mb) }, // prettier-ignore
    { of: 'evidence, stores and columns: free disk', cases: Math.floor((disk.bavail * disk.bsize) / (bytes.store + bytes.evidence + (2 * last.file_mb * 2 ** 20) / last.cases)) }, // prettier-ignore
  ]
  const sorted = ceilings.toSorted((a, b) => a.cases - b.cases)
  return { growth: lines, case_bytes: bytes, ceiling: sorted[0] as Ceiling, ceilings: sorted, refused_above: CAPACITY.cases } // prettier-ignore
}

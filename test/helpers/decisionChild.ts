/** A process that decides and writes findings without end, saying each step when it is acknowledged, until it is killed. */
import { writeSync } from 'node:fs'
import { openEngine } from '../../electron/engine/openEngine'
import type { Result } from '../../shared/contract/result'

const [dir = '', now = ''] = process.argv.slice(2)
const reason = 'surat klarifikasi'

async function main(): Promise<void> {
  const opened = await openEngine({ dir, now: () => new Date(now) })
  if (!opened.ok) throw new Error(opened.error.code)
  const engine = opened.value
  const did = async (step: string, work: Promise<Result<unknown>>) => {
    const result = await work
    if (!result.ok) throw new Error(`${step}: ${result.error.code}`)
    writeSync(1, `${step}\n`)
  }
  const changes = await engine.query('integrity.changes', {})
  const desk = await engine.query('integrity.quarantine', {})
  if (!changes.ok || !desk.ok) throw new Error('nothing to decide about')
  const [change, waiting] = [changes.value.lines[0]!.id, desk.value[0]!.id]
  writeSync(1, 'START\n')
  for (;;) {
    await did('change.accept', engine.decisions.acceptChange({ id: change, reason }))
    await did('finding.create', engine.findings.create({ text: { title: 'Temuan' }, figures: [] }))
    await did('change.undo', engine.decisions.undoChange({ id: change, reason }))
    await did('quarantine.reject', engine.decisions.decideExport({ id: waiting, accept: false, reason }))
    await did('quarantine.undo', engine.decisions.undoExport({ id: waiting, reason }))
    await did('quarantine.accept', engine.decisions.decideExport({ id: waiting, accept: true, reason }))
    await did('quarantine.undo', engine.decisions.undoExport({ id: waiting, reason }))
  }
}

void main()

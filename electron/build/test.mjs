// npm test: everything, once. The last line is `N passed, N failed, N skipped`, alone, for people and for CI.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './stale.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * @typedef {{status: string, assertionResults: {status: string}[]}} FileResult
 * @param {{testResults: FileResult[]}} report
 */
function counts({ testResults }) {
  const all = testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = all.filter((status) => status === 'passed').length
  const failed = all.filter((status) => status === 'failed').length
  // a file that could not even be loaded has no tests to count, and is a failure all the same
  const broken = testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed'),
  )
  return { passed, failed: failed + broken.length, skipped: all.length - passed - failed }
}

ensureSystemPackages({ witnesses: true })
const folder = mkdtempSync(join(tmpdir(), 'pantau-test-'))
const file = join(folder, 'report.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)]
const run = spawnSync(process.execPath, [vitest, ...options], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
let line = '0 passed, 1 failed, 0 skipped'
let status = run.status ?? 1
try {
  const { passed, failed, skipped } = counts(JSON.parse(readFileSync(file, 'utf8')))
  if (failed > 0 || passed === 0) status ||= 1
  line = `${passed} passed, ${status !== 0 && failed === 0 ? 1 : failed} failed, ${skipped} skipped`
} catch {
  status ||= 1 // no report: vitest itself ended early and has said why
}
rmSync(folder, { recursive: true, force: true })
console.log(line)
process.exit(status)

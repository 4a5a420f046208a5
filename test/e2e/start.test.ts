import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../helpers/electron'

const elsewhere = mkdtempSync(join(tmpdir(), 'pantau-elsewhere-'))
const tour = join(projectRoot, 'tour')
let started: { status: number | null; stdout: string; stderr: string }

beforeAll(() => {
  rmSync(tour, { recursive: true, force: true })
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const start = join(projectRoot, 'electron/build/start.mjs')
  started = spawnSync(process.execPath, [start], { cwd: elsewhere, env, encoding: 'utf8', timeout: 180_000 })
}, 200_000)
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

test('without a display, start opens the demo nation all the same and ends with 0', () => {
  expect(started.stderr).toContain('no display: the headless tour, in Xvfb')
  expect(started.status, started.stdout + started.stderr).toBe(0)
})

test('it prints the key figures of the demo nation', () => {
  const figure = (label: string) =>
    Number(new RegExp(`^${label}: ([\\d.]+)$`, 'm').exec(started.stdout)?.[1]?.replaceAll('.', ''))
  expect(figure('Kasus diterima')).toBeGreaterThan(80_000)
  expect(figure('Masih terbuka')).toBeGreaterThan(100)
  expect(figure('Selesai')).toBeGreaterThan(10_000)
  expect(figure('Satuan yang melapor')).toBeLessThanOrEqual(figure('Satuan yang diharapkan melapor'))
})

test('it leaves a picture of the overview and an Anev report in the folder that it names', () => {
  const picture = join(tour, 'ikhtisar.png')
  const report = join(tour, 'anev.pdf')
  expect(started.stdout).toContain(picture)
  expect(started.stdout).toContain(report)
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG')
  expect(statSync(picture).size).toBeGreaterThan(30_000)
  expect(readFileSync(report).subarray(0, 5).toString()).toBe('%PDF-')
  const pages = /^Laporan Anev .* (\d+) halaman: /m.exec(started.stdout)?.[1]
  const info = spawnSync('pdfinfo', [report], { encoding: 'utf8' })
  if (!info.error) expect(/^Pages:\s+(\d+)$/m.exec(info.stdout)?.[1]).toBe(pages)
})

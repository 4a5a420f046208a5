import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFileAtomic } from '../../../electron/main/atomicFile'
import { countExportFiles } from '../../../electron/main/exportFiles'
import { PathTokens } from '../../../electron/main/pathTokens'
import { safeName } from '../../../electron/main/safeName'
import { SettingsStore } from '../../../electron/main/settings'
import { freshFolder } from '../../helpers/scratch'

const folder = freshFolder('files')

test('a token names the paths that were chosen, and only the latest are kept', () => {
  const tokens = new PathTokens()
  const first = tokens.issue(['/a', '/b'])
  expect(first).not.toContain('/')
  expect(tokens.paths(first)).toEqual(['/a', '/b'])
  expect(tokens.paths('/a')).toBeUndefined()
  for (let i = 0; i < 64; i++) tokens.issue(['/c'])
  expect(tokens.paths(first)).toBeUndefined()
})

test('exports are counted through folders', async () => {
  const deep = join(folder, 'ekspor/polda')
  mkdirSync(deep, { recursive: true })
  for (const name of ['a.dumas.zip', 'b.ZIP', 'catatan.txt']) writeFileSync(join(deep, name), '')
  writeFileSync(join(folder, 'ekspor/c.dumas.zip'), '')
  expect(await countExportFiles([join(folder, 'ekspor')])).toBe(3)
  expect(await countExportFiles([join(deep, 'catatan.txt'), join(deep, 'tidak-ada')])).toBe(1)
})

test('a file is written whole or not at all', async () => {
  const file = join(folder, 'laporan.pdf')
  await writeFileAtomic(file, 'lama')
  await expect(writeFileAtomic(file, 7 as never)).rejects.toThrow('data')
  expect(readFileSync(file, 'utf8')).toBe('lama')
  await writeFileAtomic(file, new Uint8Array([98, 97, 114, 117]))
  expect(readFileSync(file, 'utf8')).toBe('baru')
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('settings are kept; what does not fit falls back to the default, alone', async () => {
  const file = join(folder, 'settings.json')
  const store = new SettingsStore(file)
  expect(store.current).toEqual({
    language: 'id',
    theme: 'system',
    textSize: 1,
    cutiBersama: true,
    suppressionThreshold: 10,
    caseViews: [],
  })
  await store.change({ language: 'en', textSize: undefined })
  expect(new SettingsStore(file).current).toMatchObject({ language: 'en', textSize: 1 })
  writeFileSync(file, JSON.stringify({ language: 'en', theme: 'neon', __proto__: null, other: 1 }))
  expect(new SettingsStore(file).current).toMatchObject({ language: 'en', theme: 'system' })
  for (const broken of ['{', 'null', '[1]', '']) {
    writeFileSync(file, broken)
    expect(new SettingsStore(file).current.language).toBe('id')
  }
})

test.each([
  ['Laporan Anev Polda Bali.pdf', 'Laporan Anev Polda Bali.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Windows\\x', 'x.pdf'],
  ['a:b*c?\u0007', 'a-b-c--.pdf'],
  ['...', 'pantau.pdf'],
  ['', 'pantau.pdf'],
])('the proposed name %j becomes %j', (name, safe) => {
  expect(safeName(name, 'pdf')).toBe(safe)
})

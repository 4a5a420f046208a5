import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const SOURCES = ['shared', 'renderer', 'electron', 'test']

/** Whether `from` (a file) may import `target` (a file inside the project, or a package's name). */
interface Rule {
  from: RegExp
  packages: RegExp
  folders: RegExp
}

const NODE = 'node:.+'
/** The first rule that matches a file is its rule. Source: the table "who may import whom". */
const RULES: Rule[] = [
  { from: /^shared\/statistics\//, packages: /^(zod|@stdlib\/.+)$/, folders: /^shared\// },
  { from: /^shared\//, packages: /^zod$/, folders: /^shared\// },
  {
    from: /^renderer\/charts\//,
    packages:
      /^(react|react-dom|recharts|d3-geo|topojson-client|geojson|topojson-specification|write-excel-file)(\/.+)?$/,
    folders: /^(shared|renderer\/(charts|ui|assets|text))\//,
  },
  { from: /^renderer\//, packages: /^(?!node:|electron$|sql\.js|yauzl|yazl).+$/, folders: /^(shared|renderer)\// },
  { from: /^electron\/preload\//, packages: /^electron$/, folders: /^(shared\/contract|electron\/preload)\// },
  { from: /^electron\/main\//, packages: RegExp(`^(electron|zod|${NODE})$`), folders: /^(shared|electron\/main)\// },
  {
    from: /^electron\/engine\/store\/sqlite\.ts$/,
    packages: RegExp(`^(sql\\.js.*|${NODE})$`),
    folders: /^(shared|electron\/engine)\//,
  },
  {
    from: /^electron\/engine\//,
    packages: RegExp(`^(zod|yauzl|write-excel-file.*|@noble/curves.*|${NODE})$`),
    folders: /^(shared|electron\/engine)\//,
  },
  {
    from: /^electron\/cli\//,
    packages: RegExp(`^(zod|yauzl|write-excel-file.*|${NODE})$`),
    folders: /^(shared|electron\/(engine|cli))\//,
  },
  { from: /^electron\/(build\/|assets\.d\.ts)/, packages: /.+/, folders: /^electron\/build\// },
  { from: /^test\//, packages: /.+/, folders: /.*/ },
]

/** Files over 300 lines, each with its reason. */
const LONG: Record<string, string> = {
  'test/engine/analytics/oracle.test.ts': 'the second, naive implementation of every query stands together',
  'test/helpers/reportSource.ts': 'one frozen answer for each named query that a report asks',
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return files(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : []
  })
}

/** Everything a file names after `from`, `import`, `import(`, `require(` or `new URL(…, import.meta.url)`. */
function imports(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([\w@.][^'"\s]*)\1/g)
  return [...found].map((match) => match[2] ?? '')
}

const target = (file: string, specifier: string) => posix.normalize(posix.join(posix.dirname(file), specifier))
const room = (path: string) => /^renderer\/rooms\/([^/]+)\//.exec(path)?.[1]

function violations(file: string, text: string): string[] {
  const rule = RULES.find(({ from }) => from.test(file))
  if (!rule) return [`${file}: no rule for this place`]
  return imports(text)
    .filter((specifier) => {
      if (!specifier.startsWith('.')) return !rule.packages.test(specifier)
      const path = target(file, specifier)
      const otherRoom = room(file) !== undefined && room(`${path}/`) !== undefined && room(`${path}/`) !== room(file)
      return otherRoom || !rule.folders.test(path)
    })
    .map((specifier) => `${file} imports ${specifier}`)
}

const all = SOURCES.flatMap(files)

test('every import keeps to the table of who may import whom', () => {
  expect(all.length).toBeGreaterThan(10)
  expect(all.flatMap((file) => violations(file, read(file)))).toEqual([])
})

test('the check sees each forbidden import', () => {
  const forbidden: [string, string][] = [
    ['shared/domain/unit.ts', `import { readFileSync } from 'node:fs'`],
    ['shared/domain/unit.ts', `import x from '../../renderer/api/client'`],
    ['shared/contract/contract.ts', `import logGamma from '@stdlib/math-base-special-gammaln'`],
    ['renderer/charts/Trend.tsx', `import { useQuery } from '../api/useQuery'`],
    ['renderer/rooms/region/Region.tsx', `import { a } from '../cases/model'`],
    ['renderer/rooms/region/parts/Region.tsx', `const a = await import('../../cases/model')`],
    ['renderer/api/client.ts', `import { ipcRenderer } from 'electron'`],
    ['electron/preload/preload.ts', `import { readFileSync } from 'node:fs'`],
    ['electron/main/main.ts', `export { dispatch } from '../engine/dispatch'`],
    ['electron/engine/dispatch.ts', `import { app } from 'electron'`],
    ['electron/engine/dispatch.ts', `import initSqlJs from 'sql.js'`],
    ['electron/cli/cli.ts', `require('electron')`],
  ]
  for (const [file, text] of forbidden) expect(violations(file, text), `${file}: ${text}`).toHaveLength(1)
})

test('the top level is fixed', () => {
  const hidden =
    '.ci .editorconfig .gitattributes .gitignore .npmrc .nvmrc .oxlintrc.json .prettierignore .prettierrc.json'
  const house = 'electron renderer shared test docs package.json package-lock.json tsconfig.json vite.config.ts'
  const papers = 'electron-builder.yml CONTRIBUTING.md LICENSE NOTICE README.md'
  const listed = [hidden, house, papers].join(' ').split(' ')
  const made = ['.git', 'coverage', 'dist', 'node_modules', 'release', 'tour']
  const found = readdirSync(root).filter((name) => !made.includes(name))
  expect(found.filter((name) => !listed.includes(name))).toEqual([])
})

test('a file over 300 lines has a reason', () => {
  const lines = (file: string) => read(file).split('\n').length - 1
  const long = all.filter((file) => lines(file) > 300)
  expect(long.filter((file) => !(file in LONG))).toEqual([])
})

/** What a file loads when it runs: types are gone by then. */
function loaded(file: string): string[] {
  const values = read(file).replace(/\b(?:import|export) type [^'"]*['"][^'"]*['"]/g, '')
  return imports(values)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => target(file, specifier))
    .flatMap((path) =>
      all.filter((each) => each === path || (/^\.tsx?$/.test(each.slice(path.length)) && each.startsWith(path))),
    )
}

test('the page carries no schemas: its arguments are checked by those who answer', () => {
  const reached = new Set(all.filter((file) => file.startsWith('renderer/')))
  for (const file of reached) for (const next of loaded(file)) reached.add(next)
  expect(reached.size).toBeGreaterThan(100)
  const schemas = [...reached].filter((file) => imports(read(file)).includes('zod'))
  expect(schemas).toEqual([])
})

test('texts are drawn as text', () => {
  const html = /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\(/
  const renderer = all.filter((file) => file.startsWith('renderer/'))
  expect(renderer.filter((file) => html.test(read(file)))).toEqual([])
})

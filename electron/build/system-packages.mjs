// What Electron and the tests need from a Linux system. As root on Debian or Ubuntu it is installed, else the command is named.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{packages: string[], present: () => boolean}} Need  the first package that the system offers is taken */

let loaderCache = ''
/** @param {string} soname */
function library(soname) {
  if (!loaderCache) loaderCache = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  return loaderCache.includes(`${soname} `)
}
/** @param {string} name */
const program = (name) =>
  [...(process.env['PATH'] ?? '').split(':'), '/usr/bin'].some((folder) => folder && existsSync(join(folder, name)))
/** @param {string} name */
const pythonModule = (name) => spawnSync('python3', ['-c', `import ${name}`]).status === 0

/** @type {Need[]} */
const ELECTRON = [
  { packages: ['libgtk-3-0t64', 'libgtk-3-0'], present: () => library('libgtk-3.so.0') },
  { packages: ['libnss3'], present: () => library('libnss3.so') },
  { packages: ['libasound2t64', 'libasound2'], present: () => library('libasound.so.2') },
  { packages: ['libgbm1'], present: () => library('libgbm.so.1') },
]
/** @type {Need} */
const DISPLAY = { packages: ['xvfb'], present: () => Boolean(process.env['DISPLAY']) || program('Xvfb') }
/** Independent programs that tests check our work with; without them those tests skip and say so. */
/** @type {Need[]} */
const WITNESSES = [
  { packages: ['poppler-utils'], present: () => program('pdftotext') },
  { packages: ['qpdf'], present: () => program('qpdf') },
  { packages: ['openssl'], present: () => program('openssl') },
  { packages: ['zip'], present: () => program('zip') },
  { packages: ['unzip'], present: () => program('unzip') },
  { packages: ['python3'], present: () => program('python3') },
  { packages: ['python3-jwcrypto'], present: () => pythonModule('jwcrypto') },
  { packages: ['r-base-core'], present: () => program('Rscript') },
  { packages: ['r-cran-survival'], present: () => spawnSync('Rscript', ['-e', 'library(survival)']).status === 0 },
]

/** @param {string[]} args */
const apt = (args) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
/** @param {string} name */
const offered = (name) =>
  /Candidate: (?!\(none\))/.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout)
/** @param {Need[]} needs */
const named = (needs) => needs.map(({ packages }) => packages.find(offered) ?? packages.at(-1) ?? '').join(' ')
/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`)

/** @param {Need[]} needs @returns {Need[]} what is still missing afterwards */
function install(needs) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !program('apt-get')) return needs
  apt(['update'])
  const names = named(needs)
  say(`installing missing system packages (root, apt-get): ${names}`)
  const { stderr } = apt(['install', '-y', '--no-install-recommends', ...names.split(' ')])
  loaderCache = ''
  const missing = needs.filter((need) => !need.present())
  if (missing.length > 0) say(stderr.trim().split('\n').at(-1) ?? '')
  return missing
}

/** @param {Need[]} needs */
const command = (needs) => `${process.getuid?.() === 0 ? '' : 'sudo '}apt-get install -y ${named(needs)}`

/**
 * Makes sure that Electron can start here; ends the process with 2 and one line when it cannot.
 * @param {{witnesses?: boolean}} [options] witnesses: also the programs that tests check our work with
 */
export function ensureSystemPackages({ witnesses = false } = {}) {
  if (process.platform !== 'linux') return
  const required = [...ELECTRON, DISPLAY]
  const wanted = witnesses ? [...required, ...WITNESSES] : required
  const missing = wanted.filter((need) => !need.present())
  if (missing.length === 0) return
  const left = install(missing)
  const blocking = left.filter((need) => required.includes(need))
  if (blocking.length > 0) {
    say(`system packages are missing; install them with: ${command(left)}`)
    process.exit(2)
  }
  if (left.length > 0) say(`some checks will be skipped; for all of them: ${command(left)}`)
}

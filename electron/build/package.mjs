// npm run package: the console as people install it, around the official Electron and never around another.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { makeDeb } from './deb.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { ensureBuilt, root } from './stale.mjs'

/** Tests look at the shape of a package where the official Electron cannot be had; the result must not leave the machine. */
const forTest = process.env['PANTAU_PACKAGE_FALLBACK_FOR_TEST'] === '1'

const { dist, version, official } = await electronRuntime({ quiet: true })
if (!official && !forTest) {
  console.error(
    `not packaged: only the official Electron is shipped, and here is Electron ${version} of another source`,
  )
  process.exit(2)
}
await ensureBuilt()
const targets = process.argv.slice(2)
const platform = process.platform === 'win32' ? '--win' : process.platform === 'darwin' ? '--mac' : '--linux'
const built = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/electron-builder/cli.js'),
    ...(targets.length > 0 ? targets : [platform, ...(platform === '--linux' ? ['dir'] : [])]),
    `-c.electronDist=${dist}`,
    `-c.electronVersion=${version}`,
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
)
if (built.status !== 0) process.exit(built.status ?? 1)
const hasDpkg = spawnSync('dpkg-deb', ['--version']).status === 0
if (platform === '--linux' && process.arch === 'x64' && targets.length === 0 && hasDpkg) console.log(makeDeb())

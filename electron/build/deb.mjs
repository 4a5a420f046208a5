// A Debian package of release/linux-unpacked by dpkg-deb alone, which every Debian has.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './stale.mjs'

const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libnotify4',
  'libxss1',
  'libxtst6',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libuuid1',
  'libsecret-1-0',
  'xdg-utils',
]
const DESKTOP = `[Desktop Entry]
Type=Application
Name=Pantau
Comment=Oversight console
Exec=/opt/pantau/pantau
Icon=pantau
Terminal=false
Categories=Office;
`

/** @returns {string} the package that was made */
export function makeDeb() {
  const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const staging = join(root, 'release/deb')
  const installed = join(staging, 'opt/pantau')
  rmSync(staging, { recursive: true, force: true })
  cpSync(join(root, 'release/linux-unpacked'), installed, { recursive: true })
  chmodSync(join(installed, 'chrome-sandbox'), 0o4755) // where user namespaces are off, the sandbox needs setuid
  mkdirSync(join(staging, 'usr/bin'), { recursive: true })
  symlinkSync('/opt/pantau/pantau', join(staging, 'usr/bin/pantau'))
  mkdirSync(join(staging, 'usr/share/applications'), { recursive: true })
  writeFileSync(join(staging, 'usr/share/applications/pantau.desktop'), DESKTOP)
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    const folder = join(staging, `usr/share/icons/hicolor/${size}x${size}/apps`)
    mkdirSync(folder, { recursive: true })
    cpSync(join(root, `electron/build/icons/${size}x${size}.png`), join(folder, 'pantau.png'))
  }
  mkdirSync(join(staging, 'DEBIAN'))
  const size = execFileSync('du', ['-sk', '--exclude=DEBIAN', staging], { encoding: 'utf8' }).split('\t')[0]
  const control = {
    Package: 'pantau',
    Version: version,
    Architecture: 'amd64',
    Maintainer: 'Pantau contributors <pantau@example.invalid>',
    'Installed-Size': size,
    Section: 'misc',
    Priority: 'optional',
    Depends: DEPENDS.join(', '),
    Description: description,
  }
  const lines = Object.entries(control).map(([key, value]) => `${key}: ${value}\n`)
  writeFileSync(join(staging, 'DEBIAN/control'), lines.join(''))
  const file = join(root, `release/pantau_${version}_amd64.deb`)
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1' }
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', staging, file], { stdio: 'inherit', env })
  rmSync(staging, { recursive: true })
  return file
}

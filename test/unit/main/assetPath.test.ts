import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { assetPath } from '../../../electron/main/assetPath'

const folder = resolve('/app/dist/renderer')

test('the pages and what belongs to them', () => {
  expect(assetPath(folder, 'app://pantau/')).toEqual({ file: `${folder}/index.html`, type: 'text/html; charset=utf-8' })
  expect(assetPath(folder, 'app://pantau/print.html#/x?y')?.file).toBe(`${folder}/print.html`)
  expect(assetPath(folder, 'app://pantau/assets/a%20b.js')?.file).toBe(`${folder}/assets/a b.js`)
})

test('a way out that the address itself resolves stays below the folder', () => {
  expect(assetPath(folder, 'app://pantau/%2e%2e/%2e%2e/package.json')?.file).toBe(`${folder}/package.json`)
})

test.each([
  ['another host', 'app://elsewhere/index.html'],
  ['another scheme', 'file:///app/dist/renderer/index.html'],
  ['a way out by encoded slashes', 'app://pantau/..%2f..%2fpackage.json'],
  ['a way out by backslashes', 'app://pantau/..%5c..%5cpackage.json'],
  ['a neighbour with the same beginning', 'app://pantau/..%2frenderer-other/x.js'],
  ['an absolute path', 'app://pantau//etc/passwd.txt/..%2f..%2f..%2f..%2f..%2fetc/hosts.txt'],
  ['a zero byte', 'app://pantau/index.html%00.js'],
  ['a broken escape', 'app://pantau/%E0%A4%A'],
  ['the folder itself', 'app://pantau/assets/..%2f'],
  ['a type that is not ours', 'app://pantau/assets/x.exe'],
  ['no address at all', 'nonsense'],
])('refuses %s', (_, address) => {
  expect(assetPath(folder, address)).toBeNull()
})

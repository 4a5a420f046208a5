import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Bridge } from '../../shared/contract/bridge'
import { launchConsole, type Console } from '../helpers/electron'

type Page = typeof globalThis & { pantau: Bridge<File>; injected?: boolean }

let ui: Console
beforeAll(async () => void (ui = await launchConsole()))
afterAll(() => ui.dispose())

test('the window runs on the Electron that was chosen, in a sandbox of its own, without Node', async () => {
  expect(await ui.app.evaluate(() => process.versions.electron)).toBe(inject('electronVersion'))
  const preferences = await ui.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    return (page as unknown as { getLastWebPreferences: () => Electron.WebPreferences }).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
  const names = await ui.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron'].filter((n) => n in globalThis),
  )
  expect(names).toEqual([])
  expect(ui.page.url()).toMatch(/^app:\/\/pantau\//)
})

test('the bridge has four functions and calls only what the contract names', async () => {
  const found = await ui.page.evaluate(async () => {
    const { pantau } = globalThis as Page
    const attempt = async (run: () => unknown) => {
      try {
        return await run()
      } catch (error) {
        return String(error)
      }
    }
    return {
      names: Object.keys(pantau).toSorted(),
      unknown: await attempt(() => pantau.call('shell:open' as never, {} as never)),
      asText: await attempt(() => pantau.text?.('shell:open' as never, {})),
      inherited: await attempt(() => pantau.call('constructor' as never, {} as never)),
      listened: await attempt(() => pantau.on('pantau:call' as never, () => undefined)),
      invalid: await attempt(() => pantau.call('settings:set', { language: 'xx' } as never)),
      forged: await attempt(() => pantau.call('import:start', { token: '/etc/passwd' })),
      notOnDisk: await attempt(() => pantau.dropFiles([new File(['x'], '/etc/passwd')])),
      settings: await attempt(() => pantau.call('settings:get', {})),
    }
  })
  expect(found.names).toEqual(['call', 'dropFiles', 'on', 'text'])
  expect(found.unknown).toContain('no call shell:open')
  expect(found.asText).toContain('no call shell:open')
  expect(found.inherited).toContain('no call constructor')
  expect(found.listened).toContain('no event pantau:call')
  expect(found.invalid).toMatchObject({
    ok: false,
    error: { code: 'CALL-ARGUMENTS', params: { name: 'settings:set', at: 'language' } },
  })
  expect(found.forged).toMatchObject({ ok: false, error: { code: 'CHOICE-FORGOTTEN' } })
  expect(found.notOnDisk).toEqual({ ok: true, value: null })
  expect(found.settings).toMatchObject({ ok: true, value: { language: 'id', theme: 'system' } })
})

test('a file of the system becomes a token; its path stays outside of the page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-drop-'))
  const file = join(folder, 'satu.dumas.zip')
  writeFileSync(file, 'x')
  await ui.page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { type: 'file', id: 'probe' })
    document.body.append(field)
  })
  await ui.page.setInputFiles('#probe', file)
  const answer = await ui.page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#probe')
    const files = [...(field?.files ?? [])]
    field?.remove()
    return (globalThis as Page).pantau.dropFiles(files)
  })
  rmSync(folder, { recursive: true })
  expect(answer).toMatchObject({ ok: true, value: { files: 1 } })
  expect(JSON.stringify(answer)).not.toContain(folder)
})

test('inline scripts, eval, inline styles, frames and the network are refused', async () => {
  const found = await ui.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    const styled = document.createElement('p')
    styled.setAttribute('style', 'color: rgb(1, 2, 3)')
    const frame = document.createElement('iframe')
    frame.src = 'data:text/html,<p>frame</p>'
    document.body.append(script, styled, frame)
    const color = getComputedStyle(styled).color
    const name = (run: () => unknown) => {
      try {
        run()
        return 'ran'
      } catch (error) {
        return (error as Error).name
      }
    }
    // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the point is that the page cannot
    const evaluate = () => new Function('return 1')
    const refused = (address: string) =>
      fetch(address).then(
        () => 'fetched',
        (error: Error) => error.name,
      )
    const result = {
      injected: (globalThis as Page).injected ?? false,
      // in a turn of the page's own: what a debugger evaluates is not held to the policy
      evaluated: await new Promise((done) => setTimeout(() => done(name(evaluate)), 0)),
      color,
      fetched: await refused('https://example.invalid/'),
      file: await refused('file:///etc/passwd'),
      socket: name(() => new WebSocket('wss://example.invalid/')),
      framed: frame.contentDocument?.body.textContent ?? '',
    }
    for (const node of [script, styled, frame]) node.remove()
    return result
  })
  expect(found.injected).toBe(false)
  expect(found.evaluated).toBe('EvalError')
  expect(found.color).not.toBe('rgb(1, 2, 3)')
  expect(found.fetched).toBe('TypeError')
  expect(found.file).toBe('TypeError')
  expect(found.framed).toBe('')
})

test('the page cannot leave, open a window, or read beside its folder', async () => {
  const before = ui.page.url()
  const found = await ui.page.evaluate(async () => {
    const opened = window.open('https://example.invalid/') === null
    const status = (path: string) => fetch(path).then((answer) => answer.status)
    const paths = ['/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/..%5c..%5cpackage.json']
    const outside = await Promise.all(paths.map(status))
    location.href = 'https://example.invalid/'
    await new Promise((later) => setTimeout(later, 300))
    location.href = 'file:///etc/passwd'
    await new Promise((later) => setTimeout(later, 300))
    return { opened, outside }
  })
  expect(found.opened).toBe(true)
  expect(found.outside).toEqual([404, 403, 403])
  expect(ui.page.url()).toBe(before)
  expect(ui.app.windows()).toHaveLength(1)
})

test('permissions are refused without asking, but for copying', async () => {
  const found = await ui.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]
    const states = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    await navigator.clipboard.writeText('disalin')
    const read = await navigator.clipboard.readText().catch((error: Error) => error.name)
    return { states, read }
  })
  expect(new Set(found.states)).toEqual(new Set(['denied']))
  expect(found.read).toBe('NotAllowedError')
  expect(await ui.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('disalin')
})

import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type WebPreferences } from 'electron'
import { contract, type EventName, type Events } from '../../shared/contract/contract'
import { pageUrl } from './origin'

/** Checked against the contract when compiling: an event that is missing here cannot be listened to. */
const EVENTS: Readonly<Record<EventName, true>> = {
  'import:progress': true,
  'rebuild:progress': true,
  'known:progress': true,
  'revisions:progress': true,
  'check:progress': true,
  'engine:restarted': true,
  'workspace:changed': true,
  'report:progress': true,
  'menu:command': true,
}

/** A page: sandboxed, isolated, without Node. The names it may call are told to its preload as program arguments. */
export const pagePreferences = (): WebPreferences => ({
  preload: join(__dirname, 'preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  additionalArguments: [
    `--pantau-calls=${Object.keys(contract).join(',')}`,
    `--pantau-events=${Object.keys(EVENTS).join(',')}`,
  ],
})

let main: BrowserWindow | undefined

/** Opens the console's window, shown when its first page is painted. */
export async function openMainWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Pantau',
    autoHideMenuBar: true,
    // until the page is painted, its ground in either theme
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181d' : '#ffffff',
    webPreferences: pagePreferences(),
  })
  main = window
  window.once('ready-to-show', () => window.show())
  window.on('closed', () => (main = undefined))
  await window.loadURL(pageUrl('index.html'))
  return window
}

/** Brings the window to the front, as when the console is started a second time. */
export function focusMainWindow() {
  if (main?.isMinimized()) main.restore()
  main?.focus()
}

/** Tells the console's page something that it did not ask for. */
export function tell<E extends EventName>(event: E, payload: Events[E]) {
  if (main && !main.isDestroyed()) main.webContents.send('pantau:event', event, payload)
}

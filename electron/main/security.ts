import { app, session, type Session, type WebContents } from 'electron'
import { devServer, isConsoleUrl } from './origin'

/** Copying a figure or a code is what a page may do; camera, notifications, reading the clipboard and all else is refused. */
const ALLOWED = 'clipboard-sanitized-write'

function refusePermissions(target: Session) {
  target.setPermissionRequestHandler((_, permission, answer) => answer(permission === ALLOWED))
  target.setPermissionCheckHandler((_, permission) => permission === ALLOWED)
  target.setDevicePermissionHandler(() => false)
}

/** The console has no network: whatever is not one of its own files is cancelled before it leaves. */
function refuseNetwork(target: Session) {
  const own = (url: string) => isConsoleUrl(url) || /^(data|blob|devtools):/.test(url)
  const dev = (url: string) => devServer !== undefined && url.startsWith(devServer.replace(/^http/, 'ws'))
  target.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !own(url) && !dev(url) }))
  // files leave by figure:save and report:save, where a person chooses the place
  target.on('will-download', (event) => event.preventDefault())
}

function refuseNavigation(contents: WebContents) {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  const stay = (event: { url: string; preventDefault: () => void }) => {
    // the development server reloads its page; a built page is loaded once
    if (!devServer || !event.url.startsWith(devServer)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
}

/** Before any window exists: the sandbox for every page, and the refusals above for every page to come. */
export function secureApp() {
  // as root, where Chromium has no sandbox of the system, each page still asks for its own (windows.ts)
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_, contents) => refuseNavigation(contents))
}

/** Once Electron is ready. */
export function secureSession() {
  refusePermissions(session.defaultSession)
  refuseNetwork(session.defaultSession)
}

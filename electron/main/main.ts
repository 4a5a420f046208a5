import { join } from 'node:path'
import { app } from 'electron'
import { registerAppScheme, serveApp } from './appProtocol'
import { answerCalls } from './calls'
import { commandLine, hostCommandLine } from './cliHost'
import { answerDrops } from './drops'
import { EngineClient } from './engineClient'
import { forkEngine } from './engineProcess'
import { applySettings, mainHandlers } from './handlers'
import { PathTokens } from './pathTokens'
import { isSupportedRuntime } from './runtime'
import { secureApp, secureSession } from './security'
import { SettingsStore } from './settings'
import { runTour } from './tour'
import { focusMainWindow, openMainWindow, tell } from './windows'

/** The console: one engine, one window, and the calls between them. */
async function openConsole() {
  const userData = app.getPath('userData')
  const settings = new SettingsStore(join(userData, 'settings.json'))
  const tokens = new PathTokens()
  const engine = new EngineClient({
    fork: () => {
      const { cutiBersama, suppressionThreshold } = settings.current
      return forkEngine({
        workspace: join(userData, 'workspace'),
        production: isSupportedRuntime(),
        settings: { cutiBersama, suppressionThreshold },
      })
    },
    onEvent: ({ event, payload }) => tell(event, payload),
    onRestart: (reason) => tell('engine:restarted', { reason }),
  })
  app.on('will-quit', () => engine.close())
  answerCalls(mainHandlers(engine, settings, tokens), engine)
  answerDrops(tokens)
  applySettings(settings.current)
  const window = await openMainWindow()
  const tour = app.commandLine.getSwitchValue('tour')
  if (tour) await runTour(tour, window, engine, settings.current.language).then(() => app.quit())
}

const args = commandLine(process.argv)
const profile = app.commandLine.getSwitchValue('user-data-dir')
if (profile) app.setPath('userData', profile)
secureApp()
registerAppScheme()

async function begin() {
  await app.whenReady()
  secureSession()
  serveApp()
  if (args) hostCommandLine(args)
  else await openConsole()
}

// two consoles on one workspace would overwrite each other's files
if (args || app.requestSingleInstanceLock()) {
  app.on('second-instance', focusMainWindow)
  app.on('window-all-closed', () => {
    if (!args) app.quit() // the command line's print pages come and go
  })
  begin().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    app.exit(1)
  })
} else {
  app.quit()
}

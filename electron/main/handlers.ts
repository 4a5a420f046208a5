import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { app, nativeTheme } from 'electron'
import type { Settings } from '../../shared/contract/contract'
import { fail, ok, type Result } from '../../shared/contract/result'
import { translator } from '../../shared/messages/catalogue'
import { writeFileAtomic } from './atomicFile'
import type { Handlers } from './calls'
import { askExports, askHeads, askRegistry, askSave } from './dialogs'
import type { EngineClient } from './engineClient'
import { countExportFiles } from './exportFiles'
import { setMenu } from './menu'
import type { PathTokens } from './pathTokens'
import { printHandlers, printReport } from './printing'
import { ReportJob } from './reportJob'
import { isSupportedRuntime } from './runtime'
import type { SettingsStore } from './settings'
import { tell } from './windows'

/** What the settings change outside of the page. */
export function applySettings({ language, theme }: Settings) {
  // high contrast is drawn by the page, on the light ground
  nativeTheme.themeSource = theme === 'contrast' ? 'light' : theme
  setMenu(language)
}

const unknownToken = () => fail('CHOICE-FORGOTTEN', 'input', {})

/** What writing a file gives, as data: a full disk or a folder without permission is nobody's bug. */
async function saved<T>(name: string, write: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await write())
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return fail('SAVE-FAILED', 'environment', { name, reason }, true)
  }
}
const save = (path: string, data: Uint8Array) => saved(basename(path), () => writeFileAtomic(path, data))

/** The calls that main answers: dialogs, files, windows, settings, printing. */
export function mainHandlers(engine: EngineClient, settings: SettingsStore, tokens: PathTokens): Handlers {
  const report = new ReportJob((progress) => tell('report:progress', progress))
  const texts = () => translator(settings.current.language)
  return {
    'app:info': () =>
      ok({
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chrome: process.versions['chrome'] ?? '',
        platform: process.platform,
        supported: isSupportedRuntime(),
      }),

    'settings:get': () => ok(settings.current),
    'settings:set': async (part) => {
      const changed = await saved('settings.json', () => settings.change(part))
      if (!changed.ok) return changed
      applySettings(changed.value)
      const { cutiBersama, suppressionThreshold } = changed.value
      const applied = await engine.call('settings:apply', { cutiBersama, suppressionThreshold })
      return applied.ok ? changed : applied
    },

    'import:pick': async ({ kind }, { window }) => {
      const paths = await askExports(window, kind, texts())
      return ok(paths && { token: tokens.issue(paths), files: await countExportFiles(paths) })
    },
    'import:start': ({ token }) => {
      const paths = tokens.paths(token)
      return paths ? engine.call('import:paths', { paths: [...paths] }) : unknownToken()
    },

    'registry:pick': async ({ from }, { window }) => {
      const paths = (from && tokens.paths(from.token)) ?? []
      const chosen =
        from?.file === undefined && paths.length === 1 ? paths[0] : paths.find((path) => basename(path) === from?.file)
      const path = chosen ?? (await askRegistry(window, texts()))
      if (path === null) return ok(null)
      const preview = await engine.call('registry:preview', { path })
      return preview.ok ? ok({ ...preview.value, token: tokens.issue([path]) }) : preview
    },
    'registry:trust': ({ token, thumbprints }) => {
      const path = tokens.paths(token)?.[0]
      return path === undefined ? unknownToken() : engine.call('registry:trust', { path, thumbprints })
    },

    'heads:pick': async (_, { window }) => {
      const path = await askHeads(window, texts())
      return path === null ? ok(null) : engine.call('heads:compare', { path })
    },

    'query:drop': ({ ticket }) => {
      engine.drop(ticket)
      return ok(null)
    },
    'query:cancel': () => {
      engine.cancelQueries()
      return ok(null)
    },

    'report:save': async (request, { window }) => {
      const model = await engine.call('report:model', request)
      if (!model.ok) return model
      const path = await askSave(window, model.value.title, 'pdf', texts())
      if (path === null) return ok(null)
      return report.run(async (signal, enter) => {
        enter('drawing')
        const printed = await printReport(model.value, { signal, onDrawn: () => enter('printing') })
        if (signal.aborted) return ok(null)
        if (!printed.ok) return printed
        enter('saving')
        const { pdf, pages } = printed.value
        const written = await save(path, pdf)
        const sha256 = createHash('sha256').update(pdf).digest('hex')
        return written.ok ? ok({ name: basename(path), pages, sha256 }) : written
      })
    },
    'report:cancel': () => {
      report.cancel()
      return ok(null)
    },
    'figure:save': async ({ name, kind, bytes }, { window }) => {
      const path = await askSave(window, name, kind, texts())
      if (path === null) return ok(null)
      const written = await save(path, bytes)
      return written.ok ? ok({ name: basename(path) }) : written
    },

    'window:fullscreen': ({ on }, { window }) => {
      window.setFullScreen(on)
      return ok(on)
    },

    ...printHandlers,
  }
}

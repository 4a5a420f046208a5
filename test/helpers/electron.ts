import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { rootFlags } from '../../electron/build/electron-runtime.mjs'

export const projectRoot = resolve(import.meta.dirname, '../..')

export interface Console {
  app: ElectronApplication
  page: Page
  /** the user's folder of this console: settings and workspace */
  profile: string
  /** errors of the page's console, in order */
  errors: string[]
  /** closes the window; keeps the profile, so that a test can start again on it */
  close: () => Promise<void>
  /** closes and removes the profile */
  dispose: () => Promise<void>
}

/** Starts the real console on a profile of its own (or on the given one) and waits for its window. */
export async function launchConsole({
  profile,
  args = [],
}: { profile?: string; args?: string[] } = {}): Promise<Console> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'pantau-profile-'))
  const app = await _electron.launch({
    executablePath: inject('electronExe'),
    args: [...rootFlags(), '--disable-gpu', `--user-data-dir=${folder}`, ...args, projectRoot],
    cwd: projectRoot,
    env: process.env as Record<string, string>,
  })
  const page = await app.firstWindow()
  const errors: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())))
  page.on('pageerror', (error) => void errors.push(String(error)))
  const close = () => app.close()
  const dispose = async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { app, page, profile: folder, errors, close, dispose }
}

/** The next system dialogs choose these files or folders; the system's own dialogs are the only part that is not real. */
export const chooseInDialogs = ({ app }: Console, paths: string[]) =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  }, paths)

/** The next save dialogs answer with this file; null cancels. */
export const saveInDialogs = ({ app }: Console, file: string | null) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
  }, file)

/** The process id of the engine that runs now; undefined between its end and its new start. */
export const enginePid = ({ app }: Console) =>
  app.evaluate(({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'pantau-engine')?.pid)

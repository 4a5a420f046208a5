import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { rootFlags } from '../../electron/build/electron-runtime.mjs'
import type { Answer, Args, Channel } from '../../shared/contract/contract'
import type { QueryName, QueryParams, QueryResult } from '../../shared/contract/queries'
import type { Result } from '../../shared/contract/result'
import type { Filter } from '../../shared/domain/filter'
import { parseRoute, type Route } from '../../renderer/state/route'

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

/** ms that a busy machine may take to answer, draw and settle */
export const PATIENCE = 30_000

/** Waits until a room says that it stands: its queries have answered and the fonts are there. */
export async function ready(page: Page, room: Route['room'] | 'firstRun') {
  await page.waitForSelector(`html[data-ready=${room}]`, { state: 'attached', timeout: PATIENCE })
}

/** Where the page is, by its location. */
export const placeOf = (page: Page): Route => parseRoute(new URL(page.url()).hash)
export const filterOf = (page: Page): Filter => placeOf(page).filter

/** Goes to a location, as a link or a bookmark would, and waits for its room. What is open is closed before. */
export async function visit(page: Page, hash: string) {
  for (let most = 5; most > 0 && (await page.getByRole('dialog').count()) > 0; most--)
    await page.keyboard.press('Escape')
  const { room } = parseRoute(hash)
  // A room says that it stands when it is entered; within a room, one has to come from another.
  const elsewhere = room === 'data' ? '#/temuan' : '#/data'
  for (const to of [elsewhere, hash]) {
    await page.evaluate((place) => window.location.assign(place), to)
    await ready(page, parseRoute(to).room)
  }
}

/** Asks over the page's own bridge. */
export const ask = <C extends Channel>(page: Page, channel: C, args: Args<C>): Promise<Result<Answer<C>>> =>
  page.evaluate(([name, given]) => window.pantau?.call(name as never, given as never), [
    channel,
    args,
  ] as const) as Promise<Result<Answer<C>>>

/** The value of a named query over the page's own bridge. */
export async function query<N extends QueryName>(page: Page, name: N, params: QueryParams<N>): Promise<QueryResult<N>> {
  const result = await ask(page, 'query:run', { name, params })
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value as QueryResult<N>
}

import { isAbsolute } from 'node:path'
import { ipcMain } from 'electron'
import { fail, ok } from '../../shared/contract/result'
import { countExportFiles } from './exportFiles'
import type { PathTokens } from './pathTokens'
import { isTrustedSender } from './trustedSender'

/** One gesture holds no more files than this; a folder counts as one. */
const MOST = 10_000

/**
 * Files dropped on the window. Their paths come from the preload, which reads them off the system's own File objects
 * and shows them to nobody; the page gets a token, as after a dialog.
 */
export function answerDrops(tokens: PathTokens) {
  ipcMain.handle('pantau:drop', async (event, paths: unknown) => {
    if (!isTrustedSender(event)) return fail('CALL-REFUSED', 'bug', {})
    const fits = (path: unknown): path is string => typeof path === 'string' && isAbsolute(path) && !path.includes('\0')
    if (!Array.isArray(paths) || paths.length > MOST || !paths.every(fits)) {
      return fail('CALL-ARGUMENTS', 'bug', { name: 'drop', at: '' })
    }
    return paths.length === 0 ? ok(null) : ok({ token: tokens.issue(paths), files: await countExportFiles(paths) })
  })
}

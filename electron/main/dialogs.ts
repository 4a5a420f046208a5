import { dialog, type BrowserWindow } from 'electron'
import type { Translate } from '../../shared/messages/catalogue'
import { safeName } from './safeName'

/** Exports to import: many files, or one or more folders. Null when the person cancelled. */
export async function askExports(
  window: BrowserWindow,
  kind: 'files' | 'folder',
  t: Translate,
): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t(kind === 'files' ? 'dialog.importFiles' : 'dialog.importFolder'),
    properties: [kind === 'files' ? 'openFile' : 'openDirectory', 'multiSelections'],
    filters: kind === 'files' ? [{ name: t('dialog.exportFiles'), extensions: ['zip'] }] : [],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
}

/** A registry file. Null when the person cancelled. */
export async function askRegistry(window: BrowserWindow, t: Translate): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t('dialog.registry'),
    properties: ['openFile'],
    filters: [
      { name: t('dialog.registryFiles'), extensions: ['jws', 'json', 'zip'] },
      { name: t('dialog.allFiles'), extensions: ['*'] },
    ],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** A list of heads of another console. Null when the person cancelled. */
export async function askHeads(window: BrowserWindow, t: Translate): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t('heads.pick'),
    properties: ['openFile'],
    filters: [{ name: t('heads.files'), extensions: ['json'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Where to save; `name` is only a proposal, without any folder in it. Null when the person cancelled. */
export async function askSave(
  window: BrowserWindow,
  name: string,
  extension: string,
  t: Translate,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('dialog.save'),
    defaultPath: safeName(name, extension),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  return canceled || !filePath ? null : filePath
}

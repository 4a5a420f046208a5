import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Events } from '../../shared/contract/contract'
import { translator, type Language } from '../../shared/messages/catalogue'
import { tell } from './windows'

type Command = Events['menu:command']['command']

/** The application's menu in the person's language; rebuilt when the language changes. */
export function setMenu(language: Language) {
  const t = translator(language)
  const command = (label: string, accelerator: string, name: Command): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => tell('menu:command', { command: name }),
  })
  const file: MenuItemConstructorOptions = {
    label: t('menu.file'),
    submenu: [
      command(t('menu.print'), 'CmdOrCtrl+P', 'print'),
      { type: 'separator' },
      { role: 'quit', label: t('menu.quit') },
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: t('menu.edit'),
    submenu: [
      { role: 'undo', label: t('menu.undo') },
      { role: 'redo', label: t('menu.redo') },
      { type: 'separator' },
      { role: 'cut', label: t('menu.cut') },
      { role: 'copy', label: t('menu.copy') },
      { role: 'paste', label: t('menu.paste') },
      { role: 'selectAll', label: t('menu.selectAll') },
      { type: 'separator' },
      command(t('menu.find'), 'CmdOrCtrl+F', 'find'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: t('menu.view'),
    submenu: [
      command(t('menu.palette'), 'CmdOrCtrl+K', 'palette'),
      command(t('menu.present'), 'F11', 'present'),
      { type: 'separator' },
      { role: 'resetZoom', label: t('menu.resetZoom') },
      { role: 'zoomIn', label: t('menu.zoomIn') },
      { role: 'zoomOut', label: t('menu.zoomOut') },
      ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
    ],
  }
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, file, edit, view]))
}

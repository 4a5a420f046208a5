import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../../shared/contract/bridge'

/** The names that main allows this page, from its contract. */
const allowed = (option: string) =>
  new Set(
    process.argv
      .find((argument) => argument.startsWith(`${option}=`))
      ?.slice(option.length + 1)
      .split(','),
  )
const calls = allowed('--pantau-calls')
const events = allowed('--pantau-events')

/** Electron before 32 has no webUtils; there a File knows its own path. */
const pathOf = (file: File & { path?: string }): string =>
  typeof webUtils === 'undefined' ? (file.path ?? '') : webUtils.getPathForFile(file)

/** A result, or a query's result in JSON. */
const ask = async (channel: string, args: unknown): Promise<unknown> => {
  if (!calls.has(channel)) throw new TypeError(`no call ${channel}`)
  return ipcRenderer.invoke('pantau:call', channel, args)
}

const bridge: Bridge<File> = {
  call: async (channel, args) => {
    const reply = await ask(channel, args)
    return typeof reply === 'string' ? JSON.parse(reply) : reply
  },
  text: async (channel, args) => {
    const reply = await ask(channel, args)
    return typeof reply === 'string' ? reply : JSON.stringify(reply)
  },
  on: (event, listener) => {
    if (!events.has(event)) throw new TypeError(`no event ${event}`)
    const receive = (_: unknown, name: string, payload: Parameters<typeof listener>[0]) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('pantau:event', receive)
    return () => void ipcRenderer.off('pantau:event', receive)
  },
  dropFiles: (files) => ipcRenderer.invoke('pantau:drop', files.map(pathOf).filter(Boolean)),
}
contextBridge.exposeInMainWorld('pantau', bridge)

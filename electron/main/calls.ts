import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { contract, type Answer, type Args, type Channel, type ChannelOf } from '../../shared/contract/contract'
import type { EngineArgs } from '../../shared/contract/engineProtocol'
import { fail, type Result } from '../../shared/contract/result'
import type { EngineClient } from './engineClient'
import { isTrustedSender } from './trustedSender'

/** Who calls: the page, and the window that it is in. */
export interface Caller {
  page: WebContents
  window: BrowserWindow
}
/** One answer for each call that main answers itself; one that is missing does not compile. */
export type Handlers = {
  [C in ChannelOf<'main'>]: (args: Args<C>, caller: Caller) => Promise<Result<Answer<C>>> | Result<Answer<C>>
}

const isChannel = (name: unknown): name is Channel => typeof name === 'string' && Object.hasOwn(contract, name)

/**
 * The one door: the sender is ours, the name is in the contract, the arguments fit its schema; then main answers, or
 * the engine does, in JSON where it is a query. Whatever goes wrong comes back as data. Where only pages are printed there
 * is no engine, and few calls.
 */
export function answerCalls(handlers: Partial<Handlers>, engine: EngineClient | null) {
  ipcMain.handle('pantau:call', async (event: IpcMainInvokeEvent, name: unknown, args: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isTrustedSender(event) || !window) return fail('CALL-REFUSED', 'bug', {})
    if (!isChannel(name)) return fail('CALL-UNKNOWN', 'bug', { name: String(name).slice(0, 80) })
    const { args: schema, where } = contract[name]
    const parsed = schema.safeParse(args)
    if (!parsed.success) {
      const at = parsed.error.issues[0]?.path.join('.') ?? ''
      return fail('CALL-ARGUMENTS', 'bug', { name, at })
    }
    // the schema has just shown what TypeScript cannot follow through a name that is known only now
    const handle = handlers[name as ChannelOf<'main'>] as ((args: unknown, caller: Caller) => unknown) | undefined
    if (engine && where === 'engine') {
      const call = name as ChannelOf<'engine'>
      return engine.forward(call, parsed.data as EngineArgs<typeof call>)
    }
    if (!handle) return fail('CALL-UNKNOWN', 'bug', { name })
    try {
      return await handle(parsed.data, { page: event.sender, window })
    } catch (error) {
      console.error(error)
      return fail('CALL-FAILED', 'bug', { name, reason: error instanceof Error ? error.message : String(error) })
    }
  })
}

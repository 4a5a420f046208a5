import type { IpcMainInvokeEvent } from 'electron'
import { isConsoleUrl } from './origin'

/**
 * Whether a call comes from the top frame of a page of ours. Asked before each call is looked at: a frame that got in
 * by any hole has the bridge, but never an answer.
 */
export function isTrustedSender({ senderFrame }: IpcMainInvokeEvent): boolean {
  if (!senderFrame || senderFrame.parent !== null) return false
  return isConsoleUrl(senderFrame.url)
}

/** The one door to the main process. In a plain browser and in component tests a stand-in is set instead. */
import type { Bridge as BridgeTo } from '../../shared/contract/bridge'

export type Bridge = BridgeTo<File>

declare global {
  interface Window {
    pantau?: Bridge
  }
}

let standIn: Bridge | null = null

/** Sets a stand-in for the preload's bridge; null goes back to the real one. */
export function setBridge(bridge: Bridge | null): void {
  standIn = bridge
}

/** The bridge in use, or null where there is none. */
export const currentBridge = (): Bridge | null => standIn ?? globalThis.window?.pantau ?? null

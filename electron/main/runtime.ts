import { OLDEST_SUPPORTED_ELECTRON } from '../../shared/contract/runtime'

/** Whether this Electron may open production data. On an older one only demo and training data are opened. */
export function isSupportedRuntime(version: string | undefined = process.versions.electron): boolean {
  return Number.parseInt(version ?? '0', 10) >= OLDEST_SUPPORTED_ELECTRON
}

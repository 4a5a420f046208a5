/** The oldest major of Electron that gets security fixes at this release of the console; checked at each release. */
const OLDEST_SUPPORTED = 43

/** Whether this Electron may open production data. On an older one only demo and training data are opened. */
export function isSupportedRuntime(version: string | undefined = process.versions.electron): boolean {
  return Number.parseInt(version ?? '0', 10) >= OLDEST_SUPPORTED
}

/** The oldest major of Electron that gets security fixes at this release of the console; checked at each release. */
export const OLDEST_SUPPORTED_ELECTRON = 43

import { app } from 'electron'

/** The console's pages live here; the scheme is answered by appProtocol.ts from the files that were built. */
const ORIGIN = 'app://pantau'

/** `npm run dev` only: the address of the development server. A packaged console never listens to it. */
export const devServer = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL']

export const pageUrl = (page: 'index.html' | 'print.html') => `${devServer ?? `${ORIGIN}/`}${page}`

/** Whether an address is one of the console's own pages. */
export function isConsoleUrl(address: string): boolean {
  if (devServer && address.startsWith(devServer)) return true
  return address.startsWith(`${ORIGIN}/`)
}

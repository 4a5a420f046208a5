/** Asks the Electron process that runs this command line to print a report. */
import type { PrintReply, PrintRequest } from '../../shared/contract/cliProtocol'
import { fail, type Result } from '../../shared/contract/result'
import type { ReportModel } from '../../shared/report/model'

/** The part of Electron's `process.parentPort` that is used here; there is none on plain Node. */
interface ParentPort {
  postMessage: (message: PrintRequest) => void
  on: (event: 'message', listener: (event: { data: PrintReply }) => void) => void
}

let requests = 0

/** Fails with NEEDS-ELECTRON on plain Node, else as printing does. */
export async function printReport(print: ReportModel): Promise<Result<{ pdf: Uint8Array; pages: number }>> {
  const port = (process as { parentPort?: ParentPort }).parentPort
  if (!port) return fail('NEEDS-ELECTRON', 'environment')
  const id = ++requests
  return new Promise((resolve) => {
    port.on('message', ({ data }) => {
      if (data.id === id) resolve(data.result)
    })
    port.postMessage({ id, print })
  })
}

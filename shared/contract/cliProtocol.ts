/**
 * The command line as a child of Electron, the only place where reports are printed: it hands over a frozen model and
 * gets the PDF back. On plain Node there is no parent to ask.
 */
import type { ReportModel } from '../report/model'
import type { Result } from './result'

/** command line → Electron */
export interface PrintRequest {
  id: number
  print: ReportModel
}
/** Electron → command line, with the request's number */
export interface PrintReply {
  id: number
  result: Result<{ pdf: Uint8Array; pages: number }>
}

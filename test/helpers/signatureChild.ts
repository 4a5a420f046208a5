/** A program that judges the vectors in the file VECTORS: its parent is told, or else its standard output. */
import { readFileSync } from 'node:fs'
import { judgeVectors, type Judged, type Vectors } from './signatureVectors'

export const judge = (): Judged =>
  judgeVectors(JSON.parse(readFileSync(process.env['VECTORS'] ?? '', 'utf8')) as Vectors)

const { parentPort, type } = process as { parentPort?: { postMessage: (message: unknown) => void }; type?: string }
// in Electron's main process the application asks
if (parentPort) {
  parentPort.postMessage(judge())
  setTimeout(() => process.exit(), 100)
} else if (type === undefined) process.stdout.write(`${JSON.stringify({ place: 'node', judged: judge() })}\n`)

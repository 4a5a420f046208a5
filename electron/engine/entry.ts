/** The engine's process: an Electron utility process, or a Node child with a channel. Its only argument is EngineOptions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineMessage, EngineOptions, EngineRequest } from '../../shared/contract/engineProtocol'
import { sha256 } from './archive/files'
import { Dispatcher } from './dispatch'
import { openEngine } from './openEngine'

/** What Electron adds to `process` in a utility process. */
interface ParentPort {
  on: (event: 'message', listener: (message: { data: EngineRequest }) => void) => void
  postMessage: (message: unknown) => void
}
const { parentPort } = process as { parentPort?: ParentPort }

const { workspace, production, settings } = JSON.parse(process.argv[2] ?? '') as EngineOptions
const send = (message: EngineMessage) => (parentPort ? parentPort.postMessage(message) : process.send?.(message))
const rebuilding = new AbortController()
const opening = openEngine({
  dir: workspace,
  production,
  settings,
  workerFile: join(__dirname, 'worker.cjs'),
  warm: true,
  program: sha256(readFileSync(__filename)),
  rebuild: { signal: rebuilding.signal, onProgress: (payload) => send({ event: 'rebuild:progress', payload }) },
  log: (line) => process.stderr.write(`${line}\n`),
})
const dispatcher = new Dispatcher(opening, send, rebuilding)

if (parentPort) parentPort.on('message', ({ data }) => void dispatcher.receive(data))
else process.on('message', (request: EngineRequest) => void dispatcher.receive(request))

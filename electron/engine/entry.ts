/**
 * The engine's process: an Electron utility process, or a Node child with a channel. Its only argument is EngineOptions.
 * This file and what it imports are read first: the rest is a file of its own, read when the workspace is opened.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isMainThread } from 'node:worker_threads'
import type { EngineMessage, EngineOptions, EngineRequest } from '../../shared/contract/engineProtocol'
import { sha256 } from './archive/files'
import { layoutOf } from './archive/layout'
import { answerAside, readAside } from './start/aside'
import { Entrance } from './start/entrance'
import { FirstScreen } from './start/firstScreen'
import type * as Whole from './start/whole'

/** What Electron adds to `process` in a utility process. */
interface ParentPort {
  on: (event: 'message', listener: (message: { data: EngineRequest }) => void) => void
  postMessage: (message: unknown) => void
}
const { parentPort } = process as { parentPort?: ParentPort }

/** The build writes the larger file's hash here, so that this one stands for both. */
const WHOLE = 'hash of whole.cjs'

function main(): void {
  const options = JSON.parse(process.argv[2] ?? '') as EngineOptions
  const send = (message: EngineMessage) => (parentPort ? parentPort.postMessage(message) : process.send?.(message))
  const program = sha256(`${WHOLE} ${readFileSync(__filename, 'utf8')}`)
  const first = FirstScreen.open(options, program, Math.floor(Date.now() / 1000))
  const entrance = new Entrance(
    first,
    () => {
      const picture = readAside(__filename, layoutOf(options.workspace).nation)
      // by its built name: an import would have the two built as one
      const { openWhole } = createRequire(__filename)('./whole.cjs') as typeof Whole
      return openWhole(options, { program, picture, told: first }, send)
    },
    send,
  )
  if (parentPort) parentPort.on('message', ({ data }) => void entrance.receive(data))
  else process.on('message', (request: EngineRequest) => void entrance.receive(request))
}

if (isMainThread) main()
else answerAside()

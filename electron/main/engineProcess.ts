import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { EngineOptions } from '../../shared/contract/engineProtocol'
import type { EngineProcess } from './engineClient'

/** Starts the engine in a utility process of its own: own heap, own crash. */
export function forkEngine(options: EngineOptions): EngineProcess {
  const child = utilityProcess.fork(join(__dirname, 'engine.cjs'), [JSON.stringify(options)], {
    serviceName: 'pantau-engine',
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}

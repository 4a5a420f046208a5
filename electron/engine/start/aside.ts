/** The nation's picture is by far the largest file of a start: a thread of its own reads it and looks at its seal. */
import { Worker, parentPort, workerData } from 'node:worker_threads'
import { readSealed } from '../archive/sealed'

/** `program`: the file that answers with `answerAside` when it is run as a thread. Null: absent or not whole. */
export function readAside(program: string, path: string): Promise<Buffer | null> {
  return new Promise((done) => {
    const thread = new Worker(program, { workerData: path })
    thread.once('message', (bytes: Uint8Array | null) =>
      done(bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    )
    // Without threads, or without memory for one: here.
    thread.once('error', () => done(readSealed(path)))
  })
}

/** The thread's whole work: the bytes change hands, nobody copies them. */
export function answerAside(): void {
  const bytes = readSealed(workerData as string)
  parentPort?.postMessage(bytes, bytes ? [bytes.buffer as ArrayBuffer] : [])
}

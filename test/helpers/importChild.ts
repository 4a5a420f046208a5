/** A process that imports a folder and says each step on its standard output at once, until it is killed. */
import { writeSync } from 'node:fs'
import { openEngine } from '../../electron/engine/openEngine'

const [dir = '', exports = '', workerFile = '', now = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

async function main(): Promise<void> {
  const opened = await openEngine({ dir, workerFile, now: () => new Date(now) })
  if (!opened.ok) throw new Error(opened.error.code)
  say('START')
  const summary = await opened.value.importPaths([exports], {
    onFile: ({ unit, sequence, outcome }) => say(`FILE ${unit}#${sequence} ${outcome}`),
    onProgress: ({ phase }) => say(`PHASE ${phase}`),
  })
  say(summary.ok ? 'END' : `FAILED ${summary.error.code}`)
  await opened.value.close()
}

void main()

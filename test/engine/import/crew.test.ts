import { join } from 'node:path'
import { expect, test } from 'vitest'
import { threadCrew } from '../../../electron/engine/import/crew'
import { registryOf } from '../../helpers/signedExports'

const worker = join(import.meta.dirname, '../../fixtures/workerThatDies.mjs')
const setup = { root: '', registry: { registry: registryOf(), sha256: '' }, now: 0, importedAt: '' }
const job = (n: number) => ({ kind: 'unit' as const, unit: `POLRES-${n}`, files: [] })

test('a thread that ends takes only its own job with it', async () => {
  const crew = threadCrew(worker, 2, setup)
  const settled = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => crew.run(job(n % 4))))
  const said = settled.map((one) => (one.status === 'fulfilled' ? one.value.unit : String(one.reason)))
  expect(said).toEqual([
    'Error: a worker ended with 3', 'Error: a bug', 'POLRES-2', 'POLRES-3',
    'Error: a worker ended with 3', 'Error: a bug', 'POLRES-2', 'POLRES-3',
  ]) // prettier-ignore
  await crew.close()
})

test('where no thread can be started, the work is done inline', async () => {
  const crew = threadCrew(join(import.meta.dirname, 'absent.cjs'), 2, setup)
  const jobs = [1, 2, 3].map(() => crew.run({ kind: 'authenticate', files: [] }))
  expect(await Promise.all(jobs)).toEqual([[], [], []])
  expect(await crew.run({ kind: 'authenticate', files: [] })).toEqual([])
  await crew.close()
})

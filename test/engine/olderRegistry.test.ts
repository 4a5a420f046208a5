/** Units that still make their exports by an older registry. */
import { expect, test } from 'vitest'
import { sha256 } from '../../electron/engine/archive/files'
import type { Packed } from '../../electron/engine/export/pack'
import { UNIT, makeExport, nextExport, onDisk, registryBytes, registryOf, registryZip } from '../helpers/signedExports'
import { exportFolder, openTrusted, valueOf } from '../helpers/workspaces'

test('units whose latest export names an older registry than the one in force', async () => {
  const engine = await openTrusted()
  const first = makeExport()
  const take = async (packed: Packed) => valueOf(await engine.importPaths([exportFolder([{ packed, name: 'a' }])]))
  const older = async (more = {}) => valueOf(await engine.query('integrity.olderRegistry', more))
  await take(first)
  expect(await older()).toEqual([])
  const next = registryOf({ version: 2, previous_sha256: sha256(registryBytes(registryOf())) })
  valueOf(await engine.trustRegistry({ path: onDisk(registryZip(next), 'v2.zip'), thumbprints: [] }))
  expect(await older()).toMatchObject([{ unit: UNIT, sequence: 1, registry_version: 1 }])
  expect(await older({ unit: 'POLDA-JATENG' })).toHaveLength(1)
  expect(await older({ unit: 'POLRES-33.75' })).toEqual([])
  await take(nextExport(first, 2, { registryVersion: 2 }))
  expect(await older()).toEqual([])
  await engine.close()
})

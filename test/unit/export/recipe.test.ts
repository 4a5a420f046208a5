/** The shell recipe: an export made with openssl, sha256sum, base64 and zip alone is accepted, and its successor too. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encodeTable } from '../../../electron/engine/export/csvWriter'
import { thumbprint } from '../../../electron/engine/export/keys'
import { verifyFiles } from '../../../electron/engine/intake/verifyFiles'
import { RESOURCES } from '../../../shared/export/enums'
import type { PublicJwk } from '../../../shared/export/registry'
import { exportInput, keyEntry, modelFrom, NOW, registryOf, scratch, UNIT, UNIT_KEY } from '../../helpers/signedExports'

const SCRIPT = join(import.meta.dirname, '../../fixtures/recipe/kirim.sh')
const missing = ['openssl', 'sha256sum', 'base64', 'zip'].filter(
  (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0,
)

test.skipIf(missing.length > 0)('recipe of shell tools alone, first and second export', async () => {
  const [folder, key] = [scratch('csv'), scratch('satuan.pem')]
  mkdirSync(folder)
  const { tables } = exportInput()
  for (const name of RESOURCES)
    writeFileSync(join(folder, `${name}.csv`), encodeTable(name, tables[name] as string[][]).bytes)
  execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', key])
  const { kid, jwk } = JSON.parse(execFileSync('sh', [SCRIPT, 'kunci', key]).toString()) as {
    kid: string
    jwk: PublicJwk
  }
  expect(thumbprint(jwk)).toBe(kid)

  const run = (sequence: string, times: string[], created: string, out: string, ...previous: string[]) =>
    execFileSync('sh', [SCRIPT, folder, UNIT, key, sequence, ...times, out, ...previous], {
      env: { ...process.env, CREATED: created },
    })
  const [first, second, before] = [scratch('1.dumas.zip'), scratch('2.dumas.zip'), scratch('datapackage.json')]
  run('1', ['2026-03-01', '2026-03-31', '2024-01-01', '2026-04-01T00:00:00+07:00'], '2026-04-02T08:00:00+07:00', first)
  execFileSync('cp', [join(folder, 'datapackage.json'), before])
  run(
    '2',
    ['2026-04-01', '2026-04-10', '2024-01-01', '2026-04-11T00:00:00+07:00'],
    '2026-04-12T08:00:00+07:00',
    second,
    before,
  )

  const registry = modelFrom(registryOf({ keys: [keyEntry({ ...UNIT_KEY, kid, publicJwk: jwk }, UNIT)] }))
  const result = await verifyFiles([second, first], { registry, now: NOW })
  expect(result.ok && result.value.map(({ outcome, findings, sequence }) => ({ outcome, findings, sequence }))).toEqual(
    [
      { outcome: 'accepted', findings: [], sequence: 2 },
      { outcome: 'accepted', findings: [], sequence: 1 },
    ],
  )
})

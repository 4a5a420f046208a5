/** The command line to the letter. `verify`: document, exit codes, words. */
import { describe, expect, test } from 'vitest'
import { goodExport, json, type Judged, lastingRegistry, pantau, registryFile } from '../../helpers/cli'
import { tampered, unzip, zipOf } from '../../helpers/hostileExports'
import { makeExport, onDisk, registryZip, ROOT, scratch, seedKey, UNIT } from '../../helpers/signedExports'

describe('verify', () => {
  test('the document and the exit code', async () => {
    const bad = onDisk(tampered({ keys: [seedKey(99)] }))
    const { code, json: judged } = await json<Judged[]>(
      'verify',
      goodExport,
      bad,
      '--registry',
      registryFile,
      '--root',
      ROOT.kid,
    )
    expect(code).toBe(1)
    expect(judged).toEqual([
      { file: goodExport, unit: UNIT, sequence: 1, outcome: 'accepted', findings: [] },
      {
        file: bad,
        unit: null,
        sequence: null,
        outcome: 'rejected',
        findings: [
          {
            code: 'KEY-UNKNOWN',
            severity: 'reject',
            place: { file: 'datapackage.json.jws' },
            details: { kid: seedKey(99).kid },
          },
        ],
      },
    ])
  })
  test('flags and duplicates end with 0', async () => {
    const flagged = onDisk(makeExport({ asOf: '2026-03-31T00:00:00+07:00' }).zip)
    expect(await json('verify', flagged, flagged, '--registry', registryFile)).toMatchObject({
      code: 0,
      json: [{ outcome: 'accepted_with_flags' }, { outcome: 'duplicate' }],
    })
  })
  test('a quarantined one ends with 1', async () => {
    const future = onDisk(makeExport({ created: '2089-01-01T00:00:00+07:00' }).zip)
    expect(await json('verify', future, '--registry', registryFile)).toMatchObject({
      code: 1,
      json: [{ outcome: 'quarantined', findings: [{ code: 'TIME-FUTURE' }] }],
    })
  })
  test('for people: file, outcome and code in words', async () => {
    const { out } = await pantau('verify', onDisk(tampered({ jws: () => 'x' })), '--registry', registryFile)
    expect(out).toContain('rejected')
    expect(out).toContain('JWS-SHAPE')
  })
  test('a registry given as an export is refused, and told what it is and where it goes', async () => {
    const argv = ['verify', registryFile, '--registry', registryFile]
    expect(await json(...argv)).toMatchObject({
      code: 1,
      json: [{ outcome: 'rejected', findings: [{ code: 'ENTRY-UNLISTED', details: { is: 'registry' } }] }],
    })
    expect((await pantau(...argv)).out).toContain('pantau registry trust')
    const besides = { ...unzip(registryZip(lastingRegistry)), 'cases.csv': Buffer.from('') }
    const { out } = await pantau('verify', onDisk(zipOf(besides)), '--registry', registryFile)
    expect(out).toContain('ENTRY-UNLISTED')
    expect(out).not.toContain('pantau registry trust')
  })
  test('one file that cannot be read does not keep the others from being judged', async () => {
    const second = onDisk(tampered({ keys: [seedKey(99)] }))
    const none = scratch('none')
    expect(await json('verify', goodExport, none, second, '--registry', registryFile)).toMatchObject({
      code: 1,
      json: [
        { file: goodExport, outcome: 'accepted' },
        { file: none, unit: null, sequence: null, outcome: 'rejected', findings: [{ code: 'ZIP-UNREADABLE', details: { reason: 'ENOENT' } }] },
        { file: second, outcome: 'rejected', findings: [{ code: 'KEY-UNKNOWN' }] },
      ],
    }) // prettier-ignore
  })
  test('a file that is not there, a registry that is none', async () => {
    expect(await json('verify', scratch('none'), '--registry', registryFile)).toMatchObject({
      code: 2,
      json: { error: { code: 'FILE-UNREADABLE' } },
    })
    expect(await json('verify', goodExport, '--registry', goodExport)).toMatchObject({
      code: 2,
      json: { error: { code: 'REGISTRY-INVALID' } },
    })
  })
})

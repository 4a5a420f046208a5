/** The command line to the letter. Usage, help and keygen. */
import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from '../../../electron/cli/run'
import { readKey } from '../../../electron/engine/export/keys'
import { LANGUAGES } from '../../../shared/contract/choices'
import { goodExport, json, pantau, registryFile } from '../../helpers/cli'
import { scratch, UNIT } from '../../helpers/signedExports'

describe('usage', () => {
  test.for([
    [],
    ['nonsense'],
    ['keygen'],
    ['keygen', '--out'],
    ['verify', goodExport],
    ['verify', '--registry', registryFile],
    ['pack', '--unit', UNIT],
    ['query'],
    ['query', 'nonsense'],
    ['registry'],
    ['import'],
    ['demo'],
    ['verify', goodExport, '--registry', registryFile, '--nonsense'],
  ])('%j ends with 2', async (argv) => {
    const { code, out, err } = await pantau(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })
  test('with --json the error is the document', async () => {
    const { code, json: said } = await json<{ error: { code: string; message: string } }>('nonsense')
    expect({ code, error: said.error.code }).toEqual({ code: 2, error: 'USAGE' })
  })
  test('help says in words what each command does, in both languages', async () => {
    for (const language of LANGUAGES) {
      let out = ''
      await run(['help'], { out: (text) => void (out += text), err: () => undefined, interactive: false, language })
      const commands = [...out.matchAll(/^ {2}(\w+) +(.+)$/gm)].map(([, name = '', words = '']) => ({ name, words }))
      expect(commands.length).toBeGreaterThan(10)
      for (const { name, words } of commands) expect(words, name).toMatch(/ /)
    }
  })
  test('help', async () => {
    const { code, out } = await pantau('help')
    expect(code).toBe(0)
    for (const name of [
      'keygen',
      'registry make',
      'registry show',
      'registry trust',
      'pack',
      'verify',
      'import',
      'query',
      'report',
      'demo',
      'check',
    ])
      expect(out).toContain(`pantau ${name}`)
  })
})

describe('keygen', () => {
  test('writes a private JWK with mode 600, once', async () => {
    const file = scratch('key.jwk')
    const { code, json: made } = await json<{ kid: string; public: object }>('keygen', '--out', file)
    expect(code).toBe(0)
    expect(made).toEqual({
      kid: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
      public: { kty: 'OKP', crv: 'Ed25519', x: expect.any(String) as string },
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readKey(file)).toMatchObject({ kid: made.kid, publicJwk: made.public })
    expect(JSON.stringify(made)).not.toContain('"d"')
    const before = readFileSync(file)
    expect(await json('keygen', '--out', file)).toMatchObject({ code: 2, json: { error: { code: 'OUT-EXISTS' } } })
    expect(readFileSync(file)).toEqual(before)
  })
})

/** What the intake says of published signatures, in whatever program this runs: Node, Electron's main or utility process. */
import { publicKeyOf, verifyBytes } from '../../electron/engine/intake/jws'
import { vetKey, type KeyQuality } from '../../electron/engine/registry/vetKey'
import type { PublicJwk } from '../../shared/export/registry'
import { vectorJson } from './vectors'

export interface Wycheproof {
  numberOfTests: number
  testGroups: { publicKey: { pk: string }; tests: { tcId: number; msg: string; sig: string; result: string }[] }[]
}
/** Members in hexadecimal digits. */
export interface SpecCheck {
  message: string
  pub_key: string
  signature: string
}
export interface Vectors {
  wycheproof: Wycheproof
  specCheck: readonly SpecCheck[]
}
export interface Judged {
  /** ids of the tests that were judged, and of those where the verdict is not the published one */
  judged: number
  wrong: number[]
  /** one letter a case, as the table of the project has it: V valid, X not */
  specCheck: string
  /** what key vetting says of each case's key */
  keys: KeyQuality[]
  versions: Record<string, string | undefined>
}

export const vectors = (): Vectors => ({
  wycheproof: vectorJson<Wycheproof>('wycheproof-ed25519'),
  specCheck: vectorJson<SpecCheck[]>('ed25519-speccheck'),
})

/**
 * What that project's table states for OpenSSL 3 and for BoringSSL, which agree. Of the five signatures that both take,
 * three have a key of small order, which vetting refuses; the keys of cases 2 and 3 only their owner could have made.
 */
export const SPEC_CHECK: Pick<Judged, 'specCheck' | 'keys'> = {
  specCheck: 'VVVVXXXXXXXV',
  keys: ['small-order', 'small-order', ...Array<KeyQuality>(8).fill('good'), 'small-order', 'small-order'],
}

export const jwkOf = (hex: string): PublicJwk => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: Buffer.from(hex, 'hex').toString('base64url'),
})

const isValid = (key: string, message: string, signature: string) =>
  verifyBytes(publicKeyOf(jwkOf(key)), Buffer.from(message, 'hex'), Buffer.from(signature, 'hex'))

export function judgeVectors({ wycheproof, specCheck }: Vectors): Judged {
  const results = wycheproof.testGroups.flatMap(({ publicKey, tests }) =>
    tests.map(({ tcId, msg, sig, result }) => ({
      tcId,
      right: isValid(publicKey.pk, msg, sig) === (result === 'valid'),
    })),
  )
  return {
    judged: results.length,
    wrong: results.filter(({ right }) => !right).map(({ tcId }) => tcId),
    specCheck: specCheck
      .map(({ pub_key, message, signature }) => (isValid(pub_key, message, signature) ? 'V' : 'X'))
      .join(''),
    keys: specCheck.map(({ pub_key }) => vetKey(jwkOf(pub_key))),
    versions: process.versions,
  }
}

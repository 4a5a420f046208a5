import { expect, test } from 'vitest'
import { expiryOf } from '../../../../renderer/state/expiry'

test('warned of 30 and 7 days before the end, and told when it is over', () => {
  const expires = '2026-12-31T00:00:00+07:00'
  const days = (before: number) => expiryOf({ expires, expired: false }, Date.parse(expires) - before * 86_400_000)
  expect([31, 30, 8, 7, 0.5, -0.01].map(days)).toEqual([
    'registry', 'registrySoon', 'registrySoon', 'registryVerySoon', 'registryVerySoon', 'registryExpired',
  ]) // prettier-ignore
  expect(expiryOf({ expires, expired: true }, 0)).toBe('registryExpired')
})

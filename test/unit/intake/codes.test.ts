/** Every code that one file alone can provoke: how to make such a file, and what the intake must say of it. */
import { describe, expect, test } from 'vitest'
import { verifyFile } from '../../../electron/engine/intake/verifyFiles'
import { FINDING_CODES, finding, outcomeOf, type FindingCode, type Stage } from '../../../shared/export/codes'
import { makeExport, modelFrom, NOW, onDisk, registryOf, UNIT } from '../../helpers/signedExports'
import { AUTHORITY } from './recipes/authority'
import { CONTAINER } from './recipes/container'
import { CSV } from './recipes/csv'
import { MEANING } from './recipes/meaning'
import type { Recipe } from './recipes/recipe'
import { SCHEMA } from './recipes/schema'
import { SIGNED } from './recipes/signed'

const RECIPES = [...CONTAINER, ...SIGNED, ...AUTHORITY, ...CSV, ...SCHEMA, ...MEANING]
/** The chain needs other files, the comparison a store: they have their own tests. */
const ALONE: readonly Stage[] = ['container', 'signature', 'descriptor', 'authority', 'integrity', 'schema', 'privacy']
/** judged against the predecessor, with the chain */
const ELSEWHERE: readonly FindingCode[] = ['TIME-BACKWARDS']

async function verdictOf({ zip, registry = {}, now = NOW }: Pick<Recipe, 'zip' | 'registry' | 'now'>) {
  const result = await verifyFile(onDisk(zip()), { registry: modelFrom(registryOf(registry)), now })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Unit and sequence are told only of an authenticated descriptor. */
const isAnonymous = (code: FindingCode) =>
  ['container', 'signature', 'descriptor'].includes(FINDING_CODES[code].stage) &&
  FINDING_CODES[code].severity === 'reject'

describe('codes', () => {
  test.for(RECIPES)('$code: $why', async (recipe) => {
    const { findings, outcome, unit, sequence } = await verdictOf(recipe)
    expect(findings.map((item) => item.code)).toEqual([recipe.code])
    expect(outcome).toBe(outcomeOf([finding(recipe.code)]))
    if (recipe.place) expect(findings[0]!.place).toEqual(recipe.place)
    expect([unit === null, sequence === null]).toEqual([isAnonymous(recipe.code), isAnonymous(recipe.code)])
  })

  test('a good export has no finding', async () => {
    const verdict = await verdictOf({ zip: () => makeExport().zip })
    expect(verdict).toMatchObject({ outcome: 'accepted', findings: [], unit: UNIT, sequence: 1 })
  })

  test('no code is without its recipe', () => {
    const provoked = new Set<FindingCode>(RECIPES.map((recipe) => recipe.code))
    const codes = (Object.keys(FINDING_CODES) as FindingCode[]).filter((code) =>
      ALONE.includes(FINDING_CODES[code].stage),
    )
    expect(codes.filter((code) => !provoked.has(code) && !ELSEWHERE.includes(code))).toEqual([])
  })
})

/** The chain: one export against those held, in any order of arrival. */
import { describe, expect, test } from 'vitest'
import {
  checkChain,
  heldFrom,
  isDuplicate,
  predecessorOf,
  type HeldExport,
} from '../../../electron/engine/intake/chain'
import { verifyFiles } from '../../../electron/engine/intake/verifyFiles'
import { authenticate, judge } from '../../../electron/engine/intake/stateMachine'
import { receive } from '../../../electron/engine/intake/receive'
import { finding } from '../../../shared/export/codes'
import type { Descriptor } from '../../../shared/export/descriptor'
import type { PackInput, Packed } from '../../../electron/engine/export/pack'
import {
  keyEntry,
  makeExport,
  modelFrom,
  nextExport,
  NOW,
  onDisk,
  registryOf,
  scratch,
  UNIT,
  UNIT_KEY,
} from '../../helpers/signedExports'

const POLICY = { coverage_months: 24, max_sequence_step: 24 }
const hash = (n: number) => String(n).repeat(64).slice(0, 64)

function held(sequence: number, more: Partial<HeldExport> = {}): HeldExport {
  return {
    sequence,
    descriptorSha256: hash(sequence),
    previousSha256: sequence > 1 ? hash(sequence - 1) : null,
    period: { from: `2026-0${sequence}-01`, to: `2026-0${sequence}-28` },
    coverageFrom: '2024-01-01',
    asOf: `2026-0${sequence}-28T23:00:00+07:00`,
    state: 'accepted',
    ...more,
  }
}

interface Incoming {
  sequence: number
  previous?: number | null
  from?: string
  to?: string
  coverage?: string
  asOf?: string
}
function codes(
  { sequence, previous = sequence - 1, from, to, coverage, asOf }: Incoming,
  chain: HeldExport[],
  own = hash(sequence),
) {
  const like = held(sequence)
  const descriptor = {
    created: '2026-12-01T00:00:00+07:00',
    dumas: {
      sequence,
      previous:
        previous === null || sequence === 1 ? null : { sequence: sequence - 1, descriptor_sha256: hash(previous) },
      period: { from: from ?? like.period.from, to: to ?? like.period.to },
      coverage: { from: coverage ?? '2024-01-01' },
      as_of: asOf ?? like.asOf,
    },
  } as Descriptor
  return checkChain(descriptor, own, chain, POLICY).map((item) => item.code)
}
const adjoining = { from: '2026-01-29', to: '2026-02-28' }

describe('chain', () => {
  test('the first, and the next that adjoins', () => {
    expect(codes({ sequence: 1 }, [])).toEqual([])
    expect(codes({ sequence: 2, ...adjoining }, [held(1)])).toEqual([])
  })
  test('CHAIN-START: the first one seen is not number 1', () => {
    expect(codes({ sequence: 4 }, [])).toEqual(['CHAIN-START'])
  })
  test('CHAIN-PREV: names another hash than the one held', () => {
    expect(codes({ sequence: 2, previous: 9, ...adjoining }, [held(1)])).toEqual(['CHAIN-PREV'])
  })
  test('CHAIN-FORK: the same number, other bytes', () => {
    expect(codes({ sequence: 2, ...adjoining }, [held(1), held(2)], hash(8))).toEqual(['CHAIN-FORK'])
  })
  test('CHAIN-GAP up to the step, CHAIN-JUMP beyond it', () => {
    expect(codes({ sequence: 3 }, [held(1)])).toEqual(['CHAIN-GAP', 'PERIOD-GAP'])
    const far = { from: '2026-01-29', to: '2026-03-01', asOf: '2026-03-02T00:00:00+07:00' }
    expect(codes({ sequence: 25, ...far }, [held(1)])).toEqual(['CHAIN-GAP'])
    expect(codes({ sequence: 26, ...far }, [held(1)])).toEqual(['CHAIN-JUMP'])
  })
  test('CHAIN-LATE: fills a gap; CHAIN-PREV when its successor names another', () => {
    const chain = [held(1), held(3, { period: { from: '2026-03-01', to: '2026-03-31' } })]
    expect(codes({ sequence: 2, ...adjoining }, chain)).toEqual(['CHAIN-LATE'])
    expect(codes({ sequence: 2, ...adjoining }, [held(1), held(3, { previousSha256: hash(7) })])).toEqual([
      'CHAIN-PREV',
      'CHAIN-LATE',
    ])
  })
  test('a quarantined export holds its number and is no predecessor', () => {
    const chain = [held(1), held(2, { state: 'quarantined' })]
    expect(codes({ sequence: 3, from: '2026-01-29' }, chain)).toEqual(['CHAIN-GAP'])
    expect(codes({ sequence: 2, ...adjoining }, chain, hash(8))).toEqual(['CHAIN-FORK'])
    expect(codes({ sequence: 2, ...adjoining }, [held(1, { state: 'quarantined' })])).toEqual(['CHAIN-GAP'])
    expect(predecessorOf(3, chain)?.sequence).toBe(1)
  })
  test('COVERAGE-SHRUNK only beyond what policy lets go', () => {
    expect(codes({ sequence: 2, ...adjoining, coverage: '2024-02-28' }, [held(1)])).toEqual([])
    expect(codes({ sequence: 2, ...adjoining, coverage: '2024-02-29' }, [held(1)])).toEqual(['COVERAGE-SHRUNK'])
    expect(
      codes({ sequence: 2, ...adjoining, coverage: '2025-01-01' }, [held(1, { coverageFrom: '2025-01-01' })]),
    ).toEqual([])
    expect(codes({ sequence: 1, coverage: '2026-01-01' }, [])).toEqual([])
  })
  test('PERIOD-OVERLAP and PERIOD-GAP', () => {
    expect(codes({ sequence: 2, from: '2026-01-28', to: '2026-02-28' }, [held(1)])).toEqual(['PERIOD-OVERLAP'])
    expect(codes({ sequence: 2, from: '2026-01-30', to: '2026-02-28' }, [held(1)])).toEqual(['PERIOD-GAP'])
  })
  test('TIME-BACKWARDS: also for an equal as_of, whatever the offset it is written with', () => {
    expect(codes({ sequence: 2, ...adjoining, asOf: '2026-01-29T00:00:00+08:00' }, [held(1)])).toEqual([
      'TIME-BACKWARDS',
    ])
    expect(codes({ sequence: 2, ...adjoining, asOf: '2026-01-29T00:00:01+08:00' }, [held(1)])).toEqual([])
  })
  test('order of what is held does not matter', () => {
    const chain = [held(5), held(1), held(3), held(2)]
    expect(predecessorOf(4, chain)?.sequence).toBe(3)
    expect([isDuplicate(3, hash(3), chain), isDuplicate(3, hash(4), chain)]).toEqual([true, false])
  })
})

const context = { registry: modelFrom(registryOf()), now: NOW }
const outcomes = async (packed: Packed[], using = context) => {
  const result = await verifyFiles(
    packed.map(({ zip }) => onDisk(zip)),
    using,
  )
  if (!result.ok) throw new Error(result.error.code)
  return result.value.map(({ outcome, findings }) => [outcome, ...findings.map((item) => item.code)])
}

describe('files given together', () => {
  const first = makeExport()
  const second = nextExport(first, 2)
  const third = nextExport(second, 3, {
    period: { from: '2026-04-11', to: '2026-04-12' },
    asOf: '2026-04-13T00:00:00+07:00',
    created: '2026-04-13T08:15:00+07:00',
  })

  test('are taken by sequence and answered in the order of the arguments', async () => {
    expect(await outcomes([third, first, second])).toEqual([['accepted'], ['accepted'], ['accepted']])
  })
  test('the same export twice is a duplicate, in whatever ZIP', async () => {
    expect(await outcomes([first, makeExport({ level: 1 })])).toEqual([['accepted'], ['duplicate', 'DUPLICATE']])
  })
  test('two histories under one number', async () => {
    const other = nextExport(first, 2, { asOf: '2026-04-11T00:00:01+07:00' })
    expect(await outcomes([first, second, other])).toEqual([['accepted'], ['accepted'], ['quarantined', 'CHAIN-FORK']])
  })
  test('a rejected file leaves no trace in the chain', async () => {
    const bad = makeExport({ tables: { cases: [['x']] } })
    expect((await outcomes([bad, first, second])).map(([outcome]) => outcome)).toEqual([
      'rejected',
      'accepted',
      'accepted',
    ])
  })
  test('what cannot be opened says which file', async () => {
    expect(await verifyFiles([scratch('nothing.zip')], context)).toMatchObject({
      ok: false,
      error: { code: 'FILE-UNREADABLE' },
    })
    const { tmpdir } = await import('node:os')
    expect(await verifyFiles([tmpdir()], context)).toMatchObject({ ok: false, error: { code: 'FILE-UNREADABLE' } })
  })
})

describe('a compromised key', () => {
  const revoked = { at: '2026-04-14T00:00:00+07:00', reason: 'compromised' as const }
  const using = (more: object = {}) => ({
    now: NOW,
    registry: modelFrom(registryOf({ keys: [keyEntry(UNIT_KEY, UNIT, { revoked: { ...revoked, ...more } })] })),
  })
  const first = makeExport()
  const second = nextExport(first, 2)
  const against = async (packed: Packed, chain: HeldExport[], more: object = {}) => {
    const received = await receive(onDisk(packed.zip), scratch('private'), 1 << 26)
    if (!received.ok) throw new Error(received.error.code)
    const { outcome, findings } = await judge(await authenticate(received.value, using(more)), using(more), { chain })
    return [outcome, ...findings.map((item) => item.code)]
  }
  const heldOf = ({ descriptor, descriptorSha256 }: Packed) =>
    heldFrom(JSON.parse(descriptor.toString()) as Descriptor, descriptorSha256, 'accepted')

  test('signs nothing new that counts', async () => {
    expect(await against(second, [heldOf(first)])).toEqual(['rejected', 'KEY-REVOKED'])
  })
  test('what is held already stays a duplicate', async () => {
    expect(await against(first, [heldOf(first)])).toEqual(['duplicate', 'DUPLICATE'])
  })
  test('within the trusted range only what links into the held chain', async () => {
    const trusted = { last_trusted_sequence: 2 }
    expect(await against(second, [heldOf(first)], trusted)).toEqual(['accepted'])
    expect(await against(first, [heldOf(second)], trusted)).toEqual(['accepted_with_flags', 'CHAIN-LATE'])
    expect(await against(second, [], trusted)).toEqual(['rejected', 'KEY-REVOKED'])
    expect(await against(nextExport(second, 3), [heldOf(second)], trusted)).toEqual(['rejected', 'KEY-REVOKED'])
  })
  test('before it was compromised it still counts', async () => {
    expect(await against(first, [], { at: '2026-05-01T00:00:00+07:00' })).toEqual(['accepted'])
  })
})

describe('the comparison has its place', () => {
  const first = makeExport()
  const heldFirst = heldFrom(JSON.parse(first.descriptor.toString()) as Descriptor, first.descriptorSha256, 'accepted')
  const judged = async (more: Partial<PackInput>, base = first) => {
    const received = await receive(onDisk(nextExport(base, 2, more).zip), scratch('private'), 1 << 26)
    if (!received.ok) throw new Error(received.error.code)
    const seen: (number | null)[] = []
    let rows = 0
    const verdict = await judge(await authenticate(received.value, context), context, {
      chain: [heldFirst, { ...heldFirst, sequence: 7, state: 'quarantined' }],
      sink: () => void rows++,
      compare: ({ previous }) => {
        seen.push(previous?.sequence ?? null, rows)
        return [finding('SILENT-EDIT')]
      },
    })
    return { codes: verdict.findings.map((item) => item.code), outcome: verdict.outcome, seen, rows }
  }
  test('after the chain, with the predecessor, when all rows are in the sink', async () => {
    expect(await judged({})).toEqual({ codes: ['SILENT-EDIT'], outcome: 'accepted_with_flags', seen: [1, 7], rows: 7 })
  })
  test('also for an export that will be quarantined', async () => {
    expect(await judged({ created: '2026-05-12T08:15:00+07:00' })).toMatchObject({
      codes: ['TIME-FUTURE', 'SILENT-EDIT'],
      outcome: 'quarantined',
    })
  })
  test('not for one that is rejected, whose rows stop at the error', async () => {
    const none = await judged({ tables: { cases: [['x']] } })
    expect(none).toMatchObject({ outcome: 'rejected', seen: [], rows: 0 })
  })
})

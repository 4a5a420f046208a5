import { describe, expect, test } from 'vitest'
import { parseStrictJson } from '../../../electron/engine/intake/strictJson'
import { vectorFiles } from '../../helpers/vectors'

const parse = (text: string, depth = 16) => parseStrictJson(Buffer.from(text), depth)
const codeOf = (text: string | Buffer, depth = 16) => {
  const result = parseStrictJson(Buffer.from(text as string), depth)
  return result.ok ? null : result.code
}

describe('JSONTestSuite', () => {
  const files = vectorFiles('json-test-suite')
  const named = (prefix: string) => files.filter(([name]) => name.startsWith(prefix))

  test('has all its files', () => {
    expect([named('y_').length, named('n_').length, named('i_').length]).toEqual([95, 188, 35])
  })
  test.for(named('y_'))('%s is accepted, unless it repeats a member', ([name, bytes]) => {
    const result = parseStrictJson(bytes, 1000)
    if (name.startsWith('y_object_duplicated_key')) expect(result).toMatchObject({ ok: false, code: 'JSON-DUPKEY' })
    else expect(result).toEqual({ ok: true, value: JSON.parse(bytes.toString('utf8')) })
  })
  test.for(named('n_'))('%s is refused', ([, bytes]) => {
    expect(parseStrictJson(bytes, 16).ok).toBe(false)
  })
  test.for(named('i_'))('%s gives what JSON.parse gives, or is refused', ([, bytes]) => {
    const result = parseStrictJson(bytes, 1000)
    expect(result.ok ? result.value : null).toEqual(result.ok ? JSON.parse(bytes.toString('utf8')) : null)
  })
})

describe('what JSON.parse would let through', () => {
  test('a member twice, also when one is escaped', () => {
    expect(codeOf('{"a":1,"a":2}')).toBe('JSON-DUPKEY')
    expect(codeOf('{"a":1,"\\u0061":2}')).toBe('JSON-DUPKEY')
    expect(codeOf('{"a":{"b":1},"b":{"b":2}}')).toBe(null)
  })
  test('__proto__ anywhere, also escaped', () => {
    expect(codeOf('{"a":[{"__proto__":{"polluted":true}}]}')).toBe('JSON-PROTO')
    expect(codeOf('{"\\u005f_proto__":1}')).toBe('JSON-PROTO')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  test('names of the object prototype are plain members', () => {
    expect(parse('{"constructor":1,"toString":2}')).toEqual({ ok: true, value: { constructor: 1, toString: 2 } })
  })
  test('depth is counted over arrays and objects', () => {
    expect(codeOf('[[[]]]', 3)).toBe(null)
    expect(codeOf('[[{}]]', 2)).toBe('JSON-DEPTH')
  })
  test('a byte order mark, a bad byte, an overlong form', () => {
    expect(codeOf('\uFEFF{}')).toBe('JSON-UTF8')
    expect(codeOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('JSON-UTF8')
    expect(codeOf(Buffer.from([0x22, 0xc0, 0xaf, 0x22]))).toBe('JSON-UTF8')
  })
  test('a lone surrogate, which has no UTF-8 form', () => {
    expect(codeOf('"\\ud800"')).toBe('JSON-SYNTAX')
    expect(parse('"\\ud83d\\ude00"')).toEqual({ ok: true, value: '😀' })
  })
})

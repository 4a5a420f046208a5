/**
 * JSON for hostile input: RFC 8259 to the letter, and no duplicate member, no `__proto__`, no lone surrogate, no BOM, a
 * depth limit. (JSON.parse keeps the last of two equal members, so two readers may see two documents.)
 */
import type { FindingCode } from '../../../shared/export/codes'

export type JsonValue = null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue }
export type JsonTrouble = Extract<
  FindingCode,
  'JSON-UTF8' | 'JSON-SYNTAX' | 'JSON-DUPKEY' | 'JSON-PROTO' | 'JSON-DEPTH'
>
/** `at` is the offset in characters (UTF-16), 0 for a bad byte */
export type JsonResult = { ok: true; value: JsonValue } | { ok: false; code: JsonTrouble; at: number }

class Trouble extends Error {
  constructor(
    readonly code: JsonTrouble,
    readonly at: number,
  ) {
    super(code)
  }
}

/** Parses the bytes of one JSON document. `depth` counts nested arrays and objects. */
export function parseStrictJson(bytes: Uint8Array, depth: number): JsonResult {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { ok: false, code: 'JSON-UTF8', at: 0 }
  }
  if (text.startsWith('\uFEFF')) return { ok: false, code: 'JSON-UTF8', at: 0 }
  try {
    return { ok: true, value: new Parser(text, depth).document() }
  } catch (error) {
    if (error instanceof Trouble) return { ok: false, code: error.code, at: error.at }
    throw error
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** the run of a string that needs no attention; without control characters, by RFC 8259 section 7 */
// oxlint-disable-next-line no-control-regex
const PLAIN = /[^"\\\x00-\x1f]*/y
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

class Parser {
  #at = 0
  #depth = 0

  constructor(
    readonly text: string,
    readonly maxDepth: number,
  ) {}

  document(): JsonValue {
    const value = this.#value()
    this.#space()
    if (this.#at < this.text.length) this.#fail()
    return value
  }

  #fail(code: JsonTrouble = 'JSON-SYNTAX'): never {
    throw new Trouble(code, this.#at)
  }

  #space(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.#at)
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return
      this.#at++
    }
  }

  /** Skips white space and takes `character` when it comes next. */
  #take(character: string): boolean {
    this.#space()
    if (this.text[this.#at] !== character) return false
    this.#at++
    return true
  }

  #value(): JsonValue {
    this.#space()
    switch (this.text[this.#at]) {
      case '{':
        return this.#nested(() => this.#object())
      case '[':
        return this.#nested(() => this.#array())
      case '"':
        return this.#string()
      case 't':
        return this.#word('true', true)
      case 'f':
        return this.#word('false', false)
      case 'n':
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > this.maxDepth) this.#fail('JSON-DEPTH')
    this.#at++
    const value = read()
    this.#depth--
    return value
  }

  #word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.#at)) this.#fail()
    this.#at += word.length
    return value
  }

  #number(): number {
    NUMBER.lastIndex = this.#at
    const match = NUMBER.exec(this.text)
    if (!match) this.#fail()
    this.#at += match[0].length
    return Number(match[0])
  }

  #array(): JsonValue[] {
    const items: JsonValue[] = []
    if (this.#take(']')) return items
    do items.push(this.#value())
    while (this.#take(','))
    if (!this.#take(']')) this.#fail()
    return items
  }

  #object(): { [name: string]: JsonValue } {
    const members: { [name: string]: JsonValue } = {}
    if (this.#take('}')) return members
    do {
      this.#space()
      if (this.text[this.#at] !== '"') this.#fail()
      const name = this.#string()
      if (name === '__proto__') this.#fail('JSON-PROTO')
      if (Object.hasOwn(members, name)) this.#fail('JSON-DUPKEY')
      if (!this.#take(':')) this.#fail()
      members[name] = this.#value()
    } while (this.#take(','))
    if (!this.#take('}')) this.#fail()
    return members
  }

  #string(): string {
    this.#at++
    let result = this.#plain()
    while (this.text[this.#at] === '\\') result += this.#escape() + this.#plain()
    if (this.text[this.#at] !== '"') this.#fail()
    this.#at++
    if (LONE_SURROGATE.test(result)) this.#fail()
    return result
  }

  #plain(): string {
    PLAIN.lastIndex = this.#at
    const run = PLAIN.exec(this.text)![0]
    this.#at += run.length
    return run
  }

  #escape(): string {
    const letter = this.text[this.#at + 1] ?? ''
    if (letter === 'u') {
      const hex = this.text.slice(this.#at + 2, this.#at + 6)
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.#fail()
      this.#at += 6
      return String.fromCharCode(Number.parseInt(hex, 16))
    }
    const character = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined
    if (character === undefined) this.#fail()
    this.#at += 2
    return character
  }
}

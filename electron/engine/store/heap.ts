/**
 * Rows straight into the memory of sql.js's WebAssembly: its own binding gives every text an allocation of its own, which
 * costs an import as much as SQLite itself does. Works with the pinned sql.js only: what is found there is
 * checked, and where it is not what is expected, nothing of this is used.
 */
import type { SqlRow, SqlValue } from './sqlite'

/** What sql.js's module exports of SQLite's C interface; there each name has an underscore before it. */
interface Native {
  malloc: (bytes: number) => number
  free: (at: number) => void
  sqlite3_sql: (statement: number) => number
  sqlite3_step: (statement: number) => number
  sqlite3_reset: (statement: number) => number
  sqlite3_clear_bindings: (statement: number) => number
  sqlite3_bind_text: (statement: number, place: number, at: number, bytes: number, owner: number) => number
  sqlite3_bind_int: (statement: number, place: number, value: number) => number
  sqlite3_bind_double: (statement: number, place: number, value: number) => number
}
const NAMES = [
  'malloc', 'free', 'sqlite3_sql', 'sqlite3_step', 'sqlite3_reset', 'sqlite3_clear_bindings', 'sqlite3_bind_text',
  'sqlite3_bind_int', 'sqlite3_bind_double',
] as const satisfies readonly (keyof Native)[] // prettier-ignore

function nativeOf(module: object): Native | null {
  const found = NAMES.map((name) => [name, (module as Record<string, unknown>)[`_${name}`]] as const)
  return found.every(([, call]) => typeof call === 'function') ? (Object.fromEntries(found) as unknown as Native) : null
}

interface Memory {
  readonly buffer: ArrayBuffer
}
interface WebAssemblyApi {
  Memory: new (...limits: never[]) => Memory
  instantiate: (code: unknown, imports?: object) => Promise<{ instance: { exports: Record<string, unknown> } }>
}
const api = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly

/** Starts sql.js and sees its memory as it is made. `heap` is null where this is not the sql.js that is known here. */
export async function startWithHeap<M extends object>(start: () => Promise<M>): Promise<{ sql: M; heap: Heap | null }> {
  let memory: Memory | undefined
  const { instantiate } = api
  api.instantiate = async (code, imports) => {
    const made = await instantiate(code, imports)
    memory = Object.values(made.instance.exports).find((one): one is Memory => one instanceof api.Memory)
    return made
  }
  try {
    const sql = await start()
    return { sql, heap: Heap.of(sql, memory) }
  } finally {
    api.instantiate = instantiate
  }
}

/** Of sqlite3.h. `STATIC`: the text stays where it is until the statement is bound again. */
const DONE = 101
const STATIC = 0

const SCRATCH = 1 << 16
/** A text up to this length is written character by character: a call costs more. */
const SHORT = 48

export class Heap {
  private bytes: Buffer
  private scratch = 0
  private size = 0

  private constructor(
    readonly native: Native,
    private readonly memory: Memory,
  ) {
    this.bytes = Buffer.from(memory.buffer)
  }

  /** null: `module` is not the sql.js that is known here. */
  static of(module: object, memory: Memory | undefined): Heap | null {
    const native = nativeOf(module)
    return native && memory ? new Heap(native, memory) : null
  }

  /** The memory moves when it grows. */
  private view(): Buffer {
    if (this.bytes.buffer !== this.memory.buffer) this.bytes = Buffer.from(this.memory.buffer)
    return this.bytes
  }

  /** Room for `bytes` bytes that stays valid until the next call. */
  private room(bytes: number): number {
    if (bytes > this.size || this.scratch === 0) {
      if (this.scratch) this.native.free(this.scratch)
      this.size = Math.max(bytes, SCRATCH)
      this.scratch = this.native.malloc(this.size)
      if (this.scratch === 0) throw new Error('out of memory')
    }
    return this.scratch
  }

  /** The number by which SQLite knows a prepared statement of sql.js; null when it cannot be told. */
  pointerOf(statement: object, sql: string): number | null {
    const numbers = Object.values(statement).filter((value): value is number => typeof value === 'number' && value > 1)
    const [pointer] = numbers
    if (numbers.length !== 1 || pointer === undefined) return null
    const text = this.native.sqlite3_sql(pointer)
    const end = text > 0 ? this.view().indexOf(0, text) : -1
    return end > 0 && sql.trim().startsWith(this.view().toString('utf8', text, end).trim()) ? pointer : null
  }

  /** Binds a whole row and runs the statement. False: nothing was done, let sql.js do it and say what is wrong. */
  run(statement: number, row: SqlRow): boolean {
    const { native } = this
    let most = 0
    for (let i = 0; i < row.length; i++) {
      const value = row[i]
      if (typeof value === 'string') most += value.length * 3
    }
    let at = this.room(most)
    const bytes = this.view()
    native.sqlite3_clear_bindings(statement)
    for (let i = 0; i < row.length; i++) {
      const value = row[i] as SqlValue
      if (value === null) continue
      if (typeof value === 'string') {
        const length = write(bytes, at, value)
        if (native.sqlite3_bind_text(statement, i + 1, at, length, STATIC) !== 0) return false
        at += length
      } else if ((value | 0) === value) native.sqlite3_bind_int(statement, i + 1, value)
      else native.sqlite3_bind_double(statement, i + 1, value)
    }
    const isDone = native.sqlite3_step(statement) === DONE
    native.sqlite3_reset(statement)
    return isDone
  }
}

/** Returns the bytes written. */
function write(bytes: Buffer, at: number, text: string): number {
  if (text.length > SHORT) return bytes.write(text, at)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) return bytes.write(text, at)
    bytes[at + i] = code
  }
  return text.length
}

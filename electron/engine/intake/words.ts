/**
 * Words of a column by their bytes: read and recognised in one walk, without a string. A trie, so that what is found is
 * exactly the word and nothing that only looks like it.
 */
const WIDTH = 128
const FIRST_NODES = 64
/** What is learned from a file is bounded: 4 MB, some thousand words. Beyond it words are judged as strings. */
const MOST_NODES = 1 << 14
export const NO_WORD = -1

export class Words {
  /** offset of the byte after the word that was read last */
  end = 0
  #next = new Uint16Array(FIRST_NODES * WIDTH)
  #value = new Int32Array(FIRST_NODES).fill(NO_WORD)
  #nodes = 1

  constructor(words: readonly string[] = []) {
    for (const [value, word] of words.entries()) this.learn(word, value)
  }

  /** Does nothing where there is no room or `word` is not ASCII. */
  learn(word: string, value: number): void {
    let node = 0
    if (this.#nodes + word.length > MOST_NODES) return
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      if (code >= WIDTH) return
      const slot = node * WIDTH + code
      let next = this.#next[slot] as number
      // the table may be another one after it grew
      if (next === 0) {
        next = this.#add()
        this.#next[slot] = next
      }
      node = next
    }
    this.#value[node] = value
  }

  /** Value of the word from `at` to the next comma or line end; NO_WORD when it is none. Sets `end`. */
  read(bytes: Uint8Array, at: number): number {
    const next = this.#next
    let node = 0
    let i = at
    for (; ; i++) {
      const code = bytes[i] as number
      if (code === COMMA || code === CR || code === LF) break
      if (code >= WIDTH) return NO_WORD
      node = next[node * WIDTH + code] as number
      if (node === 0) return NO_WORD
    }
    this.end = i
    return this.#value[node] as number
  }

  #add(): number {
    if (this.#nodes === this.#value.length) {
      const [next, value] = [this.#next, this.#value]
      this.#next = new Uint16Array(next.length * 2)
      this.#next.set(next)
      this.#value = new Int32Array(value.length * 2).fill(NO_WORD)
      this.#value.set(value)
    }
    return this.#nodes++
  }
}

const LF = 0x0a
const CR = 0x0d
const COMMA = 0x2c

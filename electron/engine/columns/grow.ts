/** Typed arrays that grow: a segment is filled without knowing how many rows will come. */
type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array

export class Grow<A extends Numbers> {
  #array: A
  length = 0

  constructor(private readonly make: (length: number) => A) {
    this.#array = make(1024)
  }

  #room(length: number): void {
    if (length <= this.#array.length) return
    const larger = this.make(Math.max(length, this.#array.length * 2))
    larger.set(this.#array)
    this.#array = larger
  }

  push(value: number): void {
    this.#room(this.length + 1)
    this.#array[this.length++] = value
  }

  pushAscii(text: string): void {
    this.#room(this.length + text.length)
    for (let i = 0; i < text.length; i++) this.#array[this.length++] = text.charCodeAt(i)
  }

  at(index: number): number {
    return this.#array[index] as number
  }

  set(index: number, value: number): void {
    this.#array[index] = value
  }

  /** The values in the order of `order`, in an array of their own. */
  gather(order: ArrayLike<number>): A {
    const gathered = this.make(order.length)
    for (let i = 0; i < order.length; i++) gathered[i] = this.#array[order[i] as number] as number
    return gathered
  }

  /** A view on what was pushed. */
  view(from = 0, to = this.length): A {
    return this.#array.subarray(from, to) as A
  }
}

export const int32 = (length: number) => new Int32Array(length)
export const uint32 = (length: number) => new Uint32Array(length)
export const uint16 = (length: number) => new Uint16Array(length)
export const uint8 = (length: number) => new Uint8Array(length)

/** First position in `from` … `to` of a rising array whose value is at least `value`. */
export function lowerBound(array: ArrayLike<number>, value: number, from = 0, to = array.length): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((array[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Work that mostly waits for processes, two at a time: more would make their moments depend on each other. */
const LANES = 2

/** Calls `work` with 0 to `count` - 1, in that order; the first failure is thrown when both lanes have stopped. */
export async function inLanes(count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    try {
      while (next < count) await work(next++)
    } catch (error) {
      next = count
      throw error
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

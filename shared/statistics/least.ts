/** From how much on something may be said. Without the methods: sentences need the numbers alone. */

/** Fewer points make a run chart without limits. */
export const LEAST_POINTS = 12
/** Expected counts under this say nothing. */
export const LEAST_EXPECTED = 5

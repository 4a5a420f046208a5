/** Which limits of a month's point are drawn and told. Pure. */
import type { ChannelChart } from '../../../shared/contract/results/channels'

type Point = ChannelChart['points'][number]

/** Laney's limits where the chart has them: they allow for more spread between months than chance alone gives. */
export const limitsOf = ({ laney_lower, laney_upper, lower, upper }: Point) =>
  laney_lower !== null && laney_upper !== null
    ? { lower: laney_lower, upper: laney_upper }
    : lower !== null && upper !== null
      ? { lower, upper }
      : null

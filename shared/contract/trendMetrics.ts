/** What `overview.trend` can be asked for. */
export const TREND_METRICS = ['received', 'received_per_100k', 'sp3d_on_time', 'share_first_response_72h'] as const
export type TrendMetric = (typeof TREND_METRICS)[number]

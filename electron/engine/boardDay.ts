/** The day of the delivery board, and of every figure that says "today": counted where most units are. */
import { formatDay, zoneSeconds } from '../../shared/export/time'

const BOARD_ZONE = '+07:00'

/** `YYYY-MM-DD`; `seconds` since the epoch. */
export const boardDay = (seconds: number): string => formatDay(Math.floor((seconds + zoneSeconds(BOARD_ZONE)) / 86_400))

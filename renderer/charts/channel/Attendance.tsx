import { useText } from '../../text/useText'
import { ChartBox, type ChartProps } from '../ChartBox'
import { niceEnd, niceTicks } from '../layout'

const HEIGHT = 180
const [TOP, BOTTOM, LEFT] = [10, 40, 34]

/** One Friday: how many came to the sessions held. */
export interface AttendancePoint {
  day: string
  /** null: no session, so nobody to count */
  median: number | null
  q1: number | null
  q3: number | null
  sessions: number
  holiday: boolean
}

/** People at the sessions of each Friday: median as a dot, the middle half as a bar. */
export function Attendance({ points, label, printing }: ChartProps & { points: readonly AttendancePoint[] }) {
  const { t, f } = useText()
  const most = niceEnd(Math.max(1, ...points.map(({ q3, median }) => q3 ?? median ?? 0)), 4)
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const bottom = height - BOTTOM
        const step = (width - LEFT - 4) / Math.max(1, points.length)
        const x = (at: number) => LEFT + (at + 0.5) * step
        const y = (people: number) => bottom - (people / most) * (bottom - TOP)
        const every = Math.max(1, Math.ceil(20 / step))
        return (
          <svg data-chart="attendance" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {niceTicks(0, most, 4).map((people) => (
              <g key={people}>
                <line x1={LEFT} x2={width} y1={y(people)} y2={y(people)} className={people === 0 ? 'ax' : 'gr'} />
                <text x={LEFT - 6} y={y(people) + 4} textAnchor="end">
                  {f.count(people)}
                </text>
              </g>
            ))}
            {points.map(({ day, median, q1, q3, sessions, holiday }, at) => {
              const month = day.slice(0, 7)
              const first = at === 0 || points[at - 1]!.day.slice(0, 7) !== month
              return (
                <g key={day}>
                  <title>
                    {median === null
                      ? f.day(day)
                      : t('attendance.point', {
                          day: f.day(day),
                          median: f.number(median, Number.isInteger(median) ? 0 : 1),
                          low: f.count(q1 ?? median),
                          high: f.count(q3 ?? median),
                          n: f.count(sessions),
                        })}
                  </title>
                  {median !== null && (
                    <>
                      <line
                        x1={x(at)}
                        x2={x(at)}
                        y1={y(q1 ?? median)}
                        y2={y(q3 ?? median)}
                        stroke="var(--q2)"
                        strokeWidth={Math.min(8, step * 0.5)}
                      />
                      <circle cx={x(at)} cy={y(median)} r={Math.min(4, step * 0.3)} className="f1" />
                    </>
                  )}
                  {holiday && (
                    <text x={x(at)} y={bottom - 6} textAnchor="middle">
                      {t('calendar.holidayLetter')}
                    </text>
                  )}
                  {at % every === 0 && (
                    <text x={x(at)} y={bottom + 17} textAnchor="middle">
                      {Number(day.slice(8))}
                    </text>
                  )}
                  {first && (
                    <text x={x(at)} y={bottom + 34} textAnchor="middle" className="t">
                      {f.month(month, true).split(' ')[0]}
                    </text>
                  )}
                </g>
              )
            })}
          </svg>
        )
      }}
    </ChartBox>
  )
}

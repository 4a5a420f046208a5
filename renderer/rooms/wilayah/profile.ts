/** The profile's rows in words: each number stands beside its strip. Pure. */
import type { Figure } from '../../../shared/contract/results/common'
import type { ProfileRow, RegionProfile } from '../../../shared/contract/results/region'
import type { MessageId } from '../../../shared/messages/catalogue'
import {
  figureWords,
  intervalText,
  missingText,
  valueKind,
  valueText,
  valueWithUnit,
  type FigureContext,
} from '../../../shared/sentences/figure'
import { joined, rangeText, type Words } from '../../../shared/sentences/words'

export interface ProfileLine {
  metric: ProfileRow['metric']
  measure: string
  value: string
  /** false: `value` says why there is none */
  known: boolean
  interval: string
  target: string
  peers: string
  nation: string
  lastYear: string
  denominator: string
  /** all of it in one sentence, for readers without the strip */
  label: string
  figure: Figure
  band: ProfileRow['peers']
}

const DASH = '–'
const RATES = {
  received_per_100k: 'region.profile.populationDenominator',
  received_per_1000_personnel: 'region.profile.personnelDenominator',
} as const satisfies Partial<Record<Figure['metric'], MessageId>>

function denominatorText(figure: Figure, context: FigureContext, words: Words): string {
  const { t, f } = words
  const { metric, numerator, denominator } = figure
  if (numerator !== null && denominator !== null) {
    const counts = { n: f.count(numerator), total: f.count(denominator) }
    if (metric === 'open_over_90_days') return t('region.profile.openDenominator', counts)
    if (metric === 'received_per_100k' || metric === 'received_per_1000_personnel') {
      const year = figure.extra['denominator_year']
      return joined(
        t(RATES[metric], counts),
        typeof year === 'number' && t('region.profile.denominatorYear', { year: String(year) }),
      )
    }
  }
  return figureWords(figure, context, words).denominator
}

function targetText(figure: Figure, words: Words): string {
  const { target, metric } = figure
  if (!target) return words.t('region.profile.noTarget')
  const value = valueWithUnit(metric, target.value, 0, words)
  return target.kind === 'regulation'
    ? value
    : words.t('region.profile.targetKind', { value, kind: words.t(`ruleKind.${target.kind}`) })
}

function line({ metric, figure, peers, nation }: ProfileRow, context: FigureContext, words: Words): ProfileLine {
  const { t } = words
  // Peers, nation and last year have no denominator here; their shares keep the decimals of the unit's own.
  const text = (value: number) => valueText(metric, value, figure.denominator, words)
  const lastYear = figure.last_year
  const days = valueKind(metric) === 'days'
  const said = {
    metric,
    measure: days ? t('region.profile.days', { measure: t.code('metric', metric) }) : t.code('metric', metric),
    value: figure.value === null ? missingText(figure, words) : text(figure.value),
    known: figure.value !== null,
    interval: intervalText(metric, figure, words) || DASH,
    target: targetText(figure, words),
    peers: peers ? rangeText(text(peers.low), text(peers.high), words) : DASH,
    nation: nation === null ? DASH : text(nation),
    lastYear: !lastYear
      ? t('figure.noCoverage')
      : lastYear.value === null
        ? missingText(lastYear, words)
        : text(lastYear.value),
    denominator: denominatorText(figure, context, words),
    figure,
    band: peers,
  }
  return { ...said, label: t('region.profile.rowLabel', said) }
}

export const profileLines = ({ rows }: RegionProfile, context: FigureContext, words: Words): ProfileLine[] =>
  rows.map((row) => line(row, context, words))

/** Metrics of the three figures that "pin" takes: the first that have a value. */
const PINNED = [
  'received',
  'sp3d_on_time',
  'first_response_median_days',
  'open_over_90_days',
  'received_per_100k',
] as const
const MOST_PINNED = 3

export function figuresToPin({ rows }: RegionProfile): ProfileRow[] {
  const known = PINNED.flatMap((metric) => rows.filter((row) => row.metric === metric && row.figure.value !== null))
  return known.slice(0, MOST_PINNED)
}

/** Sentences about units side by side: on the map, and month by month. */
import type { places as id } from '../id/places'

export const places: Readonly<Record<keyof typeof id, string>> = {
  'months.quiet': '{month}: no {level} outside the range of the {n} {n:month|months} before.',
  'months.high': '{names} above',
  'months.low': '{names} below',
  'months.outside': '{month}: {parts} the range of the {n} {n:month|months} before.',
  'months.chance': 'Without any change, about {expected} of {units} would be; each unit’s control chart decides.',
  'months.missing': '{n} {n:has|have} not reported that month.',
  'map.above': '{names} above the 99.8% limit',
  'map.below': '{names} below the 99.8% limit',
  'map.both': '{above} above, {below} below the 99.8% limit',
  'map.count': '{n} {level}',
  'map.counts': '{n} {n:case|cases}, in {some} of {all} {level}.',
  'map.countsOnly': 'Not judged: the population of each {level} is unknown.',
  'map.quiet': 'No {level} outside the 99.8% limits',
  'map.against': 'against the overall {rate} per 100,000 people.',
  'map.low': 'A low figure is a question too.',
  'map.manyOutside': 'So many outside means that units do differ; these limits are no ranking.',
  'map.missing': '{n} {level} {n:has|have} not reported in full: {names}.',
}

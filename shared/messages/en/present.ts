import type { present as source } from '../id/present'

/** Slides for a room: what is asked of the audience, and what the numbers are. */
export const present: Readonly<Record<keyof typeof source, string>> = {
  'present.lead':
    '{n} {n:slide|slides} of the filter in force. F to begin and leave, arrows, Home and End to move, A hides names, B blackens the screen, N shows notes.',
  'present.begin': 'Begin full screen',
  'present.hideNames': 'Hide names of units',
  'present.slides': 'List of slides',
  'present.slide': 'slide',
  'present.nothing': 'There is nothing to draw for this filter.',
  'present.notes': "Speaker's notes:",
  'present.black': 'The screen is black; B or an arrow returns to the slide',
  'present.number': '{n} of {total}',
  'present.anonymous': '{purpose}, units hidden',
  'present.trend.caption': 'cases received in {month}',
  'present.trend.ask': 'What happened in that month: the cases, the doors, or the recording?',
  'present.trend.note': 'XmR limits from the frozen baseline.',
  'present.map.title': 'Where are reports more or fewer than expected?',
  'present.map.caption': 'Polda outside the 99.8% limits for the overall rate per population',
  'present.map.ask': 'Few reports: no problem, or no door?',
  'present.rates.title': 'Which {level} receive more or fewer than expected?',
  'present.rates.caption':
    'cases received by {name}; {expected} expected at the overall rate of {target} per 100,000 people, {p}',
  'present.waiting.caption': 'median waiting time of {n} {n:case|cases} (95%: {range})',
  'present.waiting.captionAlone': 'median waiting time of {n} {n:case|cases}',
  'present.waiting.ask': 'Who is still waiting, and why does the mean not tell?',
  'present.waiting.note': 'Kaplan-Meier; those not yet answered count.',
  'present.flow.caption': 'cases open on {day}; {opening} at the start',
  'present.flow.ask': 'Does what leaves keep up with what comes?',
  'present.backlog.caption': 'cases open for more than 90 days',
  'present.backlog.ask': 'What keeps old cases open?',
  'present.sp3d.caption': 'cases of {name} had a progress notice in time; reference {target}, {p}',
  'present.sp3d.note': 'Progress notice (SP3D) within 20 working days, Perpol 2/2024.',
  'present.units.ask': 'What would you ask {name} before you conclude?',
}

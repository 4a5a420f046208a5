import type { years as source } from '../id/years'

export const years: Record<keyof typeof source, string> = {
  'years.label': 'Archived years',
  'years.banner': 'The years before {year} are archived; their evidence is kept.',
  'years.banner.more':
    'Figures, comparisons and chart baselines are computed from {year} on; older cases still open stay counted.',
  'years.manage': 'Bring archived years back',
  'years.words': 'years before {year} archived',
  'years.refused': 'This period touches archived years',
  'years.refused.text':
    'Figures for {day} are not computed while the years before {year} are archived. No data changed, the evidence is kept.',
  'years.since': 'Show from {year} on',
  'years.figure': 'Not compared: it touches archived years.',
  'years.title': 'Storage: archived years',
  'years.lead':
    'Cases finished in earlier years can leave memory, so that the console is lighter. Evidence and stores are not touched, and the years can be brought back at any time.',
  'years.none': 'All years are in memory.',
  'years.now': 'The years before {year} are archived.',
  'years.choose': 'Archive the years before',
  'years.tooYoung': 'There is no year yet that could be archived.',
  'years.archive': 'Archive …',
  'years.return': 'Bring archived years back …',
  'years.archive.title': 'Archive the years before {year}?',
  'years.return.title': 'Bring the archived years back?',
  'years.return.text': 'All years are computed again: the figures are exactly those from before archiving.',
  'years.counting': 'Counting what would leave memory.',
  'years.preview': '{leaving} of {cases} {cases:case|cases} leave memory; the columns shrink by {size} MB.',
  'years.effect':
    'A period that begins before {year} cannot be shown while they are archived. Older cases that are open, late, or moved since {year} stay.',
  'years.reason': 'Reason',
  'years.reason.help': 'Goes into the audit log.',
  'years.archive.save': 'Archive',
  'years.return.save': 'Bring back',
  'years.cancel': 'Cancel',
  'years.working': 'Putting the columns together again.',
  'years.archived': 'The years before {year} are archived.',
  'years.returned': 'The archived years are back.',
  'years.period': 'The years before {year} are archived.',
  'cli.archive.done':
    'The years before {year} are archived: {leaving} of {cases} {cases:case|cases} left the columns, {size} MB.',
  'cli.archive.none': 'All years are in the columns.',
}

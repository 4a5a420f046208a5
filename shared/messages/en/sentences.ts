/** Figures in words: metrics, findings of each figure (signal, no signal, not enough data), questions to units. */
import type { sentences as id } from '../id/sentences'

export const sentences: Readonly<Record<keyof typeof id, string>> = {
  'say.range': '{low} to {high}',
  'say.ofTotal': '{n} of {total}',
  'say.ofTotalShare': '{n} of {total} ({share})',
  'say.days': '{n} {n:day|days}',
  'say.hours': '{n} {n:hour|hours}',
  'say.underHour': 'less than 1 hour',
  'say.moreThanDays': 'more than {n} {n:day|days}',
  'say.others': '{n} {n:other|others}',
  'say.insufficient': 'Not enough data.',

  'metric.revision_rate': 'Revision rate',
  'metric.received': 'Received',
  'metric.received_per_100k': 'Received per 100,000 people',
  'metric.received_per_1000_personnel': 'Received per 1,000 personnel',
  'metric.sp3d_on_time': 'Progress notice (SP3D) on time',
  'metric.first_response_median_days': 'Time to first response',
  'metric.open_over_90_days': 'Open for more than 90 days',
  'metric.substantiated': 'Closed upheld',
  'metric.share_first_response_72h': 'Answered within 72 hours',
  'metric.close_median_days': 'Time to closing',
  'metric.share_reopened': 'Reopened',
  'metric.share_sp3d_in_time': 'Progress notice (SP3D) on time',
  'metric.share_substantiated': 'Closed upheld',

  'metric.received.definition':
    'Cases whose day of receipt lies in the period, in the unit’s own zone. 95% Poisson interval: exact up to 10, Byar from 11. A low count is not an achievement; a low count is a question.',
  'metric.received_per_100k.definition':
    'Cases received divided by the population of the unit’s area, times 100,000. Population is attached to Polres through kabupaten/kota and summed upward; a Polda is not a province.',
  'metric.received_per_1000_personnel.definition': 'Cases received divided by the unit’s personnel, times 1,000.',
  'metric.sp3d_on_time.definition':
    'Cases whose progress notice (SP3D) was sent in time, divided by matured cases: due on or before the unit’s as-of. Overdue and still open counts as late. The rule in force on the day of receipt applies. 95% Wilson interval.',
  'metric.first_response_median_days.definition':
    'Median time from receipt to first response by Kaplan-Meier. Cases not yet answered are censored at their unit’s as-of. The mean of answered cases misleads, because it ignores those still waiting.',
  'metric.open_over_90_days.definition':
    'Open cases older than 90 days, divided by all open cases, at each unit’s as-of or the end of the period, whichever is earlier. 95% Wilson interval.',
  'metric.substantiated.definition':
    'Cases closed as upheld or partly upheld, divided by cases closed in the period. 95% Wilson interval. A high or low share is no measure of performance.',
  'metric.share_first_response_72h.definition':
    'Cases answered within 72 hours of receipt, divided by cases whose 72 hours have passed. Directive of the Chief of Police of 31 January 2025, not a regulation. 95% Wilson interval.',
  'metric.close_median_days.definition':
    'Median time from receipt to closing by Kaplan-Meier. Open cases are censored at their unit’s as-of.',
  'metric.share_reopened.definition':
    'Closed cases that were ever reopened, divided by cases closed in the period. 95% Wilson interval.',

  'figure.interval': '95%: {range}',
  'figure.shareInterval': '{share} (95%: {range})',
  'figure.lastYear': '{period}: {value}',
  'figure.lastYearChange': '{period}: {value} ({change})',
  'figure.lastYearNone': '{period}: {reason}',
  'figure.lastYearTarget': '{lastYear}; target {target}',
  'figure.rates': '{perPopulation} per 100,000; {perPersonnel} per 1,000 personnel',
  'figure.ratePopulation': '{perPopulation} per 100,000 people',
  'figure.ratePersonnel': '{perPersonnel} per 1,000 personnel',
  'figure.matured': '{n} of {total} matured {total:case|cases}',
  'figure.pending': '{n} not yet due',
  'figure.blocked': '{n} calendar not loaded',
  'figure.survival': 'Kaplan-Meier, {n} {n:case|cases}',
  'figure.survivalCensored': 'Kaplan-Meier, {n} {n:case|cases}; {censored} censored',
  'figure.ofClosed': '{n} of {total} closed',
  'figure.ofAnswered': '{n} of {total} {total:case|cases}',
  'figure.asOf': 'on {day}, at each unit’s as-of',
  'figure.cases': 'cases',
  'figure.daysMedian': 'days, median',
  'figure.ofOpen': 'of {total}',
  'figure.unreached': 'not reached',
  'figure.noCoverage': 'not covered',

  'coverage.answer':
    '{reported} of {expected} reporting {expected:unit|units} {reported:has|have} reported ({share}), up to {day}.',
  'coverage.answerNoDay':
    '{reported} of {expected} reporting {expected:unit|units} {reported:has|have} reported ({share}).',
  'coverage.none': 'No reporting unit within this filter.',
  'coverage.missing': '{n} not reported',
  'coverage.quarantined': '{n} in quarantine and not counted',
  'coverage.months': '{delivered} of {expected} unit-months received',
  'coverage.complete': 'All units have reported',
  'coverage.cut': 'All figures are cut at the same day.',
  'coverage.asOf': 'Each unit is counted up to its own as-of: {from} to {to}.',
  'coverage.note': 'Coverage {reported} of {expected} {expected:unit|units} up to {day}',
  'coverage.noteNoDay': 'Coverage {reported} of {expected} {expected:unit|units}',

  'lead.complete': 'The picture is complete.',
  'lead.nearly': 'The picture is nearly complete.',
  'lead.partial':
    'The picture is incomplete: {reported} of {expected} {expected:unit|units} {reported:has|have} reported.',
  'lead.nothing': 'No unit has reported within this filter yet.',
  'lead.receivedDown': 'Received is down {change} on the same period last year',
  'lead.receivedUp': 'Received is up {change} on the same period last year',
  'lead.receivedSame': 'Received cannot be told apart from the same period last year',
  'lead.receivedAlone': '{n} {n:case|cases} received',
  'lead.backlogUp': 'the backlog grew by {n}',
  'lead.backlogDown': 'the backlog shrank by {n}',
  'lead.backlogSame': 'the backlog is unchanged',
  'lead.targetBelow': 'SP3D on time is below the target of {target}',
  'lead.targetAbove': 'SP3D on time is above the target of {target}',
  'lead.targetWithin': 'SP3D on time cannot be told apart from the target of {target}',
  'lead.targetUnknown': 'SP3D on time cannot be judged yet',

  'trend.up': 'Yes, up.',
  'trend.down': 'Yes, down.',
  'trend.wasUp': 'It was up for a time.',
  'trend.wasDown': 'It was down for a time.',
  'trend.quiet': 'No signal.',
  'trend.quietWhy': '{n} {n:month|months} within the control limits; moves from month to month are ordinary.',
  'trend.none': 'No case in these months.',
  'trend.run': 'Only {n} complete {n:month|months}; control limits are drawn from 12 months.',
  'trend.flat':
    'All {n} baseline {n:month|months} stand at {value}: without any spread there are no control limits, so change is not judged.',
  'trend.flatGaps':
    'The first {n} {n:gap|gaps} between cases are all {days} {days:day|days}: without any spread there are no control limits, so change is not judged.',
  'trend.runRare':
    '{cases} {cases:case|cases} in {n} {n:month|months}: too rare for control limits, which need 12 gaps between cases.',
  'trend.empty': 'No complete month yet.',
  'trend.outsideUp': '{from}: {value}, above the limit of {limit}.',
  'trend.outsideDown': '{from}: {value}, below the limit of {limit}.',
  'trend.shiftUp':
    '{n} {n:month|months} in a row above the baseline mean of {mean}, {from} to {to} (signal: 7 on one side).',
  'trend.shiftDown':
    '{n} {n:month|months} in a row below the baseline mean of {mean}, {from} to {to} (signal: 7 on one side).',
  'trend.trendUp':
    '{n} {n:month|months}, {from} to {to}, each higher than the one before (signal: 7 in one direction).',
  'trend.trendDown':
    '{n} {n:month|months}, {from} to {to}, each lower than the one before (signal: 7 in one direction).',
  'trend.two_of_threeUp': '{from} to {to}: two of three months near the upper limit (signal: 2 of 3).',
  'trend.two_of_threeDown': '{from} to {to}: two of three months near the lower limit (signal: 2 of 3).',
  'trend.noneOutside': 'No point outside the limits so far.',
  'trend.alsoOne': 'One other signal before.',
  'trend.also': '{n} other {n:signal|signals} before.',

  'trend.choice.xmr': 'XmR chart for counts.',
  'trend.choice.run':
    'Run chart without control limits: fewer than 12 comparable months, or fewer than 12 gaps between cases.',
  'trend.choice.flat': 'Run chart without control limits: the baseline shows no spread at all.',
  'trend.choice.u': 'u chart for a rate, limits by the people of each month.',
  'trend.choice.uWide': 'u chart for a rate, limits widened to the spread of the baseline (Laney, σz {sigma}).',
  'trend.choice.p': 'p chart for a share, limits by the cases of each month.',
  'trend.choice.pWide': 'p′ chart for a share, limits widened to the spread of the baseline (Laney, σz {sigma}).',
  'trend.choice.g': 'g chart for rare events: days without a case between two cases.',
  'trend.choice.t': 't chart for very rare events: days from one case to the next.',
  'trend.rare.whyG':
    'On average {perMonth} cases a month, too rare for monthly counts; judged are the days between two cases (g chart).',
  'trend.rare.whyT':
    'On average {perMonth} cases a month, too rare for monthly counts; judged are the days from case to case (t chart).',
  'trend.rare.quietWhy': '{n} {n:gap|gaps} between cases within the control limits.',
  'trend.rare.rarer': 'Yes, rarer.',
  'trend.rare.oftener': 'Yes, more often.',
  'trend.rare.wasRarer': 'It was rarer for a time.',
  'trend.rare.wasOftener': 'It was more often for a time.',
  'trend.rare.silent': 'Yes, it stopped.',
  'trend.rare.silentWhy':
    '{days} {days:day|days} without a case since {since}, above the limit of {limit} {limit:day|days}; nothing is a question, not a success.',
  'trend.rare.outsideUp': '{days} {days:day|days} up to the case of {to}, above the limit of {limit} {limit:day|days}.',
  'trend.rare.outsideDown':
    '{days} {days:day|days} up to the case of {to}, below the limit of {limit} {limit:day|days}.',
  'trend.rare.shiftUp':
    '{n} {n:gap|gaps} in a row above the median of {mean} {mean:day|days}, {from} to {to} (signal: 7 on one side).',
  'trend.rare.shiftDown':
    '{n} {n:gap|gaps} in a row below the median of {mean} {mean:day|days}, {from} to {to} (signal: 7 on one side).',
  'trend.rare.trendUp': '{n} {n:gap|gaps}, {from} to {to}, each longer (signal: 7 in one direction).',
  'trend.rare.trendDown': '{n} {n:gap|gaps}, {from} to {to}, each shorter (signal: 7 in one direction).',
  'trend.rare.two_of_threeUp': '{from} to {to}: two of three gaps near the upper limit (signal: 2 of 3).',
  'trend.rare.two_of_threeDown': '{from} to {to}: two of three gaps near the lower limit (signal: 2 of 3).',

  'flow.match': 'It adds up.',
  'flow.matchWhy': 'Opening plus what came in minus what went out equals closing, in every unit.',
  'flow.matchOverall': 'The sum adds up.',
  'flow.mismatch': 'It does not add up: {n} {n:case|cases} apart.',
  'flow.mismatchUnits':
    '{units} {units:unit differs|units differ} by {n} {n:case|cases}, most at {name} ({difference}).',
  'flow.referred': '{n} referred {n:case still counts|cases still count} as backlog.',
  'flow.empty': 'No case at the start, during or at the end of the period.',

  'questions.open': '{n} open {n:flag|flags}',
  'questions.tests': 'from {tests} {tests:test|tests}; {strong} with the strongest evidence.',
  'questions.testsOne': 'from {tests} {tests:test|tests}.',
  'questions.duty': 'A flag is a question to the unit and must end in a disposition.',
  'questions.none': 'No open flag from {tests} {tests:test|tests}.',
  'questions.disposed': '{n} with a disposition already.',

  'curve.half': 'Half of the cases are {stage} within {median}',
  'curve.halfRest': 'Half of the cases are {stage} within {median}; {rest} are not after {horizon}.',
  'curve.unreached': 'Fewer than half of the cases are {stage} after {horizon}.',
  'curve.quartile': 'Three quarters within {q3}.',
  'curve.quartileUnreached': 'The upper quartile is not reached: more than {horizon}.',
  'curve.few': 'Only {n} {n:case|cases}, {events} {stage} so far.',
  'stage.first_response': 'answered',
  'stage.progress': 'given a progress notice',
  'stage.publication': 'made known',
  'stage.close': 'closed',

  'funnel.outside': '{names} outside the 99.8% limits',
  'funnel.outsideDetail': '{name} outside the 99.8% limits',
  'funnel.detail': '({evidence}, P = {p})',
  'funnel.alert': 'and {n} {level} outside the 95% limits.',
  'funnel.alertOnly': '{n} {level} outside the 95% limits',
  'funnel.otherwise': 'The other {level} cannot be told apart from {target}.',
  'funnel.quiet': 'No {level} outside the 95% limits.',
  'funnel.quietWhy': '{n} {level} tested; their difference from {target} is within chance.',
  'funnel.insufficient': '{n} {level} {n:is|are} too small to judge.',
  'funnel.target': 'the target of {target}',
  'funnel.overall': 'the overall {target}',
  'funnel.noDispersion': 'No over-dispersion, so that adjusted limits are the same.',
  'funnel.dispersion': 'Over-dispersion {phi}: {n} {level} outside the adjusted limits.',

  'backlog.old': '{n} of {total} {total:case|cases} open for more than 90 days ({share});',
  'backlog.none': 'No open cases.',
  'backlog.noOld': 'None of {total} open {total:case|cases} is older than 90 days;',
  'backlog.lastYear': 'a year ago {n} of {total} ({share}).',
  'backlog.noLastYear': 'a year ago is not covered.',
  'backlog.oldest': 'The oldest is {days} {days:day|days} old, at {name}.',

  'funnel.fdr': 'Benjamini-Hochberg {level} over {tested} {tested:test|tests}: {kept} kept.',
  'profile.few': 'Not enough data to judge: {names}.',
  'profile.withinSome': '{n} of {total} measures can be compared, inside the middle 50% of the peer group.',
  'profile.within': 'All measures lie within the middle half of the peer group.',
  'profile.outside': 'Outside the middle half of the peer group: {names}.',
  'profile.noPeers': 'No peers to compare with.',
  'profile.target': 'Below target: {names}.',

  'codes.largest': 'Most: {name}, {n} of {total} ({share}).',
  'codes.channels': 'Different channels are not summed into one complaint figure.',
  'codes.unknown': 'Unknown: {n} ({share}).',
  'codes.noneClosed': 'No case was closed within this filter.',
  'codes.empty': 'No cases within this filter.',
}

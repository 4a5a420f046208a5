/** The room Ikhtisar (overview). */
import type { overview as id } from '../id/overview'

export const overview: Readonly<Record<keyof typeof id, string>> = {
  'overview.title': 'National overview',
  'overview.titleUnit': 'Overview of {name}',
  'overview.present': 'Present',
  'overview.anev': 'Compose Anev',
  'overview.board': 'Delivery board',
  'overview.keyFigures': 'Key figures',
  'overview.strip.now': 'this period and its 95% interval',
  'overview.strip.lastYear': 'same period last year',
  'overview.mixed':
    'This filter holds formal, app and community channels at once. Its rate per population is not one measure of complaints; choose channels of one kind to compare.',
  'overview.unmixed': 'Other channels are not summed into this; choose them in the channel filter.',

  'overview.trend.title': 'Has the number of {matter} received changed?',
  'overview.trend.note': '{matter} received per month, XmR chart, limits at 2.66 mean moving ranges. {baseline}',
  'overview.trend.baseline': 'Baseline {from} to {to}.',
  'overview.trend.plainNote': '{matter} received.',
  'overview.trend.axis': 'The axis does not start at zero.',
  'overview.map.title': 'Where are more or fewer {matter} received than expected?',
  'overview.map.note':
    '{matter} received per 100,000 people. Limits: exact Poisson; Benjamini-Hochberg {level} over {tested} {units}, {kept} remain.',
  'overview.map.countsNote': '{matter} received in the period, without a rate: the population is not known.',
  'overview.map.province': 'A Polda is not a province: Metro Jaya covers parts of Jawa Barat and Banten.',
  'overview.flow.title': 'Does the flow of cases add up from start to end?',
  'overview.flow.note':
    '{sum}. Cases, counted from events. A case closed in the period and reopened after it counts as open in the key figures, not here.',
  'overview.questions.title': 'What needs clarification?',
  'overview.questions.note':
    'Tests: exact binomial and Poisson tails; no ranking on counts under 10. At 2.5% on each side, some flags arise by chance.',
  'overview.questions.test': 'Test',
  'overview.questions.kind': 'Kind of flag',
  'overview.questions.allKinds': 'All flags ({n})',
  'overview.questions.kindCount': '{kind} ({n})',
  'overview.questions.unit': 'Unit',
  'overview.questions.what': 'What to clarify',
  'overview.questions.evidence': 'Evidence',
  'overview.questions.chance': 'Chance if there is no special cause',
  'overview.questions.disposition': 'Disposition',
  'overview.questions.all': 'Show all ({n})',
  'overview.questions.fewer': 'Show fewer',
  'overview.questions.dispose': 'Disposition of {name}: {what}',
  'overview.questions.disposed': 'Disposition saved: {disposition}',
  'overview.questions.clear': 'Remove disposition',
  'overview.questions.reasonTitle': 'Disposition: {disposition}',
  'overview.questions.reason': 'Reason',
  'overview.questions.reasonHint': 'Written to the audit log with the disposition. Do not write names of people.',
  'overview.questions.save': 'Save disposition',
  'overview.questions.cancel': 'Cancel',
  'overview.channels.title': 'Through which channels do people come?',
  'overview.categories.title': 'What is it about?',
  'overview.outcomes.title': 'How did closed cases end?',
  'overview.codes.note': '{matter} received in the period.',
  'overview.outcomes.note': 'Cases closed in the period, by outcome.',
  'overview.matter.complaint': 'complaints',
  'overview.matter.case': 'cases',
  'overview.matterStart.complaint': 'Complaints',
  'overview.matterStart.case': 'Cases',
  'overview.empty.title': 'No unit has reported within this filter yet',
  'overview.empty.text':
    'Zero and not reported are two different things; therefore no figure is shown. Widen the period, or import exports in the Data room.',
  'overview.empty.action': 'Go to the Data room',
  'overview.trend.definition':
    'Cases received per month in an XmR chart: the baseline mean plus and minus 2.66 mean moving ranges. Signals: a point outside the limits; seven on one side; seven in one direction; two of three beyond two thirds of the limit. The baseline is frozen, so that new data do not move the limits.',
  'overview.flow.definition':
    'Opening + received + reopened + transferred in − closed − transferred out = closing, per unit. Any difference is shown with its size.',
  'overview.questions.definition':
    'Flags come from tests whose rules are fixed: binomial and Poisson tails, nil reports, heaping before deadlines, edits between exports, the revision rate against the other units. Each flag ends in a disposition: explained, clarification asked, finding, or false alarm.',
  'overview.codes.definition':
    'Number of cases by the codes that units reported. What is unknown is shown with its share, never dropped.',
  'overview.openCases': 'Show the cases',
}

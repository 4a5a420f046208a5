/** What a figure counts, for its "i". */
export const definitions = {
  'definition.profile':
    'Each row is one measure: its value with the 95% interval, a target where the registry sets one, the middle half of the peer group, the national figure, and the same period last year. Each row has its own scale; a position is not a rank.',
  'definition.regionChannels':
    'Cases received in the period by the channel that the unit recorded. First answer: Kaplan-Meier median since receipt. Followed up: cases with a progress notice (SP3D) or closed, divided by the cases of that channel. Channels are not added up.',
  'definition.units':
    'One row a unit: cases received in the period, SP3D on time among matured cases with its 95% Wilson interval, cases open and older than 90 days at the end of the period, and the last three months of deliveries. The order is not a rank.',
  'definition.subjects':
    'Cases received in the period by the subject that the unit recorded. A complaint is about members or service; public-order reports, emergencies, requests for service and suggestions are not complaints. Shares are of all cases of this channel.',
  'definition.ledBy':
    'Sessions in the period by the office of whoever led them, as the unit recorded it. Sessions without a recorded leader stay in the denominator and are shown apart.',
  'definition.kinds':
    'Sessions in the period by the kind that the unit recorded. Only Jumat Curhat has a day set by rule; other kinds are in no figure of this page.',
  'definition.attendance':
    'People at each session as the unit recorded them: median and quartiles across sessions, not the number of different people.',
  'definition.programmes':
    "Cases of this channel by the programme's name in the registry. The median time to a first answer is Kaplan-Meier; closed: cases with a closed status divided by the programme's cases.",
  'definition.addressees':
    'Cases by the officer whom the message addresses. Above, same level, below: the level of the handling unit compared with that officer. Shares use the denominator of each row, with a 95% Wilson interval.',
  'definition.lines':
    'Daily tallies of each line. Answered and abandoned are divided by calls offered, prank by calls answered. A day without a row is not reported, not zero. Lines are not added up.',
  'definition.stages':
    'Time from receipt to each milestone, Kaplan-Meier. A matter closed without reaching the milestone leaves the watch at its closing; the curve can therefore fall further than the share that reached it.',
  'channels.subjects.pin': 'Cases about members or service',
  'channels.ledBy.pin': 'Sessions by their leader',
  'channels.programmes.pin': 'Cases of the largest programme',
  'channels.incidence.pin': 'Share upheld, cumulative incidence',
} as const

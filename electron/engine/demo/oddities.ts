/**
 * What is planted in the demo nation, so that an overseer finds something to ask about; also the answer key of a
 * training. Units are named by code; a unit that a smaller nation lacks is simply not planted.
 */
export type Oddity =
  | { kind: 'sp3d_below_target'; share: number }
  | { kind: 'volume'; factor: number }
  /** delivers, but holds no case in the last months */
  | { kind: 'zero_report'; months: number }
  | { kind: 'deadline_heaping' }
  | { kind: 'bulk_closing' }
  | { kind: 'midnight_times' }
  | { kind: 'quarter_end_closing' }
  | { kind: 'session_silence' }
  /** sessions of a quarter are typed in together on its last day */
  | { kind: 'session_batch' }
  /** the 112 line: most calls are pranks at first */
  | { kind: 'prank_calls' }
  /** half of the calls of the last months are abandoned */
  | { kind: 'calls_unanswered'; months: number }
  /** every seventh day of the call line is not written down */
  | { kind: 'call_days_missing' }
  /** social media: answered five days late, after it went viral */
  | { kind: 'late_social' }
  /** what Kompolnas and the Ombudsman refer is not answered, neither by the Polda nor by its Polres */
  | { kind: 'referrals_unanswered' }
  /** the second export alters values of the first without a correction, and two cases are gone */
  | { kind: 'silent_edit' }
  /** the second export corrects, properly declared, far more cells than others do */
  | { kind: 'revision_rate'; cells: number }
  /** the same sequence signed twice with other content */
  | { kind: 'fork' }
  /** a telephone number in the reason of a correction */
  | { kind: 'personal_data' }
  /** the second export was read from an older database than the first */
  | { kind: 'clock_backwards' }
  /** last export ends this many months before the others */
  | { kind: 'late'; months: number }
  | { kind: 'never_reported' }

const late = (months: number): Oddity => ({ kind: 'late', months })
const NEVER: Oddity = { kind: 'never_reported' }

export const PLANTED: Readonly<Record<string, readonly Oddity[]>> = {
  'POLRES-33.02': [{ kind: 'sp3d_below_target', share: 0.5 }],
  'POLRES-33.05': [{ kind: 'silent_edit' }],
  'POLRES-33.29': [{ kind: 'revision_rate', cells: 25 }],
  'POLRES-33.18': [{ kind: 'deadline_heaping' }],
  'POLRES-35.15': [{ kind: 'bulk_closing' }],
  'POLRES-51.03': [{ kind: 'midnight_times' }],
  'POLRES-73.71': [{ kind: 'quarter_end_closing' }],
  'POLRES-53.08': [{ kind: 'zero_report', months: 3 }],
  'POLRES-12.71': [{ kind: 'volume', factor: 1.9 }],
  'POLRES-31.74': [{ kind: 'volume', factor: 1.6 }],
  'POLRES-36.73': [{ kind: 'sp3d_below_target', share: 0.58 }],
  'POLRES-32.73': [{ kind: 'session_silence' }],
  'POLRES-14.71': [{ kind: 'session_silence' }],
  'POLSEK-35.22.05': [{ kind: 'session_silence' }],
  'POLSEK-33.74.04': [{ kind: 'session_batch' }],
  'POLRES-33.25': [{ kind: 'session_batch' }],
  'POLRES-32.71': [{ kind: 'prank_calls' }],
  'POLRES-16.71': [{ kind: 'calls_unanswered', months: 6 }],
  'POLRES-35.73': [{ kind: 'call_days_missing' }],
  'POLRES-35.78': [{ kind: 'late_social' }],
  'POLDA-SUMUT': [{ kind: 'referrals_unanswered' }],
  'POLRES-94.01': [{ kind: 'fork' }],
  'POLRES-61.03': [{ kind: 'personal_data' }],
  'POLRES-74.04': [{ kind: 'clock_backwards' }],
  'POLRES-33.12': [late(1)],
  'POLRES-17.05': [late(1)],
  'POLRES-62.09': [late(2)],
  'POLRES-81.03': [late(1)],
  'POLRES-81.07': [late(3)],
  'POLRES-82.03': [late(2)],
  'POLRES-53.14': [late(1)],
  'POLRES-72.06': [late(1)],
  'POLRES-13.09': [late(1)],
  'POLRES-64.11': [late(2)],
  'POLRES-75.04': [late(1)],
  'POLRES-91.06': [late(4)],
  'POLRES-82.08': [NEVER],
  'POLRES-81.08': [NEVER],
  'POLRES-53.20': [NEVER],
  'POLRES-76.02': [NEVER],
  'POLRES-65.03': [NEVER],
}

/** Whole regions that receive more or fewer complaints than their people would suggest. */
export const REGION_FACTOR: Readonly<Record<string, number>> = {
  'POLDA-SUMUT': 1.5,
  'POLDA-METRO': 1.7,
  'POLDA-LAMPUNG': 0.42,
  'POLDA-JABAR': 0.72,
  'POLDA-KALTIM': 1.3,
  'POLDA-SULUT': 1.3,
}

/** The planted oddity of one kind, if the unit has it. */
export function planted<K extends Oddity['kind']>(unit: string, kind: K): Extract<Oddity, { kind: K }> | undefined {
  return PLANTED[unit]?.find((item): item is Extract<Oddity, { kind: K }> => item.kind === kind)
}

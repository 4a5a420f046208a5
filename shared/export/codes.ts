/** Finding codes of the export and the registry, by stage and severity. Source: the export format, section 6. */
export const SEVERITIES = ['noop', 'info', 'flag', 'high', 'quarantine', 'reject'] as const
export type Severity = (typeof SEVERITIES)[number]
export const STAGES = [
  'container',
  'signature',
  'descriptor',
  'duplicate',
  'authority',
  'integrity',
  'schema',
  'privacy',
  'chain',
  'compare',
  'registry',
  'other',
] as const
export type Stage = (typeof STAGES)[number]

const stage = <const C extends string>(name: Stage, severity: Severity, codes: readonly C[]) =>
  Object.fromEntries(codes.map((code) => [code, { stage: name, severity }])) as Record<
    C,
    { stage: Stage; severity: Severity }
  >

/** code → stage and severity. Where two codes fit, the earlier in this table counts. */
export const FINDING_CODES = {
  ...stage('container', 'reject', [
    'ZIP-UNREADABLE',
    'ZIP-NAME',
    'ZIP-DUPLICATE',
    'ZIP-METHOD',
    'ZIP-COMMENT',
    'ZIP-SYMLINK',
    'ENTRY-UNLISTED',
    'MISSING-DESCRIPTOR',
    'MISSING-SIGNATURE',
    'RESOURCE-MISSING',
    'LIMIT-ARCHIVE',
    'LIMIT-SIZE',
    'LIMIT-RATIO',
    'LIMIT-ROWS',
  ]),
  ...stage('signature', 'reject', [
    'JWS-SHAPE',
    'JWS-ENCODING',
    'JWS-ALG',
    'JWS-TYP',
    'JWS-HEADER',
    'KEY-UNKNOWN',
    'SIG-INVALID',
  ]),
  ...stage('descriptor', 'reject', [
    'JSON-UTF8',
    'JSON-SYNTAX',
    'JSON-DUPKEY',
    'JSON-PROTO',
    'JSON-DEPTH',
    'DESCRIPTOR',
    'VERSION',
  ]),
  ...stage('descriptor', 'flag', ['VERSION-MINOR']),
  ...stage('authority', 'reject', ['UNIT-UNKNOWN', 'UNIT-SCOPE', 'KEY-EXPIRED', 'KEY-REVOKED']),
  ...stage('authority', 'flag', ['KEY-EXPIRED-SINCE', 'KEY-SUBTREE']),
  ...stage('authority', 'quarantine', ['REGISTRY-STALE', 'TIME-FUTURE', 'TIME-ASOF', 'TIME-BACKWARDS']),
  ...stage('integrity', 'reject', ['SIZE-MISMATCH', 'HASH-MISMATCH', 'ROWCOUNT']),
  ...stage('schema', 'reject', [
    'CSV-UTF8',
    'CSV-BOM',
    'CSV-CTRL',
    'CSV-QUOTE',
    'CSV-WIDTH',
    'CSV-EOL',
    'CSV-FIELD',
    'CSV-RECORD',
    'SCHEMA-HEADER',
    'SCHEMA-VALUE',
    'SCHEMA-KEY',
    'SCHEMA-FK',
  ]),
  ...stage('schema', 'flag', ['TIME-ZONE', 'SEMANTIC']),
  ...stage('privacy', 'quarantine', ['PRIVACY-PII']),
  ...stage('chain', 'noop', ['DUPLICATE']),
  ...stage('chain', 'quarantine', ['CHAIN-FORK', 'CHAIN-PREV', 'COVERAGE-SHRUNK', 'CHAIN-JUMP']),
  ...stage('chain', 'flag', ['CHAIN-GAP', 'CHAIN-LATE', 'CHAIN-START', 'PERIOD-OVERLAP', 'PERIOD-GAP']),
  ...stage('compare', 'high', [
    'SILENT-EDIT',
    'SILENT-DELETE',
    'BACKDATED-CLOSE',
    'BACKDATED-INSERT',
    'CORRECTION-PHANTOM',
  ]),
  ...stage('compare', 'info', ['CORRECTION-DECLARED']),
  ...stage('registry', 'reject', [
    'REG-THRESHOLD',
    'REG-ROLLBACK',
    'REG-FORK',
    'REG-ROOT-ROTATION',
    'REG-THUMBPRINT',
    'REG-KEY-REUSE',
    'REG-SMALL-ORDER-KEY',
    'REG-FORMAT',
  ]),
  ...stage('other', 'reject', ['INTERNAL', 'DISK-FULL', 'CAPACITY', 'CLOCK']),
} as const
export type FindingCode = keyof typeof FINDING_CODES

export interface Place {
  file?: string
  row?: number
  column?: string | number
}
/** Findings are data; texts come from the message catalogue under `code.<CODE>`. */
export interface Finding {
  code: FindingCode
  severity: Severity
  place: Place
  details: Readonly<Record<string, string | number | boolean | null>>
}

export const OUTCOMES_OF_INTAKE = ['accepted', 'accepted_with_flags', 'quarantined', 'rejected', 'duplicate'] as const
export type IntakeOutcome = (typeof OUTCOMES_OF_INTAKE)[number]

/** Builds a finding with the severity that the table gives its code. */
export function finding(code: FindingCode, place: Place = {}, details: Finding['details'] = {}): Finding {
  return { code, severity: FINDING_CODES[code].severity, place, details }
}

/** The worst severity decides: reject > quarantine > high, flag > info, none; a `noop` is a duplicate. */
export function outcomeOf(findings: readonly Finding[]): IntakeOutcome {
  const has = (severity: Severity) => findings.some((item) => item.severity === severity)
  if (has('reject')) return 'rejected'
  if (has('noop')) return 'duplicate'
  if (has('quarantine')) return 'quarantined'
  return has('high') || has('flag') ? 'accepted_with_flags' : 'accepted'
}

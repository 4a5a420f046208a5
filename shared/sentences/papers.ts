/** The printable short form of a receipt, and what a comparison of heads says; lines of plain text. */
import type { HeadLine, HeadsComparison, Receipt, Signed } from '../contract/results/console'
import type { Words } from './words'

/** A few lines for paper or a message; the fingerprint is of the signed payload, so that the file can be matched with it. */
export function shortReceipt({ payload, fingerprint }: Signed<Receipt>, { t, f }: Words): string[] {
  const { unit, sequence, received_at, outcome, registry_version, descriptor_sha256, archive_sha256 } = payload
  return [
    t('receipt.title'),
    t('receipt.unit', { unit, sequence: f.count(sequence) }),
    t('receipt.received', { moment: f.moment(received_at) }),
    t('receipt.outcome', { outcome: t(`cli.outcome.${outcome}`), version: f.count(registry_version) }),
    t('receipt.descriptor', { hash: descriptor_sha256 }),
    t('receipt.archive', { hash: archive_sha256 }),
    t('receipt.fingerprint', { fingerprint }),
    t('receipt.console', { kid: payload.console.kid }),
  ]
}

/** One unit; a conflict has a line for each sequence. */
export function headLines({ unit, state, ours, theirs, conflicts }: HeadLine, { t }: Words): string[] {
  if (state === 'conflict') return conflicts.map((one) => t('heads.line.conflict', { unit, ...one }))
  return [t.code('heads.line', state, { unit, ours: ours ?? '', theirs: theirs ?? '' })]
}

/** What the comparison comes to, the gravest first. */
export function headsAnswer({ counts, lines, signer, made_at }: HeadsComparison, { t, f }: Words): string[] {
  const { conflict, unproven, same } = counts
  const others = lines.length - conflict - unproven
  return [
    ...(conflict > 0 ? [t('heads.conflicts', { n: f.count(conflict) })] : []),
    ...(unproven > 0 ? [t('heads.unprovenCount', { n: f.count(unproven) })] : []),
    ...(conflict === 0 && others > 0 ? [t('heads.differ', { n: f.count(others) })] : []),
    lines.length === 0 ? t('heads.allSame', { n: f.count(same) }) : t('heads.count.same', { n: f.count(same) }),
    signer !== null && made_at !== null
      ? t('heads.signer', { kid: signer, moment: f.moment(made_at) })
      : t('heads.unsigned'),
  ]
}

import type { consolePapers as source } from '../id/console'

/** What this console signs: receipts to units, lists of heads to other consoles; and what a check of the workspace says. */
export const consolePapers: Readonly<Record<keyof typeof source, string>> = {
  'receipt.title': 'Receipt of an export',
  'receipt.make': 'Make a receipt',
  'receipt.unit': 'Unit: {unit}, sequence {sequence}',
  'receipt.received': 'Received: {moment}',
  'receipt.outcome': 'Outcome: {outcome} (registry version {version})',
  'receipt.descriptor': 'SHA-256 of the descriptor: {hash}',
  'receipt.archive': 'SHA-256 of the archive: {hash}',
  'receipt.fingerprint': 'Fingerprint of the receipt: {fingerprint}',
  'receipt.console': 'Console key: {kid}',
  'receipt.copy': 'Copy the short form',
  'receipt.saveText': 'Save the short form',
  'receipt.saveFile': 'Save the signed file',
  'receipt.saved': 'Saved as {name}.',
  'heads.title': 'Compare heads',
  'heads.lead':
    'Heads are the last export of each unit. Two consoles that compare them know whether units told both the same history.',
  'heads.own': 'Heads fingerprint of this console: {fingerprint}',
  'heads.key': 'Key of this console: {kid}',
  'heads.save': 'Save this console’s heads',
  'heads.compare': 'Compare with a file',
  'heads.pick': 'Choose another console’s heads file',
  'heads.files': 'Heads files',
  'heads.signer': 'Signed by console key {kid} on {moment}. Compare that thumbprint with its owner.',
  'heads.unsigned': 'That list is not signed: where it comes from is not certain.',
  'heads.allSame': 'The same: {n} {n:unit|units} told both consoles the same history.',
  'heads.count.same': '{n} {n:unit is|units are} the same.',
  'heads.conflicts':
    'CONFLICT at {n} {n:unit|units}: the same sequence, different content. Keep both files and ask the unit to explain.',
  'heads.differ': 'No conflict; {n} {n:unit is|units are} not the same yet because one console received less.',
  'heads.unprovenCount': '{n} {n:unit|units} cannot be told yet: the two lists do not meet.',
  'heads.line.conflict': '{unit} CONFLICT at sequence {sequence}: here {ours}, there {theirs}',
  'heads.line.unproven': '{unit}: sequence {ours} here, {theirs} there; whether it is one history cannot be told yet',
  'heads.line.ours_only': '{unit}: only here, sequence {ours}',
  'heads.line.theirs_only': '{unit}: only there, sequence {theirs}',
  'heads.line.ours_ahead': '{unit}: sequence {ours} here; there only {theirs}, which is held here too, the same',
  'heads.line.theirs_ahead': '{unit}: sequence {theirs} there; here only {ours}, which is held there too, the same',
  'check.EVIDENCE-MISSING':
    'An export is missing from the archive: {subject}. Ask the unit for it again; figures stand.',
  'check.EVIDENCE-ALTERED':
    'An export in the archive was altered and is not what was received: {subject}. Ask the unit for it again; figures stand.',
  'check.EVIDENCE-ORPHAN': 'A file in the archive that no record names: {subject}.',
  'check.STORE-DAMAGED': 'The store of {subject} is damaged.',
  'check.STORE-BEHIND': 'The store of {subject} lacks exports that were accepted.',
  'check.STORE-LOST':
    'The store of {subject} is damaged and cannot be made again, because evidence of its exports is missing or altered, or their list is damaged too. Figures of this unit are not shown; `check --repair` loads the evidence that is whole again.',
  'check.COLUMNS-STALE': 'The columns of {subject} are damaged or out of date.',
  'check.CACHE-DAMAGED':
    'The file {subject}, kept for speed, is damaged; its content is computed again from the stores.',
  'check.AUDIT-BROKEN': 'The audit log ({subject}) was changed, damaged or cut outside of the console.',
  'check.WORKSPACE-RESTORED':
    '{subject} was damaged and its last backup stands in; the latest findings or decisions may have to be made again.',
  'check.WORKSPACE-LOST':
    '{subject} and its backup are damaged or gone. What is damaged is kept beside it; put it back from a backup if there is one.',
  'check.DECISIONS-RESTORED': 'Decisions made again from the audit log: {subject}.',
  'check.FINDINGS-LOST':
    'Findings whose text is lost; the audit log keeps only their titles: {subject}. Write them again, or put the file back from a backup.',
  'check.STORE-WAITING':
    'The store of {subject} is damaged and was not made again, because that was stopped. Its figures still count, from the index; its case details follow when Pantau is opened again.',
  'check.STORE-REBUILT': 'The store of {subject} was damaged and has been made again from the signed exports.',
  'check.title': 'Soundness of the workspace',
  'check.lead':
    'Evidence, stores, columns and the audit log are read again and held against their hashes. What is derived is made anew from evidence; evidence and audit log cannot be made anew.',
  'check.repair': 'Check & repair',
  'check.only': 'Check only',
  'check.started': 'Checking.',
  'check.progress': '{done} of {total} {total:unit|units} read.',
  'check.stopped': 'Stopped: what was not looked at is not said to be sound.',
  'check.stopping': 'Stopping after what is in work.',
  'check.done': '{n} {n:thing|things} checked.',
  'check.sound': '{n} {n:thing|things} checked; all are sound.',
  'check.found': '{n} {n:thing|things} checked: {found} {found:finding|findings}, {left} not repaired.',
  'check.left': 'not repaired',
  'check.repaired': 'repaired',
  'check.notices': 'Checked when opened',
  'error.CONSOLE-KEY-DAMAGED': 'The key of this console ({file}) is damaged.',
  'error.CONSOLE-KEY-DAMAGED.todo':
    'Restore that file from a backup. Without one, move it away: a new key is made, and its thumbprint has to be told again.',
  'error.CONSOLE-KEY-DAMAGED.kept': 'Data already accepted are safe.',
  'error.HEADS-INVALID': 'That file is no valid list of heads, or its signature does not match.',
  'error.HEADS-INVALID.todo': 'Ask the console that made it for a sound file.',
}

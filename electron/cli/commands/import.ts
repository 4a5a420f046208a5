import { ok } from '../../../shared/contract/result'
import { usage } from '../args'
import type { Command } from '../command'
import { judgedText } from '../findingText'
import { WORKSPACE, withEngine } from '../workspace'

/** Judges files and folders and loads what is accepted; one bad file never stops the rest. Ctrl+C ends between files. */
export const importFiles: Command = {
  name: 'import',
  usage: ['import PATH… --workspace DIR'],
  options: WORKSPACE,
  run: async (invocation) => {
    const { positionals, t, progress } = invocation
    if (positionals.length === 0) return usage(importFiles.usage[0]!)
    const cancel = new AbortController()
    const onInterrupt = () => cancel.abort()
    process.once('SIGINT', onInterrupt)
    const imported = await withEngine(invocation, 'write', (engine) =>
      engine.importPaths(positionals, {
        signal: cancel.signal,
        onProgress: ({ phase, done, total }) => progress(t('cli.import.progress', { phase, done, total })),
      }),
    )
    process.removeListener('SIGINT', onInterrupt)
    if (!imported.ok) return imported
    const { accepted, accepted_with_flags, quarantined, rejected, duplicate, files, cancelled } = imported.value
    const counts = { accepted, quarantined, rejected, duplicate }
    return ok({
      json: { accepted, accepted_with_flags, quarantined, rejected, duplicate, files },
      text: [
        ...files.filter(({ findings }) => findings.length > 0).flatMap((file) => judgedText(file, t)),
        t('cli.import.summary', { ...counts, flagged: accepted_with_flags }),
      ],
      failed: rejected > 0 || quarantined > 0 || cancelled,
    })
  },
}

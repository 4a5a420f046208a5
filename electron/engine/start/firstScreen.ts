/**
 * The first screen at a start: answered from what the last session kept, before anything is opened, when everything that
 * it follows from lies on the disk as it did then. The workspace is locked meanwhile, so that nobody changes it.
 */
import { existsSync } from 'node:fs'
import type { EngineOptions, EngineRequest } from '../../../shared/contract/engineProtocol'
import { layoutOf } from '../archive/layout'
import { acquireLock, type Lock } from '../archive/lock'
import { boardDay } from '../boardDay'
import { isEndSound } from '../workspace/auditLine'
import { groundsOnDisk, hashOfGrounds } from './grounds'
import { questionOf, readKept, type Kept } from './keptFile'

export class FirstScreen {
  private constructor(
    private readonly answers: ReadonlyMap<string, string>,
    /** taken over by who opens the workspace */
    readonly lock: Lock,
  ) {}

  /** null: the workspace has to be opened first. `now`: seconds since the epoch. */
  static open(options: EngineOptions, program: string, now: number): FirstScreen | null {
    const layout = layoutOf(options.workspace)
    if (!existsSync(layout.answers)) return null
    let lock: Lock | null = null
    try {
      const locked = acquireLock(layout.lock)
      if (!locked.ok) return null
      lock = locked.value
      const kept = readKept(layout.answers)
      if (kept && holds(kept, options, program, now)) {
        return new FirstScreen(new Map(answersOn(kept, boardDay(now))), lock)
      }
    } catch {
      // Whatever it is, the opening meets it again, and tells it.
    }
    lock?.release()
    return null
  }

  /** The result as JSON; null when it was not kept. */
  answer({ call, args }: Pick<EngineRequest, 'call' | 'args'>): string | null {
    if (call !== 'query:run') return null
    const { name, params } = (args ?? {}) as { name?: string; params?: unknown }
    const json = this.json(questionOf(String(name), params))
    return json === null ? null : `{"ok":true,"value":${json}}`
  }

  /** The answer alone. */
  json(question: string): string | null {
    return this.answers.get(question) ?? null
  }
}

/** On another day what a workspace holds is the same, and what follows from it is not. */
const answersOn = (kept: Kept, today: string) => [
  ...(kept.start?.answers ?? []),
  ...(kept.today === today ? kept.figures : []),
]

function holds({ start }: Kept, options: EngineOptions, program: string, now: number): boolean {
  if (!start || (start.until !== null && now > start.until)) return false
  const layout = layoutOf(options.workspace)
  const { production, settings } = options
  const grounds = groundsOnDisk(layout, { program, production, settings })
  return grounds !== null && hashOfGrounds(grounds) === start.grounds && isEndSound(layout.audit)
}

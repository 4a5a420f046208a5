/** What the page asks at every start before it knows what to draw: made for the file of kept answers. */
import { epochSeconds } from '../../../shared/export/time'
import { unitsTree, workspaceState, type OwnParts } from '../queries/own'
import type { WorkspaceState } from '../state'
import type { HeldRegistry } from '../workspace/registryStore'
import { registryView } from '../workspace/registryView'
import { STATE_QUESTION, questionOf, type KeptAnswer, type KeptStart } from './keptFile'

export class FirstAnswers {
  /** half a megabyte that nothing but another registry changes */
  private ofRegistry: { held: HeldRegistry; answers: readonly KeptAnswer[] } | null = null

  constructor(
    private readonly state: Pick<WorkspaceState, 'firstRevision' | 'parts'>,
    private readonly parts: () => OwnParts,
  ) {}

  /** null where the next start may have damage to tell, or no registry. */
  tell(grounds: string): KeptStart | null {
    const parts = this.parts()
    const { registry, now } = parts
    if (!registry || this.state.parts.notices.length > 0) return null
    const expires = epochSeconds(registry.model.registry.expires)
    const workspace = workspaceState({ ...parts, revision: this.state.firstRevision })
    return {
      grounds,
      until: now > expires ? null : expires,
      answers: [
        [STATE_QUESTION, JSON.stringify(workspace)],
        [questionOf('workspace.notices', {}), '[]'],
        ...this.ofThe(registry, parts),
      ],
    }
  }

  private ofThe(held: HeldRegistry, parts: OwnParts): readonly KeptAnswer[] {
    if (this.ofRegistry?.held !== held) {
      const view = registryView(held.loaded, parts.now)
      const answers: KeptAnswer[] = [
        [questionOf('units.tree', {}), JSON.stringify(unitsTree(parts))],
        [questionOf('registry.current', {}), JSON.stringify(view)],
      ]
      this.ofRegistry = { held, answers }
    }
    return this.ofRegistry.answers
  }
}

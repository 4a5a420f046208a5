/** What the first screen shows is asked while nothing is drawn yet, so that it is drawn once, with its figures. */
import type { WorkspaceState } from '../../shared/contract/results/data'
import { askAhead, readAhead, type Question } from '../api/askAhead'
import { indexUnits } from '../api/useUnits'
import { askWorkspace, isEmptyWorkspace } from '../api/useWorkspace'
import { resolveFilter } from '../state/defaults'
import { formatRoute, parseRoute } from '../state/route'
import { navigate } from '../state/useRoute'
import { loadRoom } from './rooms'

/** ms that the screen waits for its figures; what is not there by then is drawn as being computed */
const LONGEST = 250

/** What the shell shows beside any room. */
const OF_SHELL: readonly Question[] = [
  ['workspace.notices', {}],
  ['registry.current', {}],
]

/** Makes the location whole, as the shell does: the filter that is asked about is the one that will be shown. */
function wholePlace({ last_day }: WorkspaceState) {
  const { room, filter, params } = parseRoute(window.location.hash)
  const place = { room, filter: resolveFilter(filter, last_day), params }
  navigate(formatRoute(place), true)
  return place
}

async function askRoom(state: WorkspaceState): Promise<void> {
  const { room, filter, params } = wholePlace(state)
  const tree = readAhead('units.tree', {})
  const shell = OF_SHELL.map(askAhead)
  const { questions } = (await loadRoom(room)) ?? {}
  // an earlier day has to be prepared first, and archived years answer nothing: the frames around the room see to that
  if (questions && filter.known_on === undefined && state.archived_before === null) {
    const units = indexUnits((await tree) ?? [])
    await Promise.all([...questions(filter, params, units), ['cases.facets', filter] as const].map(askAhead))
  }
  await Promise.all([tree, ...shell])
}

/** Asks for the workspace, and for what the room of the present location shows in it. */
export function openFirstScreen(): void {
  const { room } = parseRoute(window.location.hash)
  loadRoom(room).catch(() => undefined)
  void askWorkspace(async (state) => {
    if (isEmptyWorkspace(state)) return
    const longest = new Promise((resolve) => setTimeout(resolve, LONGEST))
    await Promise.race([askRoom(state).catch(() => undefined), longest])
  })
}

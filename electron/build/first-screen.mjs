// The client's chunks: what a start needs stands in few files, which the page asks for at once and not one after another.
// Each file is a question to main, which is busy enough then.

const ENTRY = 'renderer/app/main.tsx'
const PRINT = 'renderer/print/main.tsx'
/** the room that a fresh console opens, and most starts after it */
const ROOM = 'renderer/rooms/ikhtisar/index.tsx'

/** @typedef {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} Graph */

/** @param {Graph} graph @param {string} entry @returns {Set<string>} everything that runs before `entry` does */
function reached(graph, entry) {
  const found = new Set([entry])
  for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}

/**
 * Rolldown's groups, the first first, so that each takes along what it needs: `base` is of the printed page too, `shell` of
 * every room, `overview` of the first one. All else is left to Rolldown.
 * @param {(path: string) => string} at
 */
export function firstScreenChunks(at) {
  /** @type {{ shell: Set<string>, print: Set<string>, room: Set<string> } | undefined} */
  let sets
  /** @param {string} id @param {Graph} graph */
  const chunkOf = (id, graph) => {
    sets ??= { shell: reached(graph, at(ENTRY)), print: reached(graph, at(PRINT)), room: reached(graph, at(ROOM)) }
    const { shell, print, room } = sets
    if (id === at(ENTRY)) return null
    if (shell.has(id)) return print.has(id) ? 'base' : 'shell'
    return room.has(id) ? 'overview' : null
  }
  return ['base', 'shell', 'overview'].map((chunk, rank) => ({
    debugName: chunk,
    /** @param {string} id @param {Graph} graph */
    name: (id, graph) => (chunkOf(id, graph) === chunk ? chunk : null),
    priority: 3 - rank,
  }))
}

/**
 * Names the first room's files and the typefaces in the page, so that they are on their way before the code that asks for
 * them has run.
 * @returns {import('vite').Plugin}
 */
export function firstScreenLinks() {
  return {
    name: 'first-screen-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, path }) {
        if (!bundle || !path.endsWith('index.html')) return
        const files = Object.values(bundle).map(({ fileName }) => fileName)
        /** @param {RegExp} name @param {Record<string, string | boolean>} attrs */
        const link = (name, attrs) =>
          files
            .filter((file) => name.test(file))
            .map((file) => ({
              tag: 'link',
              attrs: { ...attrs, href: `./${file}` },
              injectTo: /** @type {const} */ ('head'),
            }))
        return [
          ...link(/\/overview-[^/]*\.js$/, { rel: 'modulepreload', crossorigin: true }),
          ...link(/\/overview-[^/]*\.css$/, { rel: 'stylesheet', crossorigin: true }),
          ...link(/-latin-[467]00-normal-[^/]*\.woff2$/, {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: true,
          }),
        ]
      },
    },
  }
}

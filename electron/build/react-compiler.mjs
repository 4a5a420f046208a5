// React Compiler over the pages' own files: components and hooks keep what their inputs leave as it was.
import { createRequire } from 'node:module'

/**
 * @typedef {{ code: string, map: import('vite').Rolldown.SourceMap }} Compiled
 * @typedef {{ transformAsync: (code: string, options: object) => Promise<Compiled | null> }} Babel
 */
const require = createRequire(import.meta.url)

/**
 * Types and JSX stay as they are, for Vite to take out. Also where tests draw without a browser: what is tested is what
 * ships. The compiler leaves a function that it cannot keep safely as it was written; the lint says which.
 * @returns {import('vite').Plugin}
 */
export function reactCompiler() {
  /** @type {Babel | undefined} */
  let babel
  const options = {
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    plugins: [require.resolve('babel-plugin-react-compiler')],
  }
  return {
    name: 'react-compiler',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { include: ['react/compiler-runtime'] } }),
    transform: {
      filter: { id: /\/renderer\/.+\.tsx?$/, code: /\b(?:[A-Z]|use[A-Z])/ },
      async handler(code, id) {
        babel ??= /** @type {Babel} */ (require('@babel/core'))
        const syntax = id.endsWith('x') ? ['typescript', 'jsx'] : ['typescript']
        return babel.transformAsync(code, { ...options, filename: id, parserOpts: { plugins: syntax } })
      },
    },
  }
}

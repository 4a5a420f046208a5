// A lock file that lacks an optional package of another platform is refused by `npm ci` there; found here first.
import { readFileSync } from 'node:fs'

/** @type {Record<string, {optionalDependencies?: Record<string, string>}>} */
const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
const missing = []
for (const [path, entry] of Object.entries(packages)) {
  const parents = path.split('/node_modules/')
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const places = parents.map((_, i) => `${parents.slice(0, i + 1).join('/node_modules/')}/node_modules/${name}`)
    if (![`node_modules/${name}`, ...places].some((place) => place in packages))
      missing.push(`${name} of ${path || 'the project'}`)
  }
}
for (const line of missing) console.error(`package-lock.json: missing ${line}`)
process.exit(missing.length > 0 ? 1 : 0)

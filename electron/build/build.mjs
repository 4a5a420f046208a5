// node electron/build/build.mjs <part>…: builds these parts and no others, silently.
import { join, resolve } from 'node:path'
import { createBuilder } from 'vite'

const configFile = join(resolve(import.meta.dirname, '../..'), 'vite.config.ts')
const builder = await createBuilder({ configFile, logLevel: 'error' })
for (const part of process.argv.slice(2)) {
  const environment = builder.environments[part]
  if (!environment) throw new Error(`no part ${part}`)
  await builder.build(environment)
}

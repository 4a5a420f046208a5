/** What axe finds on a page of the console. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Violation {
  id: string
  impact: string
  nodes: { target: string[]; failureSummary?: string }[]
}
type Axe = { axe: { run: (what: object, options: object) => Promise<{ violations: Violation[] }> } }

/** What axe calls serious or critical on the page as it stands, in either theme. */
export async function serious(page: Page): Promise<string[]> {
  const found: string[] = []
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  for (const theme of ['light', 'dark']) {
    const violations = await page.evaluate(async (wanted) => {
      document.documentElement.dataset['theme'] = wanted
      const { axe } = globalThis as unknown as Axe
      return (await axe.run(document, { resultTypes: ['violations'] })).violations
    }, theme)
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(
          `${theme} ${id}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`)
            .join(' | ')}`,
        )
  }
  return found
}

/** Before a visit: from the nation down to one case and the export that carries it, once by mouse, once by keyboard. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditFinding } from '../../shared/contract/findings'
import type { RegionUnit } from '../../shared/contract/results/region'
import { cliQuery, launchDemo } from '../helpers/demoNation'
import { ask, filterOf, PATIENCE, placeOf, ready, type Console } from '../helpers/electron'
import { enter, jump, tabTo } from '../helpers/keyboard'
import {
  seesCase,
  seesCaseList,
  seesCoverage,
  seesKeyFigures,
  seesPinned,
  seesProfile,
  seesUnits,
} from '../helpers/shown'

let console: Console
let page: Page
/** the way down: each received cases within the console's first filter */
let way: { polda: RegionUnit; polres: RegionUnit; polsek: RegionUnit }

const most = (units: readonly RegionUnit[]) => units.toSorted((a, b) => b.received - a.received)
function findWay(): typeof way {
  const filter = filterOf(page)
  for (const polda of most(cliQuery('region.units', filter)).slice(0, 3)) {
    for (const polres of most(cliQuery('region.units', { ...filter, unit: polda.unit })).slice(0, 4)) {
      const [polsek] = most(cliQuery('region.units', { ...filter, unit: polres.unit }))
      if (polsek && polsek.received > 0) return { polda, polres, polsek }
    }
  }
  throw new Error('no Polsek of the largest regions received a case')
}

beforeAll(async () => {
  console = await launchDemo()
  page = console.page
  way = findWay()
})
afterAll(() => console.dispose())

const title = async (name: string) => {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor({ timeout: PATIENCE })
  await ready(page, 'wilayah')
}
const unitLink = ({ name }: RegionUnit) => page.locator('.units').getByRole('link', { name, exact: true })
const pinOf = (figure: string) =>
  page.locator('section.fig', { hasText: figure }).getByRole('button', { name: 'Sematkan' }).first()
const FIGURES = ['Berapa lama pelapor menunggu', 'Seberapa tua kasus', 'Apakah jumlah']

async function findings(): Promise<AuditFinding[]> {
  const listed = await ask(page, 'findings:list', {})
  if (!listed.ok) throw new Error(listed.error.code)
  return listed.value
}

/** The same way for hand and keys: how an element is used, and how one gets to a unit, differ. */
interface Hand {
  use: (target: Locator) => Promise<void>
  openPolda: () => Promise<void>
  openCase: () => Promise<void>
}

async function journey({ use, openPolda, openCase }: Hand) {
  const filter = filterOf(page)
  const before = await findings()
  await seesCoverage(page, filter)
  await seesKeyFigures(page, filter)

  await openPolda()
  await title(way.polda.name)
  const region = { ...filter, unit: way.polda.unit }
  expect(filterOf(page)).toEqual(region)
  await seesCoverage(page, region)
  await seesProfile(page, region)
  await seesUnits(page, region)

  // three figures of the region, one after the other, into one finding
  for (const figure of FIGURES) {
    await use(pinOf(figure))
    const dialog = page.getByRole('dialog', { name: 'Sematkan angka ke temuan' })
    await use(dialog.getByRole('button', { name: 'Sematkan', exact: true }))
    await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
  }

  await use(unitLink(way.polres))
  await title(way.polres.name)
  await seesProfile(page, { ...filter, unit: way.polres.unit })
  await use(unitLink(way.polsek))
  await title(way.polsek.name)
  await use(page.getByRole('link', { name: `Semua kasus ${way.polsek.name} dalam saringan ini` }))
  await ready(page, 'kasus')
  expect(filterOf(page)).toEqual({ ...filter, unit: way.polsek.unit })
  await seesCaseList(page)

  await openCase()
  await page.locator('.origin').waitFor({ timeout: PATIENCE })
  const { case: caseId = '', of: reporter = '' } = placeOf(page).params
  await seesCase(page, reporter, caseId)

  await use(page.getByRole('link', { name: /^Temuan/ }))
  await ready(page, 'temuan')
  const made = (await findings()).filter(({ id }) => !before.some((old) => old.id === id))
  expect(made).toHaveLength(1)
  const [finding] = made as [AuditFinding]
  expect(finding.unit).toBe(way.polda.unit)
  expect(finding.figures).toHaveLength(3)
  await use(page.locator(`.finding-list a[href*="id=${finding.id}"]`))
  await page.locator('article.finding', { hasText: finding.id }).waitFor({ timeout: PATIENCE })
  await seesPinned(page, finding)
}

describe('a commissioner follows one point down to the case and its signed export', () => {
  test('by mouse', async () => {
    await journey({
      use: (target) => target.click({ timeout: PATIENCE }),
      openPolda: async () => {
        const tiles = page.locator('[data-chart=tiles]')
        await tiles.getByRole('button', { name: way.polda.name }).click({ timeout: PATIENCE })
        await tiles.getByRole('button', { name: way.polres.name }).waitFor({ timeout: PATIENCE })
        const open = page.getByRole('link', { name: `Buka ${way.polda.name} di Wilayah` })
        await open.click({ timeout: PATIENCE })
      },
      openCase: () => page.getByRole('row').nth(1).getByRole('link').click({ timeout: PATIENCE }),
    })
  }, 180_000)

  test('by keyboard alone', async () => {
    // as after a new start: the next figure is offered a finding of its own
    await page.reload()
    await ready(page, 'temuan')
    await jump(page, 'Kembali ke saringan awal')
    await page.keyboard.press('Alt+1')
    await ready(page, 'ikhtisar')
    await journey({
      use: (target) => enter(page, target),
      openPolda: () => jump(page, way.polda.name),
      openCase: async () => {
        await tabTo(page, page.getByRole('grid'))
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
      },
    })
  }, 240_000)

  test('without an error on the page', () => {
    expect(console.errors).toEqual([])
  })
})

import type { Estimate } from '../../../../shared/contract/results/common'
import type { DurationCurve } from '../../../../shared/contract/results/region'
import { missingWord, shareRange } from '../../../../shared/sentences/channels/estimate'
import { daysText, rangeText, shareText } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftCell, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

type Page = 'community' | 'messages' | 'calls' | 'social' | 'city' | 'oversight'
/** `share`: of cases, hidden with them · `open`: of sessions or calls, which tell of no person. */
type Measure =
  | { page: Page; name: string; kind: 'share' | 'open'; of: Estimate }
  | { page: Page; name: string; kind: 'median'; of: DurationCurve }

function measures({ community, messages, calls, social, city, oversight }: Material): Measure[] {
  const fridays = community.calendar?.total.share
  const share = (page: Page, name: string, of: Estimate): Measure => ({ page, name, kind: 'share', of })
  const median = (page: Page, name: string, of: DurationCurve): Measure => ({ page, name, kind: 'median', of })
  return [
    ...(fridays ? [{ page: 'community', name: 'fridays', kind: 'open', of: fridays } as const] : []),
    share('community', 'becameCases', community.outcome.became_cases),
    share('community', 'followedUp', community.outcome.followed_up),
    median('messages', 'firstResponse', messages.all.first_response),
    share('messages', 'resolved', messages.all.resolved),
    share('messages', 'sentOn', messages.all.sent_on),
    ...calls.lines.map((line): Measure => ({
      page: 'calls',
      name: `line ${line.line}`,
      kind: 'open',
      of: line.answered,
    })),
    share('social', 'within72', social.within_72h),
    share('social', 'beforeViral', social.before_viral),
    share('social', 'allThree', social.all_three),
    { page: 'city', name: 'prank', kind: 'open', of: city.line.prank },
    median('city', 'transferTime', city.transfer_to_response),
    share('city', 'reportedBack', city.reported_back),
    share('oversight', 'graded', oversight.total.graded),
  ]
}

/** Names in the book of a part and its whole. Wholes of one size on a page hide together: they may be the same cases. */
function enter({ page, name }: Measure, part: number, whole: number, book: CountBook): [string, string] {
  const ids: [string, string] = [
    book.enter(`channel ${page} ${name} of ${whole}`, part),
    book.enter(`channel ${page} whole ${whole}`, whole),
  ]
  book.partOf(...ids)
  return ids
}

function cells(measure: Measure, book: CountBook, text: ReportText): DraftCell[] {
  const { f } = text
  const nothing = plain({ notApplicable: true })
  const told = (id: string): DraftCell => ({ ...count(book, id), value: f.count(book.value(id)) })
  if (measure.kind === 'median') {
    const { n, events, median, lower, upper } = measure.of
    if (n === 0) return [plain(text.t('missing.insufficient')), plain(null), nothing, nothing]
    const ids = enter(measure, events, n, book)
    const range =
      lower === null || upper === null ? null : rangeText(daysText(lower, text), daysText(upper, text), text)
    const value = median === null ? text.t('figure.unreached') : daysText(median, text)
    return [derived(value, ids), derived(range, ids), told(ids[0]), told(ids[1])]
  }
  const { value, numerator, denominator } = measure.of
  if (value === null || numerator === null || denominator === null) {
    return [plain(missingWord(measure.of, text)), plain(null), nothing, nothing]
  }
  const words = shareText(value, denominator, text)
  const range = shareRange(measure.of, text) || null
  if (measure.kind === 'open')
    return [plain(words), plain(range), plain(f.count(numerator)), plain(f.count(denominator))]
  const ids = enter(measure, numerator, denominator, book)
  return [derived(words, ids), derived(range, ids), told(ids[0]), told(ids[1])]
}

/** What each kind of channel is asked first, one line each; unlike doors are never added up. */
export function channelMeasuresFigure(material: Material, book: CountBook, text: ReportText): DraftFigure {
  const { t } = text
  const label = ({ name }: Measure) =>
    name.startsWith('line ') ? t('report.channelMeasures.answered', { line: t.code('callLine', name.slice(5)) }) : t.code('channelKey', name) // prettier-ignore
  return {
    id: 'channelMeasures',
    title: t('report.channelMeasures.title'),
    sentence: '',
    says: [],
    note: t('report.channelMeasures.note'),
    table: {
      caption: t('report.channelMeasures.caption'),
      columns: [
        { key: 'page', label: t('report.column.channel'), format: 'text' },
        { key: 'measure', label: t('report.column.measure'), format: 'text' },
        { key: 'value', label: t('report.column.value'), format: 'words' },
        { key: 'interval', label: t('report.column.interval'), format: 'words' },
        { key: 'numerator', label: t('report.column.numerator'), format: 'words' },
        { key: 'denominator', label: t('report.column.denominator'), format: 'words' },
      ],
      rows: measures(material).map((one) => [plain(t(`channels.page.${one.page}`)), plain(label(one)), ...cells(one, book, text)]), // prettier-ignore
      total: null,
    },
    chart: () => ({ kind: 'none', reason: null }),
  }
}

/** What needs a question: the list's sentence, and each signal's evidence in words. */
import type { Question, Questions } from '../contract/results/overview'
import { joined, rateText, shareText, type Sentence, type Words } from './words'

const MOMENT = /^\d{4}-\d{2}-\d{2}T/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const SHARES = new Set(['share', 'target', 'reopened_share', 'upheld_share'])

function evidenceValue(name: string, value: string | number, total: number | null, words: Words): string {
  const { f } = words
  if (typeof value === 'string') return MOMENT.test(value) ? f.moment(value) : DAY.test(value) ? f.day(value) : value
  if (SHARES.has(name)) return shareText(value, name === 'target' ? 0 : total, words)
  return Number.isInteger(value) ? f.count(value) : rateText(value, words)
}

/** The signal's name: "SP3D tepat waktu jauh di bawah sasaran". */
export const signalText = (question: Question, { t }: Words): string => t.code('signal', question.signal)

/** The test behind it: "binomial tepat, satu sisi". */
export const testText = (question: Question, { t }: Words): string => t.code('signal', `${question.signal}.test`)

/** "18 dari 34 kasus matang (53%); sasaran 80%". Numbers without a text of their own are listed with their names. */
export function evidenceText({ signal, evidence }: Question, words: Words): string {
  const total = [evidence['matured'], evidence['total']].find((value) => typeof value === 'number') ?? null
  const values = Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [name, evidenceValue(name, value, total, words)]),
  )
  const key = `${signal}.evidence`
  const text = words.t.code('signal', key, values)
  if (text !== key && !/\{\w+\}/.test(text)) return text
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}

/** The chance without a special cause, or that none was computed. */
export const chanceText = ({ p }: Question, { t, f }: Words): string =>
  p === null ? t('signal.notComputed') : f.probability(p)

/** Questions still without a disposition. */
export const openQuestions = ({ items }: Questions): Question[] =>
  items.filter(({ disposition }) => disposition === null)

export function questionsSentence(questions: Questions, words: Words): Sentence {
  const { t, f } = words
  const open = openQuestions(questions)
  const strong = open.filter(({ strength }) => strength === 'alarm').length
  const tests = f.count(questions.tests)
  const done = questions.items.length - open.length
  const disposed = done > 0 && t('questions.disposed', { n: f.count(done) })
  if (open.length === 0) {
    return { kind: 'quiet', answer: t('questions.none', { tests }), caution: joined(disposed) }
  }
  const from =
    strong > 0 ? t('questions.tests', { tests, strong: f.count(strong) }) : t('questions.testsOne', { tests })
  return {
    kind: 'signal',
    answer: t('questions.open', { n: f.count(open.length) }),
    caution: joined(from, disposed, t('questions.duty')),
  }
}

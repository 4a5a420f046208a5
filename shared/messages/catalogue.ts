/**
 * The typed message catalogue. Indonesian is the source; English has the same keys with the same parameters or it does
 * not compile. A message is plain text with `{name}` holes; values are formatted before they are put in. Where a language
 * tells one from many, `{name:case|cases}` is the word that fits the number in the hole `name`.
 */
import { en } from './en'
import { id } from './id'

export type Language = 'id' | 'en'
export type MessageId = keyof typeof id
type Holes<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? P | Holes<Rest> : never
export type ParamsOf<K extends MessageId> = Holes<(typeof id)[K]>
type Arguments<K extends MessageId> = [ParamsOf<K>] extends [never]
  ? []
  : [params: Readonly<Record<ParamsOf<K>, string | number>>]

const catalogues: Record<Language, Readonly<Record<MessageId, string>>> = { id, en }
const RULES: Record<Language, Intl.PluralRules> = { id: new Intl.PluralRules('id'), en: new Intl.PluralRules('en') }
const HOLE = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g

/** Whether a number, as it is shown, goes with the singular. "1,5" and "1,000" do not. */
const isOne = (rules: Intl.PluralRules, value: string | number) =>
  /^\d+$/.test(String(value)) && rules.select(Number(value)) === 'one'

const fill = (text: string, params: Readonly<Record<string, string | number>>, rules: Intl.PluralRules) =>
  text.replace(HOLE, (hole, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (value === undefined) return hole
    if (one === undefined || many === undefined) return String(value)
    return isOne(rules, value) ? one : many
  })

export interface Translate {
  /** A message whose key is known when compiling; its parameters are checked. */
  <K extends MessageId>(key: K, ...args: Arguments<K>): string
  /** A message whose key is made from data, such as a code. Falls back to the code itself, never throws. */
  code: (prefix: string, code: string, params?: Readonly<Record<string, string | number>>) => string
  language: Language
}

/** Texts in one language. Pure; holds no state. */
export function translator(language: Language): Translate {
  const texts: Readonly<Record<string, string>> = catalogues[language]
  const rules = RULES[language]
  const translate = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    fill(texts[key] ?? key, params, rules)
  const code: Translate['code'] = (prefix, value, params = {}) => {
    const text = Object.hasOwn(texts, `${prefix}.${value}`) ? texts[`${prefix}.${value}`] : undefined
    return text === undefined ? value : fill(text, params, rules)
  }
  return Object.assign(translate, { code, language }) as Translate
}

/** Whether a text exists for a key made from data. */
export const hasMessage = (key: string): key is MessageId => Object.hasOwn(id, key)

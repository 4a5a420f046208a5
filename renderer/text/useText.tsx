/** Texts and formats in the language that the person chose. */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { translator, type Language, type Translate } from '../../shared/messages/catalogue'
import { formats, type Format } from '../../shared/messages/format'

export interface Text {
  t: Translate
  f: Format
  language: Language
}

/** Both languages are made at most once: formats hold Intl objects, which are dear. */
const made: Partial<Record<Language, Text>> = {}
export const textIn = (language: Language): Text =>
  (made[language] ??= { t: translator(language), f: formats(language), language })

const TextContext = createContext<Language>('id')

export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <TextContext.Provider value={language}>{children}</TextContext.Provider>
}

/** Texts (`t`), number and date formats (`f`) and the language itself. */
export function useText(): Text {
  const language = useContext(TextContext)
  return useMemo(() => textIn(language), [language])
}

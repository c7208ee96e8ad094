import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { InterfaceLanguage } from './terms.ts'

const KEPT = 'enishi-language'

/** The language of a newcomer: what was chosen here before, else what the browser asks for. */
export function guessLanguage(kept: string | null, wanted: readonly string[]): InterfaceLanguage {
  if (kept === 'ja' || kept === 'en') return kept
  const first = wanted.find((tag) => /^(ja|en)\b/i.test(tag))
  return first?.toLowerCase().startsWith('ja') ? 'ja' : 'en'
}

interface Chosen {
  language: InterfaceLanguage
  choose: (language: InterfaceLanguage) => void
}

const LanguageContext = createContext<Chosen>({ language: 'en', choose: () => undefined })

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    guessLanguage(localStorage.getItem(KEPT), navigator.languages),
  )
  // Before any child asks the server: refusals are to come in this language.
  document.documentElement.lang = language
  useEffect(() => localStorage.setItem(KEPT, language), [language])
  return <LanguageContext value={{ language, choose: setLanguage }}>{children}</LanguageContext>
}

export function useLanguage(): Chosen {
  return useContext(LanguageContext)
}

/** The words of a page in the language that is chosen. */
export function useWords<T>(words: Record<InterfaceLanguage, T>): T {
  return words[useContext(LanguageContext).language]
}

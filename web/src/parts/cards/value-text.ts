import { formatCount, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { formatMinor } from '../../money.ts'
import type { Card, FieldValue } from '../../terms.ts'
import { WORDS } from './words.ts'

type Holding = Pick<Card['fields'][number], 'kind' | 'choices' | 'currency'>

/** The value of an own field in words. */
export function useValueText(): (field: Holding, value: FieldValue) => string {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return ({ kind, choices, currency }, value) => {
    if (kind === 'yes-no') return value === true ? words.yes : words.no
    if (kind === 'date') return formatDay(String(value), language)
    if (kind === 'number') return formatCount(Number(value), language)
    if (kind === 'money' && Number(value) >= 0)
      return formatMinor(String(value), currency ?? 'JPY', language)
    const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name ?? id
    if (Array.isArray(value)) return value.map(nameOf).join(language === 'ja' ? '、' : ', ')
    return kind === 'choice' ? nameOf(String(value)) : String(value)
  }
}

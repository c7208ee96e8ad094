import { useLanguage, useWords } from '../../language.tsx'
import { useValueText } from '../../parts/cards/value-text.ts'
import type { FieldValue } from '../../terms.ts'
import { FIELD_WORDS, MERGE_WORDS, type NamedField } from './merge-words.ts'

/** What a field of a merge or of the journal is called, and what stands in it. */
export function useMergeFields() {
  const words = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const textOfValue = useValueText()
  return {
    nameOf: ({ field, name }: NamedField) => {
      const kind = FIELD_WORDS[field][language]
      return field === 'tag' ? words.tagNamed(kind, name ?? words.removed) : (name ?? kind)
    },
    shownIn: ({ field, custom }: NamedField, value: string | null) => {
      if (value === null) return words.empty
      if (field === 'tag') return words.borne
      if (field !== 'custom') return value
      const held = JSON.parse(value) as FieldValue
      return custom === null ? String(held) : textOfValue(custom, held)
    },
  }
}

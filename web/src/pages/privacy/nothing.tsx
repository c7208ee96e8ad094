import { Button } from '@mantine/core'
import { useLanguage, useWords } from '../../language.tsx'
import { Empty } from '../../parts/page.tsx'
import type { ViewProps } from './page.tsx'
import type { View } from './url-state.ts'
import { EMPTY_WORDS, WORDS } from './words.ts'

/** Says why a register is empty, and the way out of a search that found nothing. */
export function Nothing({ view, q, shown, clear }: ViewProps & { view: Exclude<View, 'rules'> }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (q === undefined && shown === undefined) {
    const { title, text } = EMPTY_WORDS[view]
    return (
      <Empty title={title[language]}>
        <p>{text[language]}</p>
      </Empty>
    )
  }
  return (
    <Empty title={words.nothing}>
      <div>
        <Button variant="default" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </Empty>
  )
}

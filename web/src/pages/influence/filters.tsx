import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { askAll } from '../../client.ts'
import { dayOrNone, oneOf } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { CAUSED_TYPES, CAUSED_WORDS } from '../../parts/influence-words.ts'
import { WORDS as COMMON, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import type { CausedType } from '../../terms.ts'
import '../listening/filter-bar.css'
import type { Part } from './url-state.ts'
import { WORDS } from './words.ts'

const LOSSES: CausedType[] = ['stage:rejection', 'churn', 'to-competitor']
const MOVES = CAUSED_TYPES.filter((type) => type.startsWith('stage:') && !LOSSES.includes(type))
const BUSINESS = CAUSED_TYPES.filter((type) => !MOVES.includes(type) && !LOSSES.includes(type))

/** Topic, outcome and days: they narrow every figure of the page. */
export function Filters(props: {
  search: Part
  change: (changed: { [Key in keyof Part]?: Part[Key] | undefined }) => void
  children?: ReactNode
}) {
  const { search, change } = props
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const topics = useQuery(askAll('GET /topics'))
  const named = (types: readonly CausedType[]) =>
    types.map((value) => ({ value, label: CAUSED_WORDS[value][language] }))
  const known = (topics.data ?? []).map(({ id, name, kind }) => ({
    value: id,
    label: `${name} (${TOPIC_KIND_WORDS[kind][language]})`,
  }))
  const isUnknown = search.topic !== undefined && known.every(({ value }) => value !== search.topic)
  return (
    <section className="filter-bar" aria-label={words.filters}>
      <NativeSelect
        className="filter-search"
        label={common.topic}
        value={search.topic ?? ''}
        onChange={(event) => change({ topic: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: words.allTopics },
          ...known,
          ...(isUnknown ? [{ value: search.topic ?? '', label: '…' }] : []),
        ]}
      />
      <NativeSelect
        className="filter-search"
        label={words.outcome}
        value={search.outcome ?? ''}
        onChange={(event) => change({ outcome: oneOf(CAUSED_TYPES, event.currentTarget.value) })}
        data={[
          { value: '', label: words.allOutcomes },
          { group: words.moves, items: named(MOVES) },
          { group: words.business, items: named(BUSINESS) },
          { group: words.losses, items: named(LOSSES) },
        ]}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={common[end]}
          value={search[end] ?? ''}
          onChange={(event) => change({ [end]: dayOrNone(event.currentTarget.value) })}
        />
      ))}
      {(search.from ?? search.to) !== undefined && (
        <Button variant="default" onClick={() => change({ from: undefined, to: undefined })}>
          {words.allDays}
        </Button>
      )}
      {props.children}
    </section>
  )
}

import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { RELATION_KINDS } from '../filters.ts'
import { formatDay } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import type { RelationKind } from '../terms.ts'
import { RELATIONS_WORDS } from './relation-words.ts'
import { RELATION_WORDS, WORDS } from './words.ts'

/** Of whom a kind of relation is said. */
export type RelationSubject = 'person' | 'organisation'

function isBuiltIn(code: string): code is RelationKind {
  return Object.hasOwn(RELATION_WORDS, code)
}

/** The kinds that the workspace added; none while they are not known. */
function useOwnKinds() {
  return useQuery({ ...ask('GET /relation-kinds', {}), staleTime: 60_000 }).data?.items ?? []
}

/** What a kind of relation is called, built in or added by the workspace. */
export function useRelationName(): (code: string) => string {
  const { language } = useLanguage()
  const own = useOwnKinds()
  return (code) => {
    if (isBuiltIn(code)) return RELATION_WORDS[code][language]
    const kind = own.find(({ id }) => id === code)
    if (kind === undefined) return '…'
    return language === 'ja' ? kind.nameJa : kind.nameEn
  }
}

/** All kinds that may be said of such, built-in ones first. */
export function useRelationCodes(subject?: RelationSubject): string[] {
  const own = useOwnKinds()
  const fits = (appliesTo: string) =>
    subject === undefined || appliesTo === 'both' || appliesTo === subject
  return [...RELATION_KINDS, ...own.filter(({ appliesTo }) => fits(appliesTo)).map(({ id }) => id)]
}

/** Choose a kind of relation. Where nothing is chosen a filter (`choose`) means any, a form none. */
export function RelationField(props: {
  label: string
  value?: string | undefined
  choose?: (value: string | undefined) => void
  subject?: RelationSubject
  name?: string
  /** Of a form: what is chosen at first. */
  initial?: string | undefined
  isRequired?: true
  /** Left out of the choice. */
  without?: readonly string[]
}) {
  const words = useWords(WORDS)
  const nameOf = useRelationName()
  const codes = useRelationCodes(props.subject).filter((code) => !props.without?.includes(code))
  const { choose, initial } = props
  const isThere = initial !== undefined && codes.includes(initial)
  return (
    <NativeSelect
      // What was chosen before can be shown only once it is known.
      key={String(isThere)}
      {...(isThere ? { defaultValue: initial } : {})}
      label={props.label}
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(choose === undefined
        ? {}
        : {
            value: props.value ?? '',
            onChange: (event) => choose(event.currentTarget.value || undefined),
          })}
      data={[
        ...(props.isRequired ? [] : [{ value: '', label: choose === undefined ? '—' : words.any }]),
        ...codes.map((value) => ({ value, label: nameOf(value) })),
      ]}
    />
  )
}

/** From when until when somebody is something to us, as far as days are known. */
export function RelationSpan({ since, until }: { since: string | null; until: string | null }) {
  const words = useWords(RELATIONS_WORDS)
  const { language } = useLanguage()
  const [from, to] = [since, until].map((day) => (day === null ? '' : formatDay(day, language)))
  if (until !== null) return words.span(from ?? '', to ?? '')
  return since === null ? null : words.since2(from ?? '')
}

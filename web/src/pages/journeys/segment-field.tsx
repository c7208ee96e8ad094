import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask, askAll } from '../../client.ts'
import { formatLanguage } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { useRelationCodes, useRelationName } from '../../parts/relation-names.tsx'
import { communityName } from '../communities/community-name.ts'
import { STAY_WORDS } from './stay-words.ts'

const LANGUAGES = ['ja', 'en', 'zh', 'ko']

/** Whose journeys are looked at. */
export function SegmentField(props: {
  value: string | undefined
  choose: (segment: string | undefined) => void
}) {
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const nameOf = useRelationName()
  const codes = useRelationCodes('person')
  const channels = useQuery(askAll('GET /channels'))
  const tags = useQuery(askAll('GET /tags'))
  // The largest: of smaller ones too little is known to say how long people stay.
  const communities = useQuery(ask('GET /communities', { query: { limit: 30 } }))
  const group = (name: string, kind: string, found: { value: string; label: string }[]) =>
    found.length === 0
      ? []
      : [
          {
            group: name,
            items: found.map(({ value, label }) => ({ value: `${kind}:${value}`, label })),
          },
        ]
  const named = (items: { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <NativeSelect
      label={words.segment}
      value={props.value ?? ''}
      onChange={(event) => props.choose(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: words.everybody },
        ...group(
          words.byRelation,
          'relation',
          codes.map((value) => ({ value, label: nameOf(value) })),
        ),
        ...group(
          words.byLanguage,
          'language',
          LANGUAGES.map((value) => ({ value, label: formatLanguage(value, language) })),
        ),
        ...group(words.byChannel, 'channel', named(channels.data)),
        ...group(words.byTag, 'tag', named(tags.data)),
        ...group(
          words.byCommunity,
          'community',
          (communities.data?.items ?? []).map((one) => ({
            value: one.id,
            label: communityName(one, language) ?? '…',
          })),
        ),
      ]}
    />
  )
}

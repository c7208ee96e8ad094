import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { askAll } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { HomeSearch } from './url-state.ts'
import { WORDS } from './words.ts'

/** The topic and the channel that Home is narrowed to, each with its way back. */
export function PartChips({ search }: { search: HomeSearch }) {
  const common = useWords(COMMON)
  const { topic, channel, ...span } = search
  const topics = useQuery({ ...askAll('GET /topics'), enabled: topic !== undefined })
  const channels = useQuery({ ...askAll('GET /channels'), enabled: channel !== undefined })
  if (topic === undefined && channel === undefined) return null
  const nameIn = (items: { id: string; name: string }[] | undefined, id: string) =>
    items?.find((item) => item.id === id)?.name ?? '…'
  return (
    <ul className="bare-list row">
      {topic !== undefined && (
        <PartChip
          label={common.topic}
          name={nameIn(topics.data, topic)}
          without={channel === undefined ? span : { ...span, channel }}
        />
      )}
      {channel !== undefined && (
        <PartChip
          label={common.channel}
          name={nameIn(channels.data, channel)}
          without={topic === undefined ? span : { ...span, topic }}
        />
      )}
    </ul>
  )
}

function PartChip(props: { label: string; name: string; without: HomeSearch }) {
  const words = useWords(WORDS)
  const { label, name, without } = props
  return (
    <li className="part-chip">
      <span className="soft">{label}</span> <bdi>{name}</bdi>
      <Link
        to="/"
        search={without}
        className="part-chip-away"
        aria-label={words.without(name)}
        activeProps={{}}
      >
        <span aria-hidden>×</span>
      </Link>
    </li>
  )
}

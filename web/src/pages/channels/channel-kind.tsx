import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { FORMAT_WORDS } from '../../parts/format-words.ts'
import type { ImportFormat, Words } from '../../terms.ts'
import { type Channel, OWN_KIND_WORDS } from './words.ts'

/** What kind of place a channel is, in words: live ones declare theirs, imports are called as their format. */
export function ChannelKind({ channel }: { channel: Pick<Channel, 'kind' | 'state'> }) {
  const { language } = useLanguage()
  const kinds = useQuery(ask('GET /channel-kinds', {}))
  const { kind, state } = channel
  const imported: Words | undefined = OWN_KIND_WORDS[kind] ?? FORMAT_WORDS[kind as ImportFormat]
  const live = kinds.data?.items.find((one) => one.kind === kind)?.name
  const words = state === 'import' ? (imported ?? live) : (live ?? imported)
  return <>{words?.[language] ?? (kinds.isPending ? '' : kind)}</>
}

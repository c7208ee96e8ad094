import type { Transaction } from '#store/door.ts'
import { namesOfCommunities } from '../communities/read-members.ts'
import type { Line } from './line.ts'
import { type NamedPerson, namePeople } from './name-people.ts'
import type { SummedCut } from './shares-of.ts'
import { type ShownChannel, showChannels } from './show-posts.ts'

/** What a line is called, and what it stands for. */
export interface LineName {
  key: string
  label: string
  person: NamedPerson | null
  channel: ShownChannel | null
  community: { id: string; name: string } | null
  opinion: { id: string; ja: string | null; en: string | null } | null
}

type Named = Pick<Line, 'key' | 'members'>

/** Names of lines by key; what is gone by now has none. */
export async function nameLines(
  tx: Transaction,
  by: SummedCut,
  lines: readonly Named[],
): Promise<Map<string, LineName>> {
  if (by === 'actor') return namedByPerson(tx, lines)
  if (by === 'channel') {
    const channels = await showChannels(
      tx,
      lines.map(({ key }) => key),
    )
    return byKey([...channels.values()], (channel) => ({ label: channel.name, channel }))
  }
  if (by === 'opinion') return namedByOpinion(tx, lines)
  if (by === 'community') return namedByCommunity(tx)
  return byKey(
    lines.map(({ key }) => ({ id: key })),
    ({ id }) => ({ label: id }),
  )
}

const NOTHING = { person: null, channel: null, community: null, opinion: null }

function byKey<One extends { id: string }>(
  all: readonly One[],
  show: (one: One) => Partial<LineName> & { label: string },
): Map<string, LineName> {
  return new Map(all.map((one) => [one.id, { ...NOTHING, key: one.id, ...show(one) }]))
}

async function namedByPerson(
  tx: Transaction,
  lines: readonly Named[],
): Promise<Map<string, LineName>> {
  const first = lines.flatMap(({ members }) => members.slice(0, 1))
  const people = await namePeople(tx, first)
  return byKey([...people.values()], (person) => ({ label: person.name, person }))
}

/** A member's words, or what it was found to be about. */
async function namedByCommunity(tx: Transaction): Promise<Map<string, LineName>> {
  const names = await namesOfCommunities(tx)
  const all = [...names].map(([id, { name, phrases }]) => ({
    id,
    name: name ?? phrases.join(' · '),
  }))
  return byKey(all, (community) => ({ label: community.name, community }))
}

async function namedByOpinion(
  tx: Transaction,
  lines: readonly Named[],
): Promise<Map<string, LineName>> {
  if (lines.length === 0) return new Map()
  const rows = await tx
    .selectFrom('opinion')
    .select(['id', 'name_ja', 'name_en', 'found_ja', 'found_en'])
    .where(
      'id',
      'in',
      lines.map(({ key }) => key),
    )
    .execute()
  return byKey(rows, ({ id, name_ja, name_en, found_ja, found_en }) => {
    const [ja, en] = [name_ja ?? found_ja, name_en ?? found_en]
    return { label: ja ?? en ?? '', opinion: { id, ja, en } }
  })
}

import type { IncomingHandle } from '#vocabulary/index.ts'
import { happens, pickWeighted } from '../chance/draws.ts'
import type { Chance, Community } from '../text/text-request.ts'
import type { Account, Actor } from '../world.ts'
import { ORGANISATIONS } from './organisations.ts'
import type { Draft } from './people.ts'

const PLATFORMS = ['x', 'bluesky', 'mastodon', 'forum'] as const
type Platform = (typeof PLATFORMS)[number] | 'feed'

/** Communities that talk in a forum more than others. */
const FORUM_GOERS: readonly Community[] = [
  'home-coffee',
  'camping',
  'small-shops',
  'gadgets',
  'games',
]

/** Where each platform keeps an account's page. Reserved names (RFC 2606): nobody lives there. */
const PAGES: Record<Platform, (name: string) => string> = {
  x: (name) => `https://x.example/${name}`,
  bluesky: (name) => `https://bluesky.example/profile/${name}.sky.example`,
  mastodon: (name) => `https://mastodon.example/@${name}`,
  forum: (name) => `https://forum.example/u/${name}`,
  feed: (name) => `https://${name.replaceAll('_', '-')}.blog.example/`,
}

const ADDRESSES: Record<Platform, (name: string) => string> = {
  x: (name) => name,
  bluesky: (name) => `${name}.sky.example`,
  mastodon: (name) => `${name}@mastodon.example`,
  forum: (name) => name,
  feed: (name) => `${name.replaceAll('_', '-')}.blog.example`,
}

/** Of those who speak enough for it: how many keep a second account. */
const SECOND_ACCOUNT = 0.2
const SECOND_ACCOUNT_PACE_MIN = 0.9

/** Opens everybody's accounts, numbered through. */
export function openAccounts(drafts: readonly Draft[], chance: Chance): Actor[] {
  const taken = new Set<string>()
  let index = 0
  return drafts.map(({ usernameStem, ...draft }) => {
    const [first, second] = choosePlatforms(draft, chance)
    const open = (platform: Platform, verifiedLinks?: string[]): Account => {
      const name = freeName(usernameStem, platform, draft.isOrganisation, taken, chance)
      const handle = handleOf(draft, platform, name, verifiedLinks)
      return { index: index++, actor: draft.index, handle }
    }
    const main = open(first)
    if (second === undefined) return { ...draft, accounts: [main] }
    const isVerified = second !== 'feed' && happens(chance, 0.5)
    const links = isVerified ? [main.handle.url ?? ''] : undefined
    return { ...draft, accounts: [main, open(second, links)] }
  })
}

function choosePlatforms(
  draft: Omit<Draft, 'usernameStem'>,
  chance: Chance,
): [Platform, Platform?] {
  const organisation = ORGANISATIONS.find(({ id }) => `org-${id}` === draft.id)
  if (organisation !== undefined) return [organisation.platform as Platform]
  if (draft.planted !== undefined) return [draft.planted === 'loud' ? 'x' : 'bluesky']
  const first = pickWeighted(chance, weightsFor(draft.voice.community))
  const hasSecond =
    draft.role === 'public' &&
    draft.pace >= SECOND_ACCOUNT_PACE_MIN &&
    happens(chance, SECOND_ACCOUNT)
  if (!hasSecond) return [first]
  const others = [...weightsFor(draft.voice.community), ['feed', 3] as const]
  return [
    first,
    pickWeighted(
      chance,
      others.filter(([platform]) => platform !== first),
    ),
  ]
}

function weightsFor(community: Community): (readonly [Platform, number])[] {
  const forum = FORUM_GOERS.includes(community) ? 6 : 1
  return [
    ['x', 9],
    ['bluesky', 6],
    ['mastodon', 3],
    ['forum', forum],
  ]
}

/** The stem itself for organisations; others have to live with a number sooner or later. */
function freeName(
  stem: string,
  platform: Platform,
  isOrganisation: boolean,
  taken: Set<string>,
  chance: Chance,
): string {
  for (;;) {
    const number = isOrganisation ? '' : String(Math.floor(chance() * 9_990) + 10)
    const name = `${stem}${number}`
    const key = `${platform} ${ADDRESSES[platform](name)}`
    if (taken.has(key)) continue
    taken.add(key)
    return name
  }
}

function handleOf(
  draft: Omit<Draft, 'usernameStem'>,
  platform: Platform,
  name: string,
  verifiedLinks: string[] | undefined,
): IncomingHandle {
  const address = ADDRESSES[platform](name)
  return {
    platform,
    externalId: address,
    username: address,
    displayName: draft.name,
    url: PAGES[platform](name),
    kind: draft.isOrganisation ? 'organisation' : 'person',
    ...(verifiedLinks === undefined ? {} : { verifiedLinks }),
  }
}

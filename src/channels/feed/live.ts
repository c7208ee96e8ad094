import type { PolledKind } from '#listen/index.ts'
import { settleFeed } from './live-settings.ts'
import { ABOUT, FIELDS, NAME } from './live-words.ts'
import { pollFeed } from './poll.ts'
import { FEED_PROBLEM_WORDS } from './poll-problems.ts'
import { probeFeed } from './probe.ts'

/** RSS, Atom and JSON Feed as they change: looked at conditionally, as often as each feed changes. */
export const feedKind: PolledKind = {
  kind: 'feed',
  by: 'poll',
  name: NAME,
  about: ABOUT,
  capabilities: {
    edits: true,
    deletions: false,
    engagement: false,
    resume: 'conditional',
    send: false,
  },
  fields: FIELDS,
  settle: (filledIn) => ({ ...settleFeed(filledIn) }),
  probe: probeFeed,
  poll: pollFeed,
  problemWords: FEED_PROBLEM_WORDS,
}

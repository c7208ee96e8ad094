import type { StreamedKind } from '#listen/index.ts'
import { settleBluesky } from './live-settings.ts'
import { ABOUT, FIELDS, NAME, PROBLEM_WORDS } from './live-words.ts'
import { probeJetstream } from './probe.ts'
import { listenToJetstream } from './stream.ts'

/** Bluesky as people speak, through Jetstream (https://github.com/bluesky-social/jetstream), version 1. */
export const blueskyKind: StreamedKind = {
  kind: 'bluesky',
  by: 'stream',
  name: NAME,
  about: ABOUT,
  capabilities: {
    edits: true,
    deletions: true,
    engagement: true,
    resume: 'cursor',
    send: false,
  },
  fields: FIELDS,
  settle: (filledIn) => ({ ...settleBluesky(filledIn) }),
  probe: probeJetstream,
  stream: listenToJetstream,
  problemWords: PROBLEM_WORDS,
}

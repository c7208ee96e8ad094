import type { Transaction } from '#store/door.ts'
import { type NamedPerson, namePeople } from './name-people.ts'
import { type ShownChannel, type ShownPost, showChannels, showPosts } from './show-posts.ts'
import type { Step } from './trace-back.ts'

/** A touch on the way to an outcome; `parent` numbers the one whose actor it had reached before. */
export interface PathTouch
  extends Pick<Step, 'number' | 'parent' | 'hop' | 'share' | 'kind' | 'level' | 'evidenceId'> {
  reachedAt: string
  person: NamedPerson | null
  channel: ShownChannel | null
  post: ShownPost | null
}

/** Steps with the names of who spoke, where, and what was said; in their order. */
export async function showSteps(tx: Transaction, steps: readonly Step[]): Promise<PathTouch[]> {
  const people = await namePeople(
    tx,
    steps.map(({ actorHandleId }) => actorHandleId),
  )
  const posts = await showPosts(
    tx,
    steps.map(({ activityId }) => activityId),
  )
  const channels = await showChannels(
    tx,
    steps.map(({ channelId }) => channelId),
  )
  return steps.map(({ number, parent, hop, share, kind, level, evidenceId, ...step }) => ({
    ...{ number, parent, hop, share, kind, level, evidenceId },
    reachedAt: step.reachedAt.toISOString(),
    person: people.get(step.actorHandleId) ?? null,
    channel: channels.get(step.channelId) ?? null,
    post: posts.get(step.activityId) ?? null,
  }))
}

import { addTopic, applyTopics } from '#understand/index.ts'
import type { IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import { changeIn } from './change.ts'
import { hear, testChannel, testListening } from './listening.ts'
import { makeWorkspace } from './workspace.ts'

const BEE = 'みつばち号'

/** The last two show one verified address: they are joined without asking, wherever the first then is. */
export const ACCOUNTS: IncomingHandle[] = [
  { platform: 'shop', externalId: 'a', displayName: '山田 太郎' },
  { platform: 'shop', externalId: 'b', displayName: 'Taro' },
  { platform: 'shop', externalId: 'c', displayName: '佐藤 花子' },
  { platform: 'shop', externalId: 'd' },
  { platform: 'shop', externalId: 'e', verifiedEmail: 'e@example.com', displayName: 'Eve Smith' },
  { platform: 'mail', externalId: 'f', verifiedEmail: 'e@example.com' },
]

const SAYINGS = [
  '気になる',
  'と他社を比較中。迷う',
  'おすすめ',
  'を買ってよかった',
  'が壊れた。最悪',
  'を見た',
]

export function post(n: number, saying: number): IncomingActivity {
  const actor = ACCOUNTS[n % ACCOUNTS.length] as IncomingHandle
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: actor.platform,
    externalKey: `post-${n}`,
    actor,
    publishedAt: new Date(Date.UTC(2026, 8, 1 + ((n * 7) % 24), 20, n)),
    content: { text: `${BEE}${SAYINGS[saying % SAYINGS.length]}` },
  }
}

/** A workspace that listens for one topic, and what the tests look at. */
export async function open() {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening()
  await workspace.run((tx) =>
    addTopic(tx, { name: BEE, kind: 'own', aliases: [] }, changeIn(workspace)),
  )
  await applyTopics(workspace.door, workspace.id)
  const read = async () => {
    const people = await workspace.run((tx) =>
      tx
        .selectFrom('person')
        .select(['id', 'merged_into', 'display_name', 'family_name', 'given_name', 'name_reading'])
        .orderBy('id')
        .execute(),
    )
    const owners = await workspace.run((tx) =>
      tx
        .selectFrom('handle_ownership as o')
        .innerJoin('handle as h', 'h.id', 'o.handle_id')
        .select(['h.id', 'h.external_id', 'o.person_id'])
        .where('o.until', 'is', null)
        .execute(),
    )
    return { people, owners }
  }
  return {
    workspace,
    read,
    say: (...posts: IncomingActivity[]) => hear(listening, workspace, channel, posts),
  }
}
export type Opened = Awaited<ReturnType<typeof open>>

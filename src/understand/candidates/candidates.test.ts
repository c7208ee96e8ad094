import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { mergePeople, unmergePeople } from '../merges/index.ts'
import { getPerson, listPeople } from '../read-people.ts'
import { bringBackCandidates, decideCandidate } from './decide-candidate.ts'
import { createPeopleCount } from './local-judge.ts'
import { matchDue } from './match-accounts.ts'
import { noteDue, noteWhoWrote } from './note-due.ts'
import { listCandidates, readReviewStanding } from './read-candidates.ts'

const PAGE = { limit: 50 }

let at = 0

function post(
  platform: string,
  username: string,
  name: string,
  more: Partial<IncomingActivity['actor']> = {},
): IncomingActivity {
  at++
  return {
    ...({ kind: 'activity', operation: 'create', type: 'Create', platform } as const),
    externalKey: `${platform} ${at}`,
    actor: { platform, externalId: username, username, displayName: name, ...more },
    publishedAt: new Date(Date.UTC(2026, 8, 1, 0, at)),
    content: { text: `${name} says something, number ${at}` },
  }
}

async function compareAll(workspace: TestWorkspace) {
  const chance = { now: () => new Date(), random: randomBytes }
  const count = createPeopleCount()
  const total = { accounts: 0, merged: 0, found: 0 }
  for (;;) {
    const some = await matchDue(workspace.door, workspace.id, chance, count)
    if (some === undefined) return total
    total.accounts += some.accounts
    total.merged += some.merged
    total.found += some.found
  }
}

async function workspaceOf(activities: IncomingActivity[]): Promise<TestWorkspace> {
  const workspace = await makeWorkspace()
  await hear(await testListening(), workspace, await testChannel(workspace), activities)
  return workspace
}

/** People who share nothing, not even half a name. */
const STRANGERS =
  `Alder Birk Cyprus Dagny Elgar Fjord Gudrun Hollis Imke Jorund Kestrel Lindel Mottram Nyberg
  Oxley Pavlo Quimby Rasmus Stig Thorkel Ulrika Vetle Wystan Xanthe Yrsa Zelmar Bruno Corvin Dorrit Emeka
  Fabiola Gwilym Hesper Isolde Juniper Kasimir Lorcan Merete Nestor Oberon`.split(/\s+/)

const nobody = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    post(
      'x',
      `${STRANGERS[i]}`.toLowerCase(),
      `${STRANGERS[i]} ${STRANGERS[(i + 13) % STRANGERS.length]}sen`,
    ),
  )

/** Who is shown under a name, by id. */
async function shownAs(workspace: TestWorkspace, q: string): Promise<string[]> {
  const { items } = await workspace.run((tx) => listPeople(tx, { q, sort: 'name' }, PAGE))
  return items.map(({ id }) => id)
}

describe('accounts that arrive', () => {
  let workspace: TestWorkspace
  beforeAll(async () => {
    workspace = await workspaceOf([
      ...nobody(40),
      post('x', 'sakimori_tetsuo', '防人 哲夫', {
        bio: '陶芸と山歩き。https://blog.example/sakimori',
      }),
      post('mastodon', 'sakimori_tetsuo', '防人 哲夫', {
        bio: '陶芸と山歩き。https://blog.example/sakimori',
      }),
      post('x', 'hanako1', '雪村 花子'),
      post('forum', 'yuki_hana', 'Yukimura Hanako'),
    ])
  })

  it('are compared once, and joined where the evidence is overwhelming', async () => {
    const done = await compareAll(workspace)
    expect(done.accounts).toBe(44)
    expect(done.merged).toBe(1)
    expect(await shownAs(workspace, '防人')).toHaveLength(1)
    expect(await compareAll(workspace)).toEqual({ accounts: 0, merged: 0, found: 0 })
  })

  it('wait for a member where a name in two scripts is all they share', async () => {
    const { items } = await workspace.run((tx) => listCandidates(tx, { state: 'open' }, PAGE))
    expect(items).toHaveLength(1)
    const [pair] = items
    expect([pair?.first.displayName, pair?.second.displayName].sort()).toEqual([
      'Yukimura Hanako',
      '雪村 花子',
    ])
    expect(pair?.reasons[0]).toMatchObject({ field: 'name', agreement: 'reading' })
    const standing = await workspace.run((tx) => readReviewStanding(tx, new Date()))
    expect(standing).toMatchObject({ open: 1, waiting: 0, automatic: 1, automaticTakenBack: 0 })
  })

  it('are found by a name of either', async () => {
    const found = (q: string) =>
      workspace.run((tx) => listCandidates(tx, { state: 'open', q }, PAGE))
    expect((await found('雪村')).items).toHaveLength(1)
    expect((await found('Yukimura')).items).toHaveLength(1)
    expect((await found('Alder')).items).toHaveLength(0)
  })

  it('stay apart once a merge was taken back', async () => {
    const [id = ''] = await shownAs(workspace, '防人')
    const merges = await workspace.run((tx) =>
      tx.selectFrom('person_merge').select('id').where('keep_id', '=', id).execute(),
    )
    await workspace.run((tx) => unmergePeople(tx, merges[0]?.id ?? '', changeIn(workspace)))
    await workspace.run((tx) =>
      tx
        .insertInto('match_due')
        .columns(['workspace_id', 'handle_id'])
        .expression((from) => from.selectFrom('handle').select(['workspace_id', 'id']))
        .execute(),
    )
    expect(await compareAll(workspace)).toMatchObject({ accounts: 44, merged: 0, found: 0 })
    expect(await shownAs(workspace, '防人')).toHaveLength(2)
  })
})

describe('a pair in the queue', () => {
  async function onePair() {
    const workspace = await workspaceOf([
      ...nobody(30),
      post('x', 'hanako1', '雪村 花子'),
      post('forum', 'yuki_hana', 'Yukimura Hanako'),
    ])
    await compareAll(workspace)
    const { items } = await workspace.run((tx) => listCandidates(tx, { state: 'open' }, PAGE))
    const [pair] = items
    if (pair === undefined) throw new Error('no pair')
    const decide = (verdict: 'same' | 'not-same' | 'later', keep?: string) =>
      workspace.run((tx) => decideCandidate(tx, pair.id, { verdict, keep }, changeIn(workspace)))
    return { workspace, pair, decide }
  }

  it('becomes one person with its evidence, and is decided once', async () => {
    const { workspace, pair, decide } = await onePair()
    const decided = await decide('same', pair.second.id)
    expect(decided.state).toBe('merged')
    const person = await workspace.run((tx) => getPerson(tx, pair.first.id))
    expect(person.id).toBe(pair.second.id)
    expect(person.handles).toHaveLength(2)
    await expect(decide('not-same')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses a third person to stay', async () => {
    const { workspace, decide } = await onePair()
    const [stranger = ''] = await shownAs(workspace, 'Alder')
    await expect(decide('same', stranger)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('is remembered as two, so that it does not come again', async () => {
    const { workspace, pair, decide } = await onePair()
    expect((await decide('not-same')).state).toBe('not-same')
    const wanted = { keep: pair.first.id, merge: pair.second.id, origin: 'automatic' as const }
    await expect(
      workspace.run((tx) => mergePeople(tx, wanted, changeIn(workspace))),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('comes back when it was put off', async () => {
    const { workspace, decide } = await onePair()
    await decide('later')
    const open = () => workspace.run((tx) => listCandidates(tx, { state: 'open' }, PAGE))
    expect((await open()).items).toHaveLength(0)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    await workspace.run((tx) => bringBackCandidates(tx, inDays(29)))
    expect((await open()).items).toHaveLength(0)
    await workspace.run((tx) => bringBackCandidates(tx, inDays(31)))
    expect((await open()).items).toHaveLength(1)
  })

  it('is judged again when one of the two has written since, and leaves when it is worth no look', async () => {
    const { workspace } = await onePair()
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    const waiting = () =>
      workspace.run(
        async (tx) => (await tx.selectFrom('match_due').select('handle_id').execute()).length,
      )
    await workspace.run((tx) => noteWhoWrote(tx, new Date()))
    expect(await waiting()).toBe(0)
    await workspace.run((tx) =>
      tx
        .updateTable('match_candidate')
        .set({ judged_at: inHours(-5), reasons: '[]' })
        .execute(),
    )
    await workspace.run((tx) => noteWhoWrote(tx, new Date()))
    expect(await waiting()).toBe(2)
    expect(await compareAll(workspace)).toMatchObject({ accounts: 2, found: 0 })
    const open = () => workspace.run((tx) => listCandidates(tx, { state: 'open' }, PAGE))
    expect((await open()).items[0]?.reasons).not.toEqual([])
    await hear(await testListening(), workspace, await testChannel(workspace), [
      post('forum', 'yuki_hana', 'Nobody Else'),
    ])
    await compareAll(workspace)
    expect((await open()).items).toHaveLength(0)
  })

  it('is judged again a quarter of an hour after it was found, and then by the hour', async () => {
    const { workspace } = await onePair()
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const waitingWhere = async (found: number, judged: number) => {
      await workspace.run(async (tx) => {
        await tx.deleteFrom('match_due').execute()
        const at = { found_at: minutesAgo(found), judged_at: minutesAgo(judged) }
        await tx.updateTable('match_candidate').set(at).execute()
        await noteWhoWrote(tx, new Date())
      })
      return workspace.run((tx) => tx.selectFrom('match_due').select('handle_id').execute())
    }
    expect(await waitingWhere(11, 11)).toHaveLength(0)
    expect(await waitingWhere(13, 12.5)).toHaveLength(2)
    expect(await waitingWhere(50, 30)).toHaveLength(0)
    expect(await waitingWhere(200, 61)).toHaveLength(2)
  })

  it('leaves the queue when the two are merged elsewhere', async () => {
    const { workspace, pair } = await onePair()
    const wanted = { keep: pair.first.id, merge: pair.second.id, origin: 'member' as const }
    await workspace.run((tx) => mergePeople(tx, wanted, changeIn(workspace)))
    const { items } = await workspace.run((tx) => listCandidates(tx, { state: 'open' }, PAGE))
    expect(items).toHaveLength(0)
  })
})

describe('an account that waits to be compared', () => {
  const waiting = (workspace: TestWorkspace) =>
    workspace.run(async (tx) => {
      const rows = await tx.selectFrom('match_due').select('handle_id').execute()
      return rows.map(({ handle_id }) => handle_id)
    })

  /** Compares, and lets something happen once the accounts were read. */
  async function compareWhile(workspace: TestWorkspace, happens: () => Promise<void>) {
    const chance = { now: () => new Date(), random: randomBytes }
    const count = createPeopleCount()
    await matchDue(workspace.door, workspace.id, chance, async (...asked) => {
      await happens()
      return count(...asked)
    })
  }

  it('waits on when it is noted again while it is compared', async () => {
    const workspace = await workspaceOf([post('x', 'hanako1', '雪村 花子')])
    const [id = ''] = await waiting(workspace)
    const note = () => workspace.run((tx) => noteDue({ tx, workspaceId: workspace.id }, [id]))
    await compareWhile(workspace, note)
    expect(await waiting(workspace)).toEqual([id])
    await compareWhile(workspace, async () => undefined)
    expect(await waiting(workspace)).toEqual([])
  })

  it('does so even if who notes it began before it was noted first', async () => {
    const workspace = await workspaceOf([post('x', 'hanako1', '雪村 花子')])
    const [id = ''] = await waiting(workspace)
    const begun = Promise.withResolvers<void>()
    const readBy = Promise.withResolvers<void>()
    const slow = workspace.run(async (tx) => {
      await sql`select now()`.execute(tx)
      begun.resolve()
      await readBy.promise
      await noteDue({ tx, workspaceId: workspace.id }, [id])
    })
    await begun.promise
    await workspace.run((tx) => noteDue({ tx, workspaceId: workspace.id }, [id]))
    await compareWhile(workspace, async () => {
      readBy.resolve()
      await slow
    })
    expect(await waiting(workspace)).toEqual([id])
  })
})

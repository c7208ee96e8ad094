import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import type { IncomingActivity, IncomingHandle, MatchReason } from '#vocabulary/index.ts'
import { phoneHandle } from '../phone-handles.ts'
import { createPeopleCount } from './local-judge.ts'
import { matchDue } from './match-accounts.ts'
import { listCandidates } from './read-candidates.ts'

let at = 0

function said(actor: IncomingHandle, text = `something, number ${at}`): IncomingActivity {
  at++
  return {
    ...({ kind: 'activity', operation: 'create', type: 'Create' } as const),
    ...{ platform: actor.platform, externalKey: `k${at}`, actor, content: { text } },
    publishedAt: new Date(Date.UTC(2026, 8, 1, 0, at)),
  }
}

const account = (platform: string, externalId: string, displayName: string): IncomingHandle => ({
  ...{ platform, externalId, displayName, username: externalId },
})

const STRANGERS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'].map((sign, i) =>
  said(account('forum', `s${i}`, `${sign}野 ${sign}`)),
)

async function workspaceOf(...batches: IncomingActivity[][]): Promise<TestWorkspace> {
  const workspace = await makeWorkspace()
  const [listening, channel] = [await testListening(), await testChannel(workspace)]
  for (const batch of batches) await hear(listening, workspace, channel, batch)
  return workspace
}

/** Compares all; answers the pairs in the queue by their names, with the fields that agree. */
async function compareAll(workspace: TestWorkspace) {
  const chance = { now: () => new Date(), random: randomBytes }
  const count = createPeopleCount()
  let merged = 0
  for (;;) {
    const some = await matchDue(workspace.door, workspace.id, chance, count)
    if (some === undefined) break
    merged += some.merged
  }
  const { items } = await workspace.run((tx) =>
    listCandidates(tx, { state: 'open' }, { limit: 50 }),
  )
  const pairs = items.map(({ first, second, reasons }) => ({
    names: [first.displayName, second.displayName].sort(),
    reasons: reasons.map(({ field, agreement }) => `${field} ${agreement}`),
  }))
  return { merged, pairs }
}

describe('a line that several answer', () => {
  const line = (scope: string, displayName: string) => ({
    ...phoneHandle('+81312345678', scope),
    displayName,
  })

  it('is a reason to look at two of one name, and none for colleagues', async () => {
    const workspace = await workspaceOf(STRANGERS, [
      said(line('a', '速水 花子')),
      said(line('b', '速水 花子')),
      said(line('c', '久我 一郎')),
    ])
    const { merged, pairs } = await compareAll(workspace)
    expect(merged).toBe(0)
    expect(pairs).toHaveLength(1)
    expect(pairs[0]?.names).toEqual(['速水 花子', '速水 花子'])
    expect(pairs[0]?.reasons).toContain('phone exact')
  })
})

describe('an account with several addresses', () => {
  it('is compared by the one that both have', async () => {
    const actor = account('shop', 'u1', '速水 花子')
    const mail: IncomingHandle = { platform: 'mail', externalId: 'two@example.com' }
    const workspace = await workspaceOf(
      STRANGERS,
      [said({ ...actor, verifiedEmail: 'one@example.com' })],
      [said({ ...actor, bio: 'x', verifiedEmail: 'two@example.com' })],
      [said({ ...mail, displayName: '花子' })],
    )
    const { merged, pairs } = await compareAll(workspace)
    const isAsked = pairs.some(({ reasons }) => reasons.includes('email exact'))
    expect(merged === 1 || isAsked).toBe(true)
  })
})

describe('the language of posts', () => {
  const JA = [
    '今日はとても良い天気で、近所の公園まで散歩をしてきました',
    '新しい喫茶店の珈琲がおいしかったです',
  ]
  const FR = [
    'Aujourd’hui il fait très beau et je suis allé me promener au parc',
    'Le nouveau café du quartier sert un très bon chocolat chaud',
  ]
  const posts = (actor: IncomingHandle, texts: readonly string[]) =>
    Array.from({ length: 8 }, (_, i) => said(actor, `${texts[i % 2]} ${i}`))

  it('is weak evidence, told in the reasons', async () => {
    const workspace = await workspaceOf(STRANGERS, [
      ...posts(account('forum', 'hanako1', '雪村 花子'), JA),
      ...posts(account('x', 'hanako2', '雪村 花子'), FR),
      ...posts(account('forum', 'taro1', '竜崎 太郎'), JA),
      ...posts(account('x', 'taro2', '竜崎 太郎'), JA),
    ])
    await compareAll(workspace)
    const { rows } = await workspace.run((tx) =>
      sql<{ name: string; reasons: MatchReason[] }>`
        select p.display_name as name, c.reasons from match_candidate c
        join person p on p.id = c.first_id
        union all
        select p.display_name, m.evidence -> 'reasons' from person_merge m
        join person p on p.id = m.keep_id`.execute(tx),
    )
    const languageOf = (name: string) =>
      rows.find((row) => row.name === name)?.reasons.find(({ field }) => field === 'lang')
    expect(languageOf('竜崎 太郎')).toMatchObject({ agreement: 'exact' })
    expect(languageOf('竜崎 太郎')?.weight).toBeLessThan(1.6)
    // Who writes in another language may still be worth a look, never joined for the name.
    expect(languageOf('雪村 花子')?.agreement ?? 'different').toBe('different')
  })
})

import { describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace } from '#test/workspace.ts'
import {
  checkDerived,
  getPerson,
  mergePeople,
  sayNotSame,
  splitHandle,
  unmergePeople,
} from '#understand/index.ts'
import type { IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'

let posts = 0

function say(externalId: string, more: Partial<IncomingHandle> = {}): IncomingActivity {
  posts += 1
  return {
    ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'shop' },
    externalKey: `joins-${posts}`,
    actor: { platform: 'shop', externalId, ...more },
    publishedAt: new Date(Date.UTC(2026, 8, 1, 0, posts)),
    content: { text: 'x' },
  }
}

async function open() {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening()
  const ownerOf = async (account: string): Promise<string> => {
    const { id } = await workspace.run((tx) =>
      tx
        .selectFrom('handle_person as hp')
        .innerJoin('handle as h', 'h.id', 'hp.handle_id')
        .select('hp.person_id as id')
        .where('h.external_id', '=', account)
        .executeTakeFirstOrThrow(),
    )
    return id
  }
  const merge = (keep: string, other: string) =>
    workspace.run((tx) =>
      mergePeople(tx, { keep, merge: other, origin: 'member' }, changeIn(workspace)),
    )
  return {
    ...{ workspace, ownerOf, merge },
    say: (...all: IncomingActivity[]) => hear(listening, workspace, channel, all),
  }
}

const A = { verifiedEmail: 'a@example.com' }
const B = { verifiedEmail: 'b@example.com' }

describe('a new account that shows an exact signal', () => {
  it('joins the root while the person is merged, and leaves with whom it met', async () => {
    const { workspace, ownerOf, merge, say: hearAll } = await open()
    await hearAll(say('a', A), say('b', B))
    const [a, b] = [await ownerOf('a'), await ownerOf('b')]
    const { id } = await merge(a, b)
    await hearAll(say('b2', B))
    expect(await ownerOf('b2')).toBe(a)
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
    expect([await ownerOf('b2'), await ownerOf('a')]).toEqual([b, a])
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
  })

  it('joins nobody where it meets two who are not the same, in the log or in its own batch', async () => {
    const { workspace, ownerOf, say: hearAll } = await open()
    const page = { url: 'https://b.example/@b' }
    await hearAll(say('a', A), say('b', page))
    const [a, b] = [await ownerOf('a'), await ownerOf('b')]
    await workspace.run((tx) => sayNotSame(tx, a, b, changeIn(workspace)))
    // The second meets the first in the batch, beside two people in the log.
    const both = { ...A, verifiedLinks: [page.url, 'https://c.example/@c'] }
    await hearAll(say('c', { url: 'https://c.example/@c' }), say('torn', both))
    const torn = await ownerOf('torn')
    expect([a, b, await ownerOf('c')]).not.toContain(torn)
  })

  it('joins nobody by what no platform vouches for', async () => {
    const { ownerOf, say: hearAll } = await open()
    await hearAll(say('a', { ...A, displayName: '山田 太郎', bio: 'https://me.example' }))
    await hearAll(say('b', { displayName: '山田 太郎', bio: 'https://me.example' }))
    expect(await ownerOf('b')).not.toBe(await ownerOf('a'))
  })

  it('stays where a member split it to, whatever it says again', async () => {
    const { workspace, ownerOf, say: hearAll } = await open()
    await hearAll(say('a', A), say('a2', A))
    const a = await ownerOf('a')
    expect(await ownerOf('a2')).toBe(a)
    const { handles } = await workspace.run((tx) => getPerson(tx, a))
    const handle = handles.find((one) => one.externalId === 'a2')?.id ?? ''
    const split = await workspace.run((tx) => splitHandle(tx, a, handle, changeIn(workspace)))
    await hearAll(say('a2', { ...A, displayName: 'Again' }))
    expect([await ownerOf('a'), await ownerOf('a2')]).toEqual([a, split])
    // A third account with the address meets two people now.
    await hearAll(say('a3', A))
    expect([a, split]).not.toContain(await ownerOf('a3'))
    const rows = await workspace.run((tx) =>
      tx
        .selectFrom('handle_ownership')
        .select(['person_id', 'reason', 'until'])
        .where('handle_id', '=', handle)
        .orderBy('since')
        .execute(),
    )
    expect(rows.map((row) => [row.person_id, row.reason, row.until === null])).toEqual([
      [a, 'email', false],
      [split, 'split', true],
    ])
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
  })
})

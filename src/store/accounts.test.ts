import { verifyPassword } from 'better-auth/crypto'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/server.ts'
import { newId, randomBytes, testDoor } from '#test/workspace.ts'
import {
  addMember,
  findMembership,
  findWorkspace,
  hasWorkspace,
  openWorkspace,
} from './accounts.ts'
import { createApiKey, findApiKey } from './api-keys.ts'

const chance = { now: () => new Date(), random: randomBytes }

function owner(email = `o@${newId()}.example`) {
  return { name: '縁 結子', email, password: 'correct horse battery', language: 'ja' as const }
}

function wanted(name = '縁珈琲', email?: string) {
  return {
    ...{ name, language: 'ja' as const, timeZone: 'Asia/Tokyo' },
    ...{ owner: owner(email), isAnother: true },
  }
}

describe('openWorkspace', () => {
  it('makes everything at once, under one id, with the event and a hash that better-auth checks', async () => {
    const door = testDoor()
    const { workspaceId, userId } = await openWorkspace(door, chance, wanted())
    expect(await findMembership(door, userId)).toMatchObject({ workspaceId, role: 'owner' })
    const inside = await door.inWorkspace(workspaceId, async (tx) => ({
      workspaces: await tx.selectFrom('workspace').select(['id', 'name', 'time_zone']).execute(),
      events: await tx.selectFrom('event').select(['name', 'author_id']).execute(),
    }))
    expect(inside).toEqual({
      workspaces: [{ id: workspaceId, name: '縁珈琲', time_zone: 'Asia/Tokyo' }],
      events: [{ name: 'workspace.opened', author_id: userId }],
    })
    const { password } = await door.asAccounts((tx) =>
      tx
        .selectFrom('account')
        .select('password')
        .where('userId', '=', userId)
        .executeTakeFirstOrThrow(),
    )
    const check = { hash: password ?? '', password: 'correct horse battery' }
    expect(await verifyPassword(check)).toBe(true)
  })

  it('leaves nothing when the last step is refused', async () => {
    const door = await freshDatabase()
    await openWorkspace(door, chance, wanted('first', 'taken@x.example'))
    const again = openWorkspace(door, chance, wanted('second', 'Taken@X.example'))
    await expect(again).rejects.toMatchObject({ code: 'conflict', place: { field: 'email' } })
    const rows = await door.asAccounts((tx) =>
      tx.selectFrom('organization').select('name').execute(),
    )
    expect(rows).toEqual([{ name: 'first' }])
  })

  it('makes only one first workspace, however many ask at once', async () => {
    const door = await freshDatabase()
    expect(await hasWorkspace(door)).toBe(false)
    const asks = Array.from({ length: 5 }, () =>
      openWorkspace(door, chance, { ...wanted(), isAnother: false }),
    )
    const ends = await Promise.allSettled(asks)
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []))
    expect(refused).toEqual(Array(4).fill('already-set-up'))
    expect(await findWorkspace(door)).toMatchObject({ slug: expect.stringMatching(/^workspace-/) })
  })

  it('gives equal names different slugs', async () => {
    const [one, two] = [wanted('Equal Names'), wanted('Equal Names')]
    const first = await openWorkspace(testDoor(), chance, one)
    const second = await openWorkspace(testDoor(), chance, two)
    expect(second.slug).not.toBe(first.slug)
    expect(second.slug).toMatch(/^equal-names/)
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ owner: { ...owner(), password: 'short' } }, 'password'],
    [{ owner: { ...owner(), email: 'nobody' } }, 'email'],
  ])('refuses %j', async (change, field) => {
    const open = openWorkspace(testDoor(), chance, { ...wanted(), ...change })
    await expect(open).rejects.toMatchObject({ code: 'bad-input', place: { field } })
  })
})

describe('addMember', () => {
  it('refuses an address that somebody signs in with, in any case', async () => {
    const door = testDoor()
    const email = `o@${newId()}.example`
    const { workspaceId } = await openWorkspace(door, chance, wanted('x', email))
    const again = { ...owner(email.toUpperCase()), role: 'viewer' as const }
    const adding = addMember(door, chance, workspaceId, again)
    await expect(adding).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('API keys', () => {
  it('note their use at most once a minute', async () => {
    const door = testDoor()
    const { workspaceId, userId } = await openWorkspace(door, chance, wanted())
    const made = { workspaceId, name: 'x', scope: 'read' as const, userId }
    const { id, key } = await createApiKey(door, chance, made)
    const usedAt = async (second: number) => {
      const at = new Date(Date.UTC(2026, 0, 1, 0, 0, second))
      expect(await findApiKey(door, key, () => at)).toEqual({
        id,
        workspaceId,
        scope: 'read',
        userId,
      })
      const row = await door.asAccounts((tx) =>
        tx
          .selectFrom('api_key')
          .select('last_used_at')
          .where('id', '=', id)
          .executeTakeFirstOrThrow(),
      )
      return row.last_used_at?.getUTCSeconds()
    }
    expect(await usedAt(5)).toBe(5)
    expect(await usedAt(59)).toBe(5)
    expect(await usedAt(66)).toBe(6)
  })

  it('keep no secret that could be read back', async () => {
    const door = testDoor()
    const { workspaceId } = await openWorkspace(door, chance, wanted())
    const wantedKey = { workspaceId, name: 'x', scope: 'read' as const, userId: null }
    const { id, key } = await createApiKey(door, chance, wantedKey)
    const row = await door.asAccounts((tx) =>
      tx.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    const secret = key.slice(-43)
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(row.secret_hash.toString('base64url')).not.toBe(secret)
    expect(row.secret_hash).toHaveLength(32)
  })
})

import { describe, expect, it } from 'vitest'
import { newId, randomBytes, testDoor } from '#test/workspace.ts'
import type { Role } from '#vocabulary/index.ts'
import { addMember, findMembership, openWorkspace } from './accounts.ts'
import type { Transaction } from './door.ts'
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  lookAtInvitation,
  withdrawInvitation,
} from './invitations.ts'
import { changeRole, listMembers, removeMember } from './members.ts'

const chance = { now: () => new Date(), random: randomBytes }
const door = () => testDoor()
const person = (name: string) => {
  const rest = { password: 'correct horse battery', language: 'ja' as const }
  return { name, email: `${name}@${newId()}.example`, ...rest }
}

async function makeTeam() {
  const house = { name: '縁珈琲', language: 'ja' as const, timeZone: 'Asia/Tokyo' }
  const opened = await openWorkspace(door(), chance, {
    ...house,
    owner: person('owner'),
    isAnother: true,
  })
  const join = async (role: Role) =>
    (await addMember(door(), chance, opened.workspaceId, { ...person(role), role })).userId
  return { ...opened, owner: { userId: opened.userId, role: 'owner' as const }, join }
}

const eventsOf = (workspaceId: string) =>
  door().inWorkspace(workspaceId, async (tx) =>
    (await tx.selectFrom('event').select('name').orderBy('id').execute()).map(({ name }) => name),
  )

describe('members', () => {
  it('are listed in the order in which they joined, page after page', async () => {
    const team = await makeTeam()
    const [manager, viewer] = [await team.join('manager'), await team.join('viewer')]
    const first = await listMembers(door(), team.workspaceId, { limit: 2 })
    expect(first.items.map(({ id, role }) => [id, role])).toEqual([
      [team.userId, 'owner'],
      [manager, 'manager'],
    ])
    const cursor = first.next ?? ''
    const second = await listMembers(door(), team.workspaceId, { limit: 2, cursor })
    expect(second.items.map(({ id }) => id)).toEqual([viewer])
    expect(second.next).toBeNull()
  })

  it('get another role from an owner; a manager neither makes nor unmakes owners', async () => {
    const team = await makeTeam()
    const [manager, viewer] = [await team.join('manager'), await team.join('viewer')]
    const asManager = { userId: manager, role: 'manager' as const }
    const change = (userId: string, role: Role, author = asManager) =>
      changeRole(door(), team.workspaceId, { userId, role, author: author as never })
    await change(viewer, 'member')
    expect(await findMembership(door(), viewer)).toMatchObject({ role: 'member' })
    await expect(change(viewer, 'owner')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(change(team.userId, 'viewer')).rejects.toMatchObject({ code: 'forbidden' })
    await changeRole(door(), team.workspaceId, {
      userId: viewer,
      role: 'owner',
      author: team.owner,
    })
    expect(await findMembership(door(), viewer)).toMatchObject({ role: 'owner' })
  })

  it('always leave an owner, whoever asks at once', async () => {
    const team = await makeTeam()
    const second = await team.join('owner')
    const fall = (userId: string) =>
      changeRole(door(), team.workspaceId, { userId, role: 'member', author: team.owner })
    const ends = await Promise.allSettled([fall(team.userId), fall(second)])
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    const left = (await listMembers(door(), team.workspaceId, { limit: 9 })).items
    expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1)
  })

  it('take their private searches with them and leave the shared ones', async () => {
    const team = await makeTeam()
    const userId = await team.join('member')
    const [mine, shared, another] = [newId(), newId(), newId()]
    const search = { workspace_id: team.workspaceId, filter: '{}', surge_checked_at: null }
    const inside = <T>(work: (tx: Transaction) => Promise<T>) =>
      door().inWorkspace(team.workspaceId, work)
    const searches = [
      { ...search, id: mine, name: 'mine', owner_id: userId, is_shared: false },
      { ...search, id: shared, name: 'shared', owner_id: userId, is_shared: true },
      { ...search, id: another, name: 'another', owner_id: team.userId, is_shared: false },
    ]
    await inside((tx) => tx.insertInto('saved_search').values(searches).execute())
    await removeMember(door(), team.workspaceId, { userId, author: team.owner })
    const left = await inside((tx) => tx.selectFrom('saved_search').select('name').execute())
    expect(left.map(({ name }) => name).sort()).toEqual(['another', 'shared'])
  })

  it('lose sessions and account when they are taken out, and may be invited again', async () => {
    const team = await makeTeam()
    const leaving = person('leaving')
    const role = 'member' as const
    const { userId } = await addMember(door(), chance, team.workspaceId, { ...leaving, role })
    const author = team.owner
    await removeMember(door(), team.workspaceId, { userId, author })
    expect(await findMembership(door(), userId)).toBeNull()
    const users = await door().asAccounts((tx) =>
      tx.selectFrom('user').select('id').where('id', '=', userId).execute(),
    )
    expect(users).toEqual([])
    const again = { workspaceId: team.workspaceId, email: leaving.email, name: '', role, author }
    await inviteMember(door(), chance, again)
    const oneself = removeMember(door(), team.workspaceId, { userId: team.userId, author })
    await expect(oneself).rejects.toMatchObject({ code: 'conflict' })
    expect(await eventsOf(team.workspaceId)).toEqual([
      'workspace.opened',
      'member.added',
      'member.removed',
      'member.invited',
    ])
  })
})

describe('an invitation', () => {
  it('is taken once, by whoever has the link, and makes the member it speaks of', async () => {
    const team = await makeTeam()
    const wanted = { workspaceId: team.workspaceId, author: team.owner, role: 'manager' as const }
    const email = `New@${newId()}.example`
    const made = await inviteMember(door(), chance, { ...wanted, email, name: '新任' })
    const look = await lookAtInvitation(door(), made.token, new Date())
    expect(look).toEqual({
      workspace: '縁珈琲',
      email: email.toLowerCase(),
      name: '新任',
      role: 'manager',
    })
    const join = () =>
      acceptInvitation(door(), chance, { ...person('新任'), token: made.token, language: 'en' })
    const ends = await Promise.allSettled([join(), join(), join()])
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    const members = (await listMembers(door(), team.workspaceId, { limit: 9 })).items
    expect(members.map(({ email: address, role }) => [address, role])).toContainEqual([
      email.toLowerCase(),
      'manager',
    ])
    await expect(join()).rejects.toMatchObject({ code: 'not-found' })
  })

  it('ends when it is withdrawn, replaced or a week old, and its secret is not kept', async () => {
    const team = await makeTeam()
    const wanted = { workspaceId: team.workspaceId, author: team.owner, role: 'viewer' as const }
    const email = `x@${newId()}.example`
    const first = await inviteMember(door(), chance, { ...wanted, email, name: '' })
    const second = await inviteMember(door(), chance, { ...wanted, email, name: '' })
    const look = (token: string, at = new Date()) => lookAtInvitation(door(), token, at)
    await expect(look(first.token)).rejects.toMatchObject({ code: 'not-found' })
    const week = new Date(second.createdAt.getTime() + 7 * 86_400_000)
    await expect(look(second.token, week)).rejects.toMatchObject({ code: 'not-found' })
    const rows = await door().asAccounts((tx) => tx.selectFrom('invitation').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(second.token)
    const listed = await listInvitations(door(), team.workspaceId, { limit: 9 })
    expect(listed.items.map(({ id }) => id)).toEqual([second.id])
    const author = team.owner
    await withdrawInvitation(door(), team.workspaceId, { id: second.id, author })
    await expect(look(second.token)).rejects.toMatchObject({ code: 'not-found' })
    await expect(look('no token')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is not for one who signs in already, nor for more than the inviter may give', async () => {
    const team = await makeTeam()
    const manager = person('m')
    const role = 'manager' as const
    const { userId } = await addMember(door(), chance, team.workspaceId, { ...manager, role })
    const invite = (email: string, given: Role, author: { userId: string; role: Role }) =>
      inviteMember(door(), chance, {
        ...{ workspaceId: team.workspaceId, email, name: '', role: given, author },
      })
    const known = invite(manager.email, 'viewer', team.owner)
    await expect(known).rejects.toMatchObject({ code: 'conflict', place: { field: 'email' } })
    const owner = invite(`y@${newId()}.example`, 'owner', { userId, role })
    await expect(owner).rejects.toMatchObject({ code: 'forbidden' })
  })
})

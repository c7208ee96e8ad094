import { beforeAll, describe, expect, it } from 'vitest'
import { addMember, openWorkspace } from '#store/accounts.ts'
import { removeMember } from '#store/members.ts'
import { seedChannel, seedPerson, seedPost } from '#test/seed.ts'
import { testContext } from '#test/server.ts'
import { newId, randomBytes, type TestWorkspace, testDoor } from '#test/workspace.ts'
import { activityHandlers } from './activities.ts'
import type { Caller, HttpContext } from './handler.ts'
import { timelineHandlers } from './timeline.ts'

const chance = { now: () => new Date(), random: randomBytes }
const person = (name: string) => {
  const rest = { password: 'correct horse battery', language: 'ja' as const }
  return { name, email: `${newId()}@en.example`, ...rest }
}

let ours: TestWorkspace
let ownerId: string
let postId: string
let personId: string
let caller: Caller
let context: HttpContext

beforeAll(async () => {
  const door = testDoor()
  const house = { name: '縁珈琲', language: 'ja' as const, timeZone: 'Asia/Tokyo' }
  const wanted = { ...house, owner: person('縁 結子'), isAnother: true }
  const { workspaceId: id, userId, slug } = await openWorkspace(door, chance, wanted)
  ownerId = userId
  ours = { id, slug, door, run: (work) => door.inWorkspace(id, work) }
  caller = { workspaceId: id, userId: null, role: 'member', scope: null }
  context = await testContext(door)
  const [channel, ai] = [await seedChannel(ours, 'x'), await seedPerson(ours, 'Ai')]
  personId = ai.personId
  postId = await seedPost(ours, {
    at: '2026-03-08T00:00:00Z',
    by: ai.handleId,
    channel,
    text: '返品',
  })
})

/** As the list, the post and the person's timeline tell it: all the same. */
async function correctorOf(memberId: string | null) {
  await ours.run((tx) => tx.updateTable('reading').set({ corrected_by: memberId }).execute())
  const asked = { caller, context, params: undefined, query: undefined, body: undefined }
  const query = { limit: 50, kind: 'post' as const }
  const list = await activityHandlers.listActivities({ ...asked, query })
  const one = await activityHandlers.getActivity({ ...asked, params: { id: postId } })
  const ofPerson = { params: { id: personId }, query: { limit: 50 } }
  const timeline = await timelineHandlers.getTimeline({ ...asked, ...ofPerson })
  const activities = timeline.items.filter((item) => item.kind === 'activity')
  const told = [list.items[0], one, activities[0]].map((post) => post?.reading?.correctedBy)
  expect(told).toEqual([told[0], told[0], told[0]])
  return told[0]
}

describe('who corrected a reading', () => {
  it('is told by name as long as they belong to the workspace', async () => {
    expect(await correctorOf(null)).toBeNull()
    expect(await correctorOf(ownerId)).toEqual({ id: ownerId, name: '縁 結子' })
    const { userId: id } = await addMember(ours.door, chance, ours.id, {
      ...person('新任 花子'),
      role: 'member',
    })
    expect(await correctorOf(id)).toEqual({ id, name: '新任 花子' })
    const author = { userId: ownerId, role: 'owner' as const }
    await removeMember(ours.door, ours.id, { userId: id, author })
    expect(await correctorOf(id)).toEqual({ id, name: null })
  })

  it('is nobody of another workspace', async () => {
    const house = { name: 'Other', language: 'en' as const, timeZone: 'UTC' }
    const wanted = { ...house, owner: person('Somebody'), isAnother: true }
    const { userId: id } = await openWorkspace(ours.door, chance, wanted)
    expect(await correctorOf(id)).toEqual({ id, name: null })
  })
})

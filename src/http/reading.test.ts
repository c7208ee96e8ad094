import { beforeAll, describe, expect, it } from 'vitest'
import { seedChannel, seedPerson, seedPost, seedRollUps, seedTopic } from '#test/seed.ts'
import { testContext } from '#test/server.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { activityHandlers } from './activities.ts'
import { channelHandlers } from './channels.ts'
import { ROUTES } from './contract/index.ts'
import type { Caller, HttpContext } from './handler.ts'
import { overviewHandlers } from './overview.ts'
import { peopleHandlers } from './people.ts'
import { timelineHandlers } from './timeline.ts'
import { topicHandlers } from './topics.ts'

const NOW = new Date('2026-03-10T03:00:00Z')

let ours: TestWorkspace
let base: { caller: Caller; context: HttpContext }
let personId: string
let postId: string

beforeAll(async () => {
  ours = await makeWorkspace()
  base = {
    caller: { workspaceId: ours.id, userId: null, role: 'member', scope: null },
    context: { ...(await testContext(ours.door)), now: () => NOW },
  }
  const [channel, topic] = [await seedChannel(ours, 'forum'), await seedTopic(ours, 'phone')]
  const person = await seedPerson(ours, 'Aiko')
  personId = person.personId
  const [at, by] = ['2026-03-08T00:00:00Z', person.handleId]
  postId = await seedPost(ours, {
    at,
    by,
    channel,
    topics: [topic],
    text: '返品',
    stage: 'evaluation',
  })
  await seedPost(ours, { at, by, channel })
  await seedRollUps(ours)
})

const nothing = { params: undefined, query: undefined, body: undefined }

describe('the filters of the log', () => {
  it('take yes and no written out in an address, and as they are in a saved search', () => {
    const asked = ROUTES.listActivities.query.parse({ toxic: 'true', unsure: 'false' })
    expect(asked).toMatchObject({ toxic: true, unsure: false })
    const filter = { intent: 'churn' as const, toxic: false, kind: 'post' as const }
    const saved = ROUTES.postSavedSearch.body.parse({ name: 'x', filter })
    expect(saved.filter).toEqual(filter)
    expect(ROUTES.listActivities.query.safeParse({ toxic: 'perhaps' }).success).toBe(false)
    expect(ROUTES.listActivities.query.safeParse({ intent: 'buying' }).success).toBe(false)
  })
})

describe('the handlers that read', () => {
  it('answer lists in the shapes of the contract', async () => {
    const page = { limit: 50 }
    const lists = {
      listActivities: () =>
        activityHandlers.listActivities({ ...nothing, ...base, query: { ...page, kind: 'all' } }),
      listPeople: () =>
        peopleHandlers.listPeople({ ...nothing, ...base, query: { ...page, sort: 'last' } }),
      getTimeline: () =>
        timelineHandlers.getTimeline({
          ...nothing,
          ...base,
          params: { id: personId },
          query: page,
        }),
      listTopics: () => topicHandlers.listTopics({ ...nothing, ...base, query: page }),
      listChannels: () => channelHandlers([]).listChannels({ ...nothing, ...base, query: page }),
    }
    const sizes: Record<string, number> = {}
    for (const [name, list] of Object.entries(lists)) {
      const answer = ROUTES[name as keyof typeof lists].answer.parse(await list())
      sizes[name] = answer.items.length
    }
    expect(sizes).toEqual({
      listActivities: 2,
      listPeople: 1,
      getTimeline: 2,
      listTopics: 1,
      listChannels: 1,
    })
  })

  it('answer single things in the shapes of the contract', async () => {
    const [ofPost, ofPerson] = [{ id: postId }, { id: personId }]
    const activity = await activityHandlers.getActivity({ ...nothing, ...base, params: ofPost })
    expect(ROUTES.getActivity.answer.parse(activity)).toMatchObject({
      text: '返品',
      topics: [{ name: 'phone' }],
    })
    const person = await peopleHandlers.getPerson({ ...nothing, ...base, params: ofPerson })
    expect(ROUTES.getPerson.answer.parse(person).stages).toMatchObject([
      { stage: 'evaluation', shownBy: { id: postId } },
    ])
    const overview = await overviewHandlers.getOverview({ ...nothing, ...base, query: {} })
    expect(ROUTES.getOverview.answer.parse(overview)).toMatchObject({ total: { posts: 1 } })
  })

  it('answer changes in the shapes of the contract', async () => {
    const body = { displayName: '田中 愛子' }
    const named = await peopleHandlers.patchPerson({
      ...nothing,
      ...base,
      params: { id: personId },
      body,
    })
    expect(ROUTES.patchPerson.answer.parse(named)).toMatchObject(body)
    const input = { name: 'Cable', kind: 'own' as const, aliases: ['cable'] }
    const added = await topicHandlers.postTopic({ ...nothing, ...base, body: input })
    const params = { id: ROUTES.postTopic.answer.parse(added).id }
    const changed = await topicHandlers.patchTopic({
      ...nothing,
      ...base,
      params,
      body: { kind: 'category' },
    })
    expect(ROUTES.patchTopic.answer.parse(changed)).toMatchObject({
      kind: 'category',
      aliases: ['cable'],
    })
    expect(await topicHandlers.deleteTopic({ ...nothing, ...base, params })).toBeUndefined()
  })
})

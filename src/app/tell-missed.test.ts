import { beforeAll, describe, expect, it } from 'vitest'
import { countMissed, getWebhook, patchWebhook } from '#engage/index.ts'
import { testListening } from '#test/listening.ts'
import { makeWorld } from '#test/webhook-world.ts'

const DAY_MS = 24 * 3_600_000

// What reads texts is loaded once; the first to ask would wait for it.
beforeAll(async () => void (await testListening()))

describe('what a webhook missed while it was off', () => {
  const turn = (world: Awaited<ReturnType<typeof makeWorld>>, id: string, patch: object) =>
    world.workspace.run((tx) => patchWebhook(tx, id, patch, world.change))
  const told = (world: Awaited<ReturnType<typeof makeWorld>>) =>
    world.receiver.heard.map(({ body }) => body.data.id)

  it('is told as it is switched on where a member asks for it, once, and else not', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    const other = await world.hook(['task.added'], '/other')
    await turn(world, other.id, { state: 'paused' })
    const before = await world.task('just before')
    await turn(world, id, { state: 'paused' })
    const [first, second] = [await world.task('one'), await world.task('two')]
    await world.work()
    expect(told(world)).toEqual([])
    const count = await world.workspace.run((tx) => countMissed(tx, id, world.now))
    expect(count).toEqual({ changes: 2, isMore: false })
    await turn(world, id, { state: 'on', tellMissed: true })
    expect(await world.workspace.run((tx) => countMissed(tx, id, world.now))).toBeNull()
    const after = await world.task('three')
    expect(await world.work()).toEqual([])
    expect(new Set(told(world))).toEqual(new Set([before, first, second, after].map((t) => t.id)))
    expect(told(world)).toHaveLength(4)
    expect(world.receiver.heard.every(({ path }) => path === '/hook')).toBe(true)
    const listed = await world.workspace.run((tx) => getWebhook(tx, id, world.now))
    expect(listed.isToldMissed).toBe(false)
    await world.work()
    expect(told(world)).toHaveLength(4)
    await turn(world, other.id, { state: 'on' })
    await world.work()
    expect(told(world)).toHaveLength(4)
  })

  it('goes on where it is switched off again meanwhile', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    await turn(world, id, { state: 'paused' })
    await world.task('one')
    await turn(world, id, { state: 'on', tellMissed: true })
    await turn(world, id, { state: 'paused' })
    await world.task('two')
    await turn(world, id, { state: 'on', tellMissed: true })
    await world.work()
    expect(told(world)).toHaveLength(2)
  })

  it('is told no more after a month', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    await turn(world, id, { state: 'paused' })
    await world.task('one')
    world.wait(31 * DAY_MS)
    const count = await world.workspace.run((tx) => countMissed(tx, id, world.now))
    expect(count).toEqual({ changes: 0, isMore: false })
    await turn(world, id, { state: 'on', tellMissed: true })
    await world.work()
    expect(told(world)).toEqual([])
    expect((await world.workspace.run((tx) => getWebhook(tx, id, world.now))).isToldMissed).toBe(
      false,
    )
  })
})

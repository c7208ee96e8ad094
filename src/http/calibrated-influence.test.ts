import { expect, it } from 'vitest'
import { assignIn, keepExperiments, recordEngagements } from '#measure/index.ts'
import { ASSIGNED, at, buy, later, seedMany, start } from '#test/experiment-world.ts'
import { plantInfluence } from '#test/plant-influence.ts'
import { makeCast, startServer, workspaceOf } from '#test/server.ts'
import type { TestWorkspace } from '#test/workspace.ts'
import { seededChance } from '#vocabulary/index.ts'

/** Of the apparent difference half was caused: who is engaged is rather who buys anyway. */
async function tryOut(workspace: TestWorkspace, channelId: string, topic: string, name: string) {
  const experiment = await start(workspace, { topic })
  const chance = seededChance(11, 'an experiment whose lift is known')
  const people = await seedMany(workspace, 1_600, 5)
  const [engaged, buyers]: [string[], string[]] = [[], []]
  const run = <T>(work: Parameters<typeof workspace.door.inWorkspace<T>>[1]) =>
    workspace.door.inWorkspace(workspace.id, work, 'background')
  for (let i = 0; i < people.length; i += 200) {
    const asked = { people: people.slice(i, i + 200), channelId }
    const given = await run((tx) => assignIn(tx, experiment, asked, at(workspace, ASSIGNED)))
    for (const { personId, decision } of given) {
      const isKeen = chance() < 0.5
      const isEngaged = decision === 'engage' && chance() < (isKeen ? 0.8 : 0.2)
      if (isEngaged) engaged.push(personId)
      if (chance() < 0.1 + (isKeen ? 0.4 : 0) + (isEngaged ? 0.24 : 0)) buyers.push(personId)
    }
  }
  const told = { people: engaged, channelId }
  await run((tx) => recordEngagements(tx, experiment, told, at(workspace, later(1))))
  await buy(workspace, channelId, buyers, later(2), name)
}

it('a channel is calibrated for the outcome that an experiment was about, and for no other', async () => {
  const web = await startServer()
  const cast = await makeCast()
  const cookie = await web.signIn(cast.email.viewer)
  const workspace = workspaceOf(web, cast)
  const { topic, channels } = await plantInfluence(workspace, 7, 60)
  const { name } = await workspace.run((tx) =>
    tx.selectFrom('topic').select('name').where('id', '=', topic).executeTakeFirstOrThrow(),
  )
  const lineOf = async (outcome: string, channel = 0) => {
    const query = `topic=${topic}&by=channel&outcome=${outcome}&from=2026-01-01`
    const url = `/api/v1/influence?${query}`
    const answer = await web.ask({ method: 'GET', url, headers: { cookie } })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json().items.find(({ key }: { key: string }) => key === channels[channel])
  }
  const before = await lineOf('purchase')
  expect(before).toMatchObject({ evidence: 'estimated', calibration: null })
  expect(before.shareOfCredit.share).toBeGreaterThan(0)
  await tryOut(workspace, channels[0] ?? '', topic, name)
  await keepExperiments(workspace.door, workspace.id, later(20))
  const after = await lineOf('purchase')
  expect(after).toMatchObject({
    evidence: 'calibrated',
    calibration: { experiments: 1, people: 1_600, from: ASSIGNED.toISOString(), to: null },
  })
  // 0.24 was caused where 0.24 + 0.6 x 0.4 is observed.
  const rho = after.credit / before.credit
  expect(rho).toBeGreaterThan(0.25)
  expect(rho).toBeLessThan(0.75)
  expect(after.low).toBeLessThan(after.credit)
  expect(after.high).toBeGreaterThan(after.credit)
  expect(after.placebo).toBeCloseTo(before.placebo * rho, 6)
  expect(await lineOf('sign-up')).toMatchObject({ evidence: 'estimated', calibration: null })
  // Beside a channel on another scale, the others' shares tell nothing.
  const beside = { evidence: 'estimated', shareOfCredit: null }
  expect(await lineOf('purchase', 1)).toMatchObject(beside)
  expect(after.shareOfCredit).toBeNull()
}, 120_000)

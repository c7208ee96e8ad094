import { expect, it } from 'vitest'
import { createOutside } from '#outside/outside.ts'
import { post } from '#test/learning.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { freshDatabase } from '#test/server.ts'
import { always, seal, startModel, votingIn } from '#test/voting-model.ts'
import { newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { collectVotes } from './collect-votes.ts'

it('asks for every workspace; one whose model fails keeps none from its votes', async () => {
  const door = await freshDatabase()
  const right = await startModel(always({ spam: 'yes' }))
  const wrong = await startModel((_, response) => void response.writeHead(401).end())
  const allow = [right.server.allow, wrong.server.allow]
  const outside = createOutside({ allow, now: () => new Date() })
  const listening = await testListening(door)
  const open = async (address: string) => {
    const id = newId()
    await door.asSystem((tx) =>
      tx
        .insertInto('workspace')
        .values({ id, slug: id, name: 'Test', language: 'ja', time_zone: 'Asia/Tokyo' })
        .execute(),
    )
    const workspace: TestWorkspace = {
      id,
      slug: id,
      door,
      run: (work) => door.inWorkspace(id, work),
    }
    await hear(listening, workspace, await testChannel(workspace), [
      ...[post('a', 'ひとつ'), post('b', 'ふたつ'), post('c', 'みっつ')],
    ])
    await workspace.run((tx) =>
      tx
        .updateTable('reading')
        .set({ unsure: ['spam'] })
        .execute(),
    )
    const voting = votingIn(workspace, outside)
    await voting.change({ isOn: true, model: 'm', address })
    return voting
  }
  const there: Awaited<ReturnType<typeof open>>[] = []
  for (const { address } of [wrong, right, right]) there.push(await open(address))
  const stop = new AbortController()
  const logged: unknown[] = []
  const log = (line: unknown) => logged.push(line)
  const parts = { door, outside, seal, random: randomBytes, now: () => new Date(), log }
  const collecting = collectVotes(parts, stop.signal)
  const settings = () => Promise.all(there.map((voting) => voting.settings()))
  await expect
    .poll(async () => (await settings()).map(({ today }) => today.votes), { timeout: 20_000 })
    .toEqual([0, 3, 3])
  stop.abort()
  await collecting
  const [failing, ...others] = await settings()
  expect(failing?.trouble).toMatchObject({ failure: 'unauthorised', status: 401 })
  for (const other of others) expect(other.trouble).toBeNull()
  expect(wrong.requests).toHaveLength(1)
  expect(logged).toEqual([])
  await outside.close()
})

import { activitiesOf, outcomeRowsOf, topicsOfWorld, type World } from '#simulation/index.ts'
import { changeIn } from '#test/change.ts'
import { importBytes } from '#test/import-text.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import type { TestWorkspace } from '#test/workspace.ts'
import { addTopic } from '#understand/index.ts'
import type { Arrival } from '#vocabulary/index.ts'

const AT_ONCE = 400

/** Hears a whole world: its topics, its log, each platform in a channel of its own, and its books. */
export async function hearWorld(workspace: TestWorkspace, world: World): Promise<void> {
  const change = changeIn(workspace)
  for (const { name, kind, aliases } of topicsOfWorld()) {
    await workspace.run((tx) => addTopic(tx, { name, kind, aliases }, change))
  }
  const listening = await testListening(workspace.door)
  const byPlatform = new Map<string, Arrival[]>()
  for (const arrival of activitiesOf(world)) {
    const platform = platformOf(arrival)
    const known = byPlatform.get(platform)
    if (known === undefined) byPlatform.set(platform, [arrival])
    else known.push(arrival)
  }
  for (const [platform, arrivals] of byPlatform) {
    const channel = await testChannel(workspace, platform)
    for (let from = 0; from < arrivals.length; from += AT_ONCE) {
      await hear(listening, workspace, channel, arrivals.slice(from, from + AT_ONCE))
    }
  }
  const books = Buffer.from([...outcomeRowsOf(world)].join(''))
  await importBytes(listening, workspace, 'outcomes-csv', books, { fileName: 'outcomes.csv' })
}

function platformOf(arrival: Arrival): string {
  if (arrival.kind === 'profile') return arrival.handle.platform
  if ('platform' in arrival) return arrival.platform
  throw new Error(`the log of a world holds no ${arrival.kind}`)
}

import { composeListening, systemRandom } from '#app/listening.ts'
import { ensureChannel, type Listening, toHeard, type Understanding } from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import {
  createReader,
  loadBaseModel,
  loadLanguageDetector,
  understandHere,
} from '#understand/index.ts'
import type { Arrival, Tally } from '#vocabulary/index.ts'
import { type TestWorkspace, testDoor } from './workspace.ts'

export { understandInThread } from '#app/understand-in-thread.ts'
export { INPUT_FORMATS } from '#channels/registry.ts'

let reader: ReturnType<typeof createReader> | undefined

/** Listening as the product composes it, over the run's database. */
export async function testListening(
  door: Door = testDoor(),
  understanding?: Understanding,
): Promise<Listening> {
  return composeListening(door, understanding ?? (await testUnderstanding()))
}

/** The product's reading, in this thread. */
export async function testUnderstanding(): Promise<Understanding> {
  reader ??= createReader(await loadLanguageDetector(), loadBaseModel())
  return understandHere(reader)
}

export async function testChannel(workspace: TestWorkspace, name = 'test'): Promise<string> {
  const channel = { kind: 'activities', name }
  return workspace.run((tx) => ensureChannel(tx, workspace.id, channel, new Date(), systemRandom))
}

/** Hears arrivals as one batch, each with a payload of its own. */
export async function hear(
  listening: Listening,
  workspace: TestWorkspace,
  channelId: string,
  arrivals: Arrival[],
): Promise<Tally> {
  const heard = arrivals.map((arrival, i) => {
    const payload = { format: 'activities', body: Buffer.from(JSON.stringify(arrival)) }
    return toHeard(arrival, { position: i + 1, line: i + 1 }, true, payload)
  })
  return listening.hear({ workspaceId: workspace.id, channelId, heard, refused: [] })
}

import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { growHeardWorld } from '#test/grow-heard-world.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { rootsOf } from '../figures/name-people.ts'
import { measureWorkspace } from '../nightly/measure-workspace.ts'
import { accountsOf } from '../touches/people-of-handles.ts'
import { creditPeople, touchesIn } from './credit-people.ts'
import { creditTouches } from './credit-touches.ts'
import { holdRuns } from './hold-runs.ts'
import { liveParametersOf } from './live-parameters.ts'

/** How many outcomes are credited again, and of how large a world. */
const SAMPLE = 400
const PEOPLE = Number(process.env.ENISHI_PEOPLE ?? 1_000)
/** With the database, on a machine that does other things beside. */
const WHOLE_MS_MAX = 10_000
/** Five times what is aimed at, for the same reason. */
const ENGINE_MS_MAX = 5

interface Sampled {
  outcomeId: string
  type: string
  handleId: string
  at: Date
}

let workspace: TestWorkspace
let sampled: Sampled[]

beforeAll(async () => {
  workspace = await makeWorkspace()
  const now = await growHeardWorld(workspace, { seed: 1, people: PEOPLE })
  const wish = { workspaceId: workspace.id, now, random: randomBytes, seed: 1 }
  await measureWorkspace(workspace.door, wish)
  const { rows } = await workspace.run((tx) =>
    sql<Sampled>`
      select outcome_id as "outcomeId", type, handle_id as "handleId", at from outcome_credit
      where scope_id = ${workspace.id}::uuid order by md5(outcome_id::text) limit ${SAMPLE}`.execute(
      tx,
    ),
  )
  sampled = rows
}, 1_200_000)

function say(name: string, times: number[]): void {
  const p = (share: number) =>
    (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(3)
  console.log(`${name}: p50 ${p(0.5)} ms, p99 ${p(0.99)} ms of ${times.length}`)
}

const p99 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]

describe('credit of single outcomes in a measured world', () => {
  it('is what the measurement wrote, to a millionth', async () => {
    const otherwise: string[] = []
    for (const { outcomeId, handleId, at } of sampled) {
      const changed = await workspace.run(async (tx) => {
        const personId = (await rootsOf(tx, [handleId])).get(handleId) ?? ''
        const before = new Date(at.getTime() + 1)
        return creditPeople(tx, [{ personId, since: at, before }], new Date())
      })
      if (changed > 0) otherwise.push(outcomeId)
    }
    console.log(`${otherwise.length} of ${sampled.length} are otherwise`, otherwise)
    expect(sampled).toHaveLength(SAMPLE)
    expect(otherwise).toEqual([])
  }, 1_200_000)

  it('is soon there', async () => {
    const { rows } = await workspace.run((tx) =>
      sql<{ activities: number; shares: number }>`
        select (select count(*) from activity) as activities, (select count(*) from credit_share) as shares`.execute(
        tx,
      ),
    )
    console.log(rows[0])
    const [engine, looking, whole]: number[][] = [[], [], []]
    for (const { outcomeId, type, handleId, at } of sampled) {
      await workspace.run(async (tx) => {
        const personId = (await rootsOf(tx, [handleId])).get(handleId) ?? ''
        const run = (await holdRuns(tx)).get(workspace.id)
        if (run === undefined) throw new Error('nothing was measured')
        const looked = performance.now()
        const touches = await touchesIn(tx, run, await accountsOf(tx, [personId]), at)
        const people = touches.map(({ actorPersonId }) => actorPersonId)
        const parameters = await liveParametersOf(tx, run, people)
        const begun = performance.now()
        creditTouches(parameters, type, at, touches)
        const given = performance.now()
        engine?.push(given - begun)
        looking?.push(begun - looked)
        await sql`delete from outcome_credit where outcome_id = ${outcomeId}::uuid`.execute(tx)
        const before = new Date(at.getTime() + 1)
        const wrote = performance.now()
        await creditPeople(tx, [{ personId, since: at, before }], new Date())
        whole?.push(performance.now() - wrote)
      })
    }
    say('engine', engine ?? [])
    say('touches and parameters from the database', looking ?? [])
    say('an outcome from its person to its rows, in all scopes', whole ?? [])
    expect(p99(engine ?? [])).toBeLessThan(ENGINE_MS_MAX)
    expect(p99(whole ?? [])).toBeLessThan(WHOLE_MS_MAX)
  }, 1_200_000)
})

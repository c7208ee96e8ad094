import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FILES, type ExportName, exportText } from '#channels/export.ts'
import { writeDeliveries } from '#engage/index.ts'
import { namePeople } from '#measure/figures/name-people.ts'
import { readCandidates } from '#measure/plans/read-candidates.ts'
import type { OutboxEvent } from '#store/outbox.ts'
import { changeIn } from '#test/change.ts'
import { hear, testListening } from '#test/listening.ts'
import { AKANE, ARRIVALS, makePrivacyWorld, type PrivacyWorld } from '#test/privacy-world.ts'
import { randomBytes } from '#test/workspace.ts'
import {
  addRequest,
  changeRequest,
  contactRulesOf,
  erasePerson,
  listCandidates,
  listProposals,
  mayContact,
  recordProvision,
  resumeUse,
} from '#understand/index.ts'
import { openPosts } from '#understand/votes/open-posts.ts'

let world: PrivacyWorld

beforeAll(async () => {
  world = await makePrivacyWorld()
  const { workspace } = world
  // Something open, so that every outlet has something to tell.
  await workspace.run(async (tx) => {
    await sql`delete from do_not_contact`.execute(tx)
    await sql`update webhook set kinds = '{person.changed}'`.execute(tx)
    await sql`update reading set unsure = '{sentiment}'`.execute(tx)
    await sql`delete from model_vote`.execute(tx)
    await sql`delete from audit_item`.execute(tx)
    await sql`update relation_proposal set state = 'open'`.execute(tx)
    await sql`update match_candidate set state = 'open'`.execute(tx)
  })
})

const run: PrivacyWorld['workspace']['run'] = (work) => world.workspace.run(work)
const PAGE = { limit: 50 }

async function exported(name: ExportName): Promise<string> {
  let text = ''
  for await (const part of exportText(world.workspace.door, world.workspace.id, name)) text += part
  return text
}

/** Every way in which something of a person leaves the log, with what it says of Akane. */
const OUTLETS: Record<string, () => Promise<unknown>> = {
  ...Object.fromEntries(
    (Object.keys(EXPORT_FILES) as ExportName[]).map((name) => [
      `export ${name}`,
      async () => /akane|あかね|森永/.test(await exported(name)),
    ]),
  ),
  'messages and mail': async () =>
    (await run((tx) => mayContact(tx, [world.akane], 'message'))).get(world.akane) === 'yes',
  'engagement plans': async () => {
    const [facts] = await run((tx) => readCandidates(tx, [world.akane], new Date()))
    return facts?.may.message === 'yes'
  },
  'influence by name': async () => {
    const { rows } = await run((tx) =>
      sql<{ id: string }>`select id from handle where external_id = ${AKANE.externalId}`.execute(
        tx,
      ),
    )
    return (await run((tx) => namePeople(tx, [rows[0]?.id ?? '']))).size > 0
  },
  'proposed relations': async () =>
    (await run((tx) => listProposals(tx, { person: world.akane }, PAGE))).items.length > 0,
  'proposed pairs': async () => {
    const { items } = await run((tx) =>
      listCandidates(tx, { state: 'open', person: world.akane } as never, PAGE),
    )
    return items.length > 0
  },
  'votes of language models': async () => {
    const posts = await run((tx) => openPosts(tx, world.workspace.id, { limit: 50, without: [] }))
    return posts.some(({ text }) => text.includes('気になる'))
  },
  webhooks: async () => (await tellOfAkane()) > 0,
  'what is newly heard': async () => {
    const anew = { ...ARRIVALS[0], externalKey: `n${newNumber()}` } as (typeof ARRIVALS)[number]
    const tally = await hear(await testListening(), world.workspace, world.channel, [anew])
    return tally.refused === 0
  },
  'third parties': async () => {
    const provided = { providedOn: '2026-09-01', recipient: 'x', items: 'x', note: null } as const
    const giving = run((tx) =>
      recordProvision(
        tx,
        world.akane,
        { ...provided, basis: 'consent' },
        changeIn(world.workspace),
      ),
    )
    return giving.then(
      () => true,
      (error: { code: string }) => error.code !== 'conflict',
    )
  },
}

let number = 0
const newNumber = () => ++number

/** Deliveries written for an event of Akane. */
async function tellOfAkane(): Promise<number> {
  const { workspace, akane } = world
  const { rows } = await run((tx) =>
    sql<OutboxEvent>`
      insert into event (workspace_id, name, subject_id) values (${workspace.id}, 'person.changed', ${akane})
      returning xid::text as xid, id, workspace_id as "workspaceId", at, name, subject_id as "subjectId",
        detail, author_id as "authorId"`.execute(tx),
  )
  const event = rows[0] as OutboxEvent
  return writeDeliveries(workspace.door, event, { now: () => new Date(), random: randomBytes })
}

async function open(): Promise<string[]> {
  const found: string[] = []
  for (const [name, ask] of Object.entries(OUTLETS)) if (await ask()) found.push(name)
  return found
}

describe('a stop of use that is granted', () => {
  it('closes every outlet, from then on, and is lifted again', { timeout: 60_000 }, async () => {
    expect(await open()).toEqual(Object.keys(OUTLETS))
    const change = () => changeIn(world.workspace)
    const asked = { kind: 'stop-of-use', requester: 'Akane', receivedOn: '2026-09-01' } as const
    const { id } = await run((tx) => addRequest(tx, asked, change()))
    const granting = { outcome: 'granted' } as const
    const nobody = run((tx) => changeRequest(tx, id, granting, change()))
    await expect(nobody).rejects.toMatchObject({ code: 'bad-input', place: { field: 'person' } })
    await run((tx) => changeRequest(tx, id, { ...granting, person: world.akane }, change()))
    expect(await open()).toEqual([])
    const waiting = await run((tx) =>
      sql`select 1 from webhook_delivery where state = 'waiting'`.execute(tx),
    )
    expect(waiting.rows).toEqual([])
    const rules = await run((tx) => contactRulesOf(tx, world.akane))
    expect(rules.useStops[0]).toMatchObject({ requestId: id, liftedAt: null })
    expect(rules.mayContact.phone).toBe('do-not-contact')
    const law = { providedOn: '2026-09-01', recipient: 'x', items: 'x', note: null } as const
    await run((tx) => recordProvision(tx, world.akane, { ...law, basis: 'law' }, change()))
    const lifted = { id: rules.useStops[0]?.id ?? '', because: 'agreed again' }
    await run((tx) => resumeUse(tx, world.akane, lifted, change()))
    expect(await open()).toEqual(Object.keys(OUTLETS))
    const twice = run((tx) => resumeUse(tx, world.akane, lifted, change()))
    await expect(twice).rejects.toMatchObject({ code: 'not-found' })
  })

  it('goes with whoever is erased', async () => {
    const name = AKANE.displayName ?? ''
    await run((tx) => erasePerson(tx, world.akane, name, changeIn(world.workspace)))
    const left = await run((tx) => sql`select 1 from use_stop`.execute(tx))
    expect(left.rows).toEqual([])
  })
})

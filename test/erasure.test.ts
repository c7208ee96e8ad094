import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { hear, testListening } from '#test/listening.ts'
import { plantMarkers, TEXT_COLUMNS } from '#test/plant-markers.ts'
import {
  AKANE,
  ARRIVALS,
  insertNamings,
  makePrivacyWorld,
  OTHERS,
  type PrivacyWorld,
} from '#test/privacy-world.ts'
import {
  checkDerived,
  erasePerson,
  NOT_REACHED,
  previewErasure,
  REACHED_TABLES,
} from '#understand/index.ts'

const MARKER = 'zqmarker'

/** Text of a person that an erasure leaves, each with its reason. */
const STAYS: Record<string, string> = {
  'event.name': 'closed by the code: what happened',
  'event.detail': 'names of fields and counts, never personal text',
  'import_refusal.reason': 'closed by the code: why a record was refused',
  'import_refusal.field': 'the name of a column or field of the format',
  'model_day.model': 'the planted name of a model: counts by model are taken back under it',
}

/** Columns that the database holds to a closed list: there is no place for words of people. */
const CLOSED = [
  'credit_share.kind',
  'credit_share.level',
  'credit_share.type',
  'influence_figure.cut',
  'influence_touch_days.cut',
  'outcome_credit.type',
  'outcome_credit.worth_currency',
  'organisation_merge_row.table',
  ...['activity.type', 'affiliation.source', 'alert.kind', 'audit_item.queue'],
  ...['claimed_touch.class', 'code.kind', 'contact.kind'],
  ...['contact_consent.channel', 'contact_consent.how', 'correction.origin', 'deal.currency'],
  ...['engagement_plan_person.decision', 'engagement_plan_person.way'],
  ...['deal.lost_reason', 'deal.state', 'deal_move.from_state', 'deal_move.to_state'],
  ...['deal_person.role', 'do_not_contact.channel', 'experiment_subject.arm', 'handle.kind'],
  ...['experiment_subject.engaged_by', 'handle_ownership.reason', 'handle_picture.state'],
  ...['handle_link.state', 'handle_signal.kind', 'journey_move.from_stage', 'journey_move.stance'],
  ...['journey_move.to_stage', 'journey_stage.moved_stance', 'journey_stage.stage'],
  ...[
    'journey_stage.stance',
    'link_click.agent',
    'match_candidate.state',
    'outcome.currency',
    'outcome.type',
    'payload.encoding',
  ],
  ...['person_access.kind', 'person_field_change.origin', 'person_merge.origin'],
  ...['person_not_same.because', 'privacy_request.kind', 'privacy_request.outcome'],
  ...['reading.sentiment', 'reading.stage', 'reading.stance', 'reading_topic.sentiment'],
  ...['reading_topic.stage', 'reading_topic.stance', 'relation.kind', 'relation.source'],
  ...['relation_proposal.basis', 'relation_proposal.kind', 'relation_proposal.state'],
  ...['saved_search.alert', 'task.time_zone', 'third_party_provision.basis'],
  ...[
    'bulk_edit_row.outcome',
    'handover.reason',
    'import_trial.state',
    'list.subject',
    'owner.rank',
  ],
  // Held to a pattern; the row goes.
  'tracked_link.code',
  ...['webhook_delivery.failure', 'webhook_delivery.kind', 'webhook_delivery.state'],
]

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  return () => client.end()
})

async function columnsHolding(marker: string): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; table: string; columns: string[] }>(
    `select n.nspname as schema, c.relname as table, array_agg(a.attname::text) as columns from pg_class c
     join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') group by 1, 2 order by 1, 2`,
  )
  const hex = Buffer.from(marker).toString('hex')
  const held: string[] = []
  for (const { schema, table, columns } of rows) {
    const from = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`
    const sums = columns.map((name) => {
      const text = `${client.escapeIdentifier(name)}::text`
      return `bool_or(strpos(${text}, '${marker}') > 0 or strpos(${text}, '${hex}') > 0)`
    })
    const { rows: found } = await client.query<(boolean | null)[]>({
      text: `select ${sums.join(', ')} from ${from}`,
      rowMode: 'array',
    })
    held.push(...columns.filter((_, i) => found[0]?.[i]).map((name) => `${table}.${name}`))
  }
  return held
}

describe('what tells of people', () => {
  it('is listed, table by table, or left out with a reason', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'enishi'::regnamespace
       and c.relkind in ('r', 'p') order by 1`,
    )
    const listed = [...REACHED_TABLES, ...Object.keys(NOT_REACHED)]
    expect(listed.toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
    expect(new Set(listed).size).toBe(listed.length)
  })
})

describe('an erasure', () => {
  let world: PrivacyWorld
  let planted: string[]
  beforeAll(async () => {
    world = await makePrivacyWorld()
    const { workspace } = world
    const whom = { ...world, client }
    const named = ['saved_search', 'import_refusal', 'list', 'import_trial']
    const before = REACHED_TABLES.filter((table) => !named.includes(table))
    planted = await plantMarkers(whom, before, MARKER)
    const account = await workspace.run((tx) =>
      sql<{ word: string }>`select external_id as word from handle
        where external_id like ${`${AKANE.externalId}%`}`.execute(tx),
    )
    await workspace.run((tx) => insertNamings(tx, workspace.id, account.rows[0]?.word ?? ''))
    planted.push(...(await plantMarkers(whom, named as never, MARKER)))
  })

  it('finds a marker in every text, JSON and binary column that tells of the person', async () => {
    const wanted = await client.query<{ name: string }>(TEXT_COLUMNS, [REACHED_TABLES])
    const missing = wanted.rows.map(({ name }) => name).filter((name) => !planted.includes(name))
    expect(missing).toEqual(CLOSED.toSorted())
    expect(planted.length).toBeGreaterThan(90)
  })

  it('leaves none of them anywhere in the database', { timeout: 60_000 }, async () => {
    const { workspace, akane } = world
    expect((await columnsHolding(MARKER)).length).toBeGreaterThan(80)
    const preview = await workspace.run((tx) => previewErasure(tx, akane))
    await workspace.run((tx) => erasePerson(tx, akane, preview.displayName, changeIn(workspace)))
    const left = await columnsHolding(MARKER)
    expect(left.filter((name) => !(name in STAYS))).toEqual([])
  })

  it('forgets what models learnt from them, and lets learning start anew', async () => {
    const rows = await world.workspace.run((tx) =>
      tx
        .selectFrom('reader_model')
        .select(['version', 'state', 'delta'])
        .orderBy('version')
        .execute(),
    )
    expect(rows).toMatchObject([
      { version: 0, state: 'running' },
      { version: 1, state: 'refused', delta: null },
    ])
  })
})

describe('who was erased', () => {
  let world: PrivacyWorld
  beforeAll(async () => {
    world = await makePrivacyWorld()
    await world.workspace.run((tx) => sql`delete from correction`.execute(tx))
  })

  it('is not erased under another name', async () => {
    const { workspace, akane } = world
    const refused = workspace.run((tx) => erasePerson(tx, akane, 'Berta', changeIn(workspace)))
    await expect(refused).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('leaves figures that a rebuild from the log finds too', async () => {
    const { workspace, akane } = world
    expect(await workspace.run(checkDerived)).toEqual([])
    await workspace.run((tx) =>
      erasePerson(tx, akane, AKANE.displayName ?? '', changeIn(workspace)),
    )
    expect(await workspace.run(checkDerived)).toEqual([])
    const people = await workspace.run((tx) => tx.selectFrom('person').select('id').execute())
    expect(people.map(({ id }) => id)).toEqual([world.bystander])
  })

  it('does not come back when the same arrives again', async () => {
    const { workspace, channel } = world
    const listening = await testListening()
    const again = await hear(listening, workspace, channel, [...ARRIVALS])
    expect(again).toMatchObject({ read: 5, refused: 5, new: 0 })
    const others = await hear(listening, workspace, channel, [...OTHERS])
    expect(others).toMatchObject({ read: 5, refused: 0, duplicate: 5 })
    const known = await workspace.run((tx) =>
      tx.selectFrom('handle').select('external_id').execute(),
    )
    expect(known).toEqual([{ external_id: 'berta-1' }])
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('does not come back by another way to know them', async () => {
    const { workspace, channel } = world
    const listening = await testListening()
    const as = (handle: Partial<typeof AKANE>) => ({
      kind: 'profile' as const,
      handle: { platform: 'elsewhere', externalId: 'somebody', ...handle },
    })
    const met = [
      as({ verifiedEmail: 'Akane@MAIL.example' }),
      as({ platform: 'mail', externalId: 'akane@mail.example' }),
      as({ platform: 'shop', externalId: 'akane.m', isByUsername: true }),
      as({ platform: 'shop', externalId: 'new-number', username: '@Akane.M' }),
      as({ url: 'https://akane.example/about/' }),
      as({ verifiedLinks: ['http://shop.example/@akane'] }),
      { ...as({ externalId: 'x1' }), alsoHandles: [AKANE] },
    ]
    expect(await hear(listening, workspace, channel, met)).toMatchObject({ read: 7, refused: 7 })
    const strangers = [
      as({ platform: 'elsewhere', externalId: AKANE.externalId }),
      as({ externalId: 'colleague', verifiedLinks: AKANE.verifiedLinks ?? [] }),
    ]
    expect(await hear(listening, workspace, channel, strangers)).toMatchObject({ new: 2 })
  })

  it('is kept out of the fields and the payload of what others do later', async () => {
    const { workspace, channel } = world
    const listening = await testListening()
    const later = OTHERS.slice(0, 4).map((one, i) => ({ ...one, externalKey: `later${i}` }))
    expect(await hear(listening, workspace, channel, later)).toMatchObject({ read: 4, new: 4 })
    const { rows } = await workspace.run((tx) =>
      sql`select a.object_handle_id, a.parent_key, a.thread_key, p.body,
          (select count(*) from activity_mention m where m.activity_id = a.id)::int as mentions
        from activity a left join payload p on p.activity_id = a.id
        where a.external_key like 'later%' order by a.external_key`.execute(tx),
    )
    const nothing = { object_handle_id: null, parent_key: null, thread_key: null, body: null }
    expect(rows).toEqual(rows.map(() => ({ ...nothing, mentions: 0 })))
    expect(rows).toHaveLength(4)
  })
})

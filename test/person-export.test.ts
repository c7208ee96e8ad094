import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { plantMarkers } from '#test/plant-markers.ts'
import { AKANE, insertNamings, makePrivacyWorld, type PrivacyWorld } from '#test/privacy-world.ts'
import {
  exportPage,
  exportPerson,
  type PersonExport,
  REACHED_TABLES,
  reachOf,
} from '#understand/index.ts'

const MARKER = 'qzmarker'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  return () => client.end()
})

describe('the export of a person', () => {
  let world: PrivacyWorld
  let planted: string[]
  let known: PersonExport
  beforeAll(async () => {
    world = await makePrivacyWorld()
    const { workspace, akane } = world
    // What is packed is read as it arrived.
    await workspace.run((tx) => sql`update payload set encoding = 'none'`.execute(tx))
    const named = ['saved_search', 'import_refusal', 'list', 'import_trial'] as const
    const others = REACHED_TABLES.filter((table) => !named.some((one) => one === table))
    planted = await plantMarkers({ ...world, client }, others, MARKER)
    await workspace.run((tx) => insertNamings(tx, workspace.id, akane))
    planted.push(...(await plantMarkers({ ...world, client }, named, MARKER)))
    known = await workspace.run((tx) => exportPerson(tx, akane, new Date()))
  })

  it('holds every text, JSON and binary column, or says why not', async () => {
    const text = JSON.stringify(known)
    const missing = planted.filter((name) => {
      const plain = `${MARKER}:${name}`
      return !text.includes(plain) && !text.includes(Buffer.from(plain).toString('hex'))
    })
    const leftOut = REACHED_TABLES.flatMap((table) =>
      Object.keys(reachOf(table).leftOut ?? {}).map((column) => `${table}.${column}`),
    )
    expect(missing.toSorted()).toEqual(leftOut.filter((name) => planted.includes(name)).toSorted())
    expect(planted.length).toBeGreaterThan(90)
  })

  it('holds every column of every row, also those without words', async () => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'enishi'::regnamespace and c.relname = any($1)`,
      [REACHED_TABLES],
    )
    const missing = rows.filter(({ table, column }) => {
      const [row] = known.tables[table as (typeof REACHED_TABLES)[number]] ?? []
      const leftOut = reachOf(table as (typeof REACHED_TABLES)[number]).leftOut ?? {}
      return column !== 'workspace_id' && !(column in leftOut) && row?.[column] === undefined
    })
    // Bytes of payloads stand there as the text that they are.
    expect(missing).toEqual([{ table: 'payload', column: 'encoding' }])
  })
})

describe('the page of an export', () => {
  const hostile = '<script>alert("x")</script><img src=x onerror=1>&\''

  it('shows everything, escapes everything and lets nothing run', async () => {
    const { workspace, akane } = await makePrivacyWorld()
    await workspace.run((tx) =>
      sql`update handle set bio = ${hostile}, display_name = ${hostile}`.execute(tx),
    )
    await workspace.run((tx) =>
      sql`update person set display_name = ${hostile} where id = ${akane}`.execute(tx),
    )
    const known = await workspace.run((tx) => exportPerson(tx, akane, new Date()))
    for (const language of ['ja', 'en'] as const) {
      const page = exportPage(known, language)
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).toContain("default-src 'none'")
      expect(page).not.toMatch(/<script|<img|style="/)
      expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)')
      expect(page).toContain(AKANE.username)
    }
    expect(exportPage(known, 'ja')).toContain('アカウント')
    expect(exportPage(known, 'en')).toContain('Accounts')
  })
})

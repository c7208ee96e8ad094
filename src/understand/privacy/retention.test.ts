import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { insertNamings, makePrivacyWorld, type PrivacyWorld } from '#test/privacy-world.ts'
import { changePrivacySetting, endOldTexts, REACHED_TABLES, RETENTIONS } from '../index.ts'

/** The column by which a table's texts age, or the table and column of what they belong to. */
const AGE: Record<string, string> = {
  programme_contact: 'on_day',
  audit_value: 'audit_entry.at',
  note: 'created_at',
  task: 'done_at',
  contact: 'at',
  engagement_plan_person: 'engagement_plan.made_at',
  handover: 'made_at',
  bulk_edit_row: 'bulk_edit.made_at',
  import_change: 'import.finished_at',
  import_trial: 'started_at',
  import_refusal: 'import.finished_at',
  webhook_delivery: 'made_at',
}
const NOW = new Date('2030-01-01T00:00:00Z')

let world: PrivacyWorld
const run: PrivacyWorld['workspace']['run'] = (work) => world.workspace.run(work)

/** All times of `AGE` are set to this day, by the owner of the tables. */
async function age(day: string): Promise<void> {
  await run(async (tx) => {
    await sql`set local role none`.execute(tx)
    for (const [table, place] of Object.entries(AGE)) {
      const [of, column] = place.includes('.') ? place.split('.') : [table, place]
      await sql`update ${sql.table(`enishi.${of}`)} set ${sql.ref(column ?? '')} = ${day}
        where workspace_id = ${world.workspace.id}`.execute(tx)
    }
  })
}

const end = () => endOldTexts(world.workspace.door, world.workspace.id, NOW)

describe('retention', () => {
  beforeAll(async () => {
    world = await makePrivacyWorld()
    await run((tx) => insertNamings(tx, world.workspace.id, 'akane'))
    await run((tx) => sql`update note set edited_at = null`.execute(tx))
  })

  it('says of every table that tells of people what ends its texts', () => {
    expect(Object.keys(RETENTIONS).toSorted()).toEqual([...REACHED_TABLES].toSorted())
    const dated = Object.entries(RETENTIONS).filter(
      ([, one]) => typeof one === 'object' && 'after' in one,
    )
    expect(dated.map(([table]) => table).toSorted()).toEqual(Object.keys(AGE).toSorted())
  })

  it('ends nothing while no days are set, nor what is younger than they are', async () => {
    await age('2029-01-01')
    expect(await end()).toEqual({})
    const setting = { textDays: 400 }
    await run((tx) => changePrivacySetting(tx, setting, changeIn(world.workspace)))
    expect(await end()).toEqual({})
  })

  it('ends rows of imports by the days of their channel', async () => {
    await run((tx) => sql`update import_change set changed = '["x"]'`.execute(tx))
    await run((tx) => sql`update channel set retention_days = 30`.execute(tx))
    expect(Object.keys(await end()).toSorted()).toEqual(['import_change', 'import_refusal'])
  })

  it('ends the texts of every dated table after the days set, and has nothing left to end', async () => {
    await run((tx) => sql`update channel set retention_days = null`.execute(tx))
    await run((tx) => sql`update import_refusal set excerpt = 'x'`.execute(tx))
    await run((tx) => sql`update import_change set changed = '["x"]'`.execute(tx))
    await age('2028-01-01')
    expect(Object.keys(await end()).toSorted()).toEqual(Object.keys(AGE).toSorted())
    expect(await end()).toEqual({})
  })
})

import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { openUpgradable } from '#test/upgraded-database.ts'
import { newId } from '#test/workspace.ts'
import { checkDerived, patchPerson } from '#understand/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'

/** As the release before journeys had moves left it. */
const WITHOUT_MOVES = `
  drop table enishi.journey_move, enishi.move_day;
  alter table enishi.journey_stage drop column round, drop column moved_stance;
  alter table enishi.reading_topic drop column stage_open;
  delete from enishi_migration where name in ('0012-journeys.sql', '0051-open-stages.sql')`

const TEXTS = [
  '号 気になる',
  '号を買った',
  '号を買ってよかった',
  '号が壊れた。最悪',
  '号 気になる',
  'なし',
]

function post(n: number): IncomingActivity {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: String(n),
    actor: { platform: 'shop', externalId: `who-${n % 5}` },
    publishedAt: new Date(Date.UTC(2026, 8, 1 + ((n * 5) % 29), 20)),
    content: { text: `みつばち${TEXTS[n % TEXTS.length]}` },
  }
}

/** As a release that did not protect names yet, and then those that did not look back, left it. */
const UNPROTECTED = `
  update enishi.person set edited_fields = '{}';
  delete from enishi_migration where name = '0014-edited-fields.sql'`

it('protects names that members gave before names were protected', async () => {
  const { workspace, goBack, migrate } = await openUpgradable()
  await hear(await testListening(workspace.door), workspace, await testChannel(workspace), [
    post(1),
    post(2),
  ])
  const people = () =>
    workspace.run((tx) =>
      tx.selectFrom('person').select(['id', 'edited_fields']).orderBy('id').execute(),
    )
  const [corrected, untouched] = await people()
  const patch = (change: Parameters<typeof patchPerson>[2]) =>
    workspace.run((tx) => patchPerson(tx, corrected?.id ?? '', change, changeIn(workspace)))
  await patch({ familyName: '山田', givenName: '花子' })
  await patch({ familyName: '山本' })
  await goBack(UNPROTECTED)
  await patch({ nameReading: 'やまもと はなこ' })
  expect(await people()).toEqual([
    { id: corrected?.id, edited_fields: ['nameReading'] },
    { id: untouched?.id, edited_fields: [] },
  ])
  expect(await migrate()).toEqual(['0014-edited-fields.sql'])
  expect(await people()).toEqual([
    { id: corrected?.id, edited_fields: ['familyName', 'givenName', 'nameReading'] },
    { id: untouched?.id, edited_fields: [] },
  ])
})

it('finds the moves of a log that is older than they are', async () => {
  const { workspace, goBack, migrate } = await openUpgradable()
  const { id } = workspace
  await workspace.run((tx) =>
    tx
      .insertInto('topic')
      .values({
        workspace_id: id,
        id: newId(),
        name: 'みつばち号',
        kind: 'own',
        applied_at: new Date(),
      })
      .execute(),
  )
  const posts = Array.from({ length: 29 }, (_, n) => post(n))
  await hear(await testListening(workspace.door), workspace, await testChannel(workspace), posts)
  const count = () =>
    workspace.run((tx) =>
      sql<{ n: number }>`select count(*)::integer as n from journey_move`.execute(tx),
    )
  const before = (await count()).rows[0]?.n
  expect(before).toBeGreaterThan(15)

  await goBack(WITHOUT_MOVES)
  expect(await migrate()).toEqual(['0012-journeys.sql', '0051-open-stages.sql'])
  expect((await count()).rows[0]?.n).toBe(before)
  expect(await workspace.run(checkDerived)).toEqual([])
})

it('takes back the moves that were guesses, of a log from before guesses were told apart', async () => {
  const { workspace, goBack, migrate } = await openUpgradable()
  const { id } = workspace
  await workspace.run((tx) =>
    tx
      .insertInto('topic')
      .values({
        workspace_id: id,
        id: newId(),
        name: 'みつばち号',
        kind: 'own',
        applied_at: new Date(),
      })
      .execute(),
  )
  const posts = Array.from({ length: 29 }, (_, n) => post(n))
  await hear(await testListening(workspace.door), workspace, await testChannel(workspace), posts)
  const guesses = await workspace.run((tx) =>
    sql`update reading set unsure = '{stage}' where activity_id in (
      select activity_id from journey_move order by activity_id limit 5)`.execute(tx),
  )
  expect(guesses.numAffectedRows).toBe(5n)
  await goBack(`
      alter table enishi.reading_topic drop column stage_open;
      delete from enishi_migration where name = '0051-open-stages.sql'`)
  expect(await migrate()).toEqual(['0051-open-stages.sql'])
  const { rows } = await workspace.run((tx) =>
    sql`select from journey_move m join reading r on r.activity_id = m.activity_id
      where 'stage' = any(r.unsure)`.execute(tx),
  )
  expect(rows).toEqual([])
  expect(await workspace.run(checkDerived)).toEqual([])
})

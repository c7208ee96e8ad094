import { expect, it } from 'vitest'
import { seedChannel, seedPerson, seedPost, seedTopic } from '#test/seed.ts'
import { openUpgradable } from '#test/upgraded-database.ts'
import { newId } from '#test/workspace.ts'
import { readByOf } from '#understand/index.ts'

it('counts by topic and channel what read the posts, and notes the model that runs', {
  timeout: 60_000,
}, async () => {
  const { workspace, goBack, migrate } = await openUpgradable()
  const { id, run } = workspace
  const topic = await seedTopic(workspace, 'phone')
  const [blog, forum] = [
    await seedChannel(workspace, 'blog'),
    await seedChannel(workspace, 'forum'),
  ]
  const { handleId: by } = await seedPerson(workspace, 'Aiko')
  const post = (at: string, channel: string, model: string, topics: string[]) =>
    seedPost(workspace, { at, by, channel, model, topics, text: 'x' })
  await post('2026-03-01T00:00:00Z', blog, 'base-1', [topic])
  await post('2026-03-02T00:00:00Z', forum, 'base-1+1', [topic])
  await post('2026-03-02T00:00:00Z', forum, 'base-1+1', [])
  // As earlier releases had it.
  await goBack(`
    drop table enishi.reading_move, enishi.model_run, enishi.model_day;
      alter table enishi.reader_model drop column compared, drop column better, drop column worse;
      create table enishi.model_day (workspace_id uuid, day date, model text, posts bigint);
      insert into enishi.reader_model
          (workspace_id, id, version, base, state, corrections, scores, reason, promoted_at)
        values ('${id}', '${newId()}', 0, 'base-1', 'retired', 0, '[]', null, now()),
          ('${id}', '${newId()}', 1, 'base-1', 'running', 9, '[]', 'better', now());
      delete from enishi_migration where name = '0054-model-runs.sql'`)
  await migrate()
  const all = [
    { model: 'base-1+1', posts: 2 },
    { model: 'base-1', posts: 1 },
  ]
  expect(await run((tx) => readByOf(tx))).toEqual(all)
  expect(await run((tx) => readByOf(tx, { topic, channel: forum }))).toEqual([
    { model: 'base-1+1', posts: 1 },
  ])
  expect(await run((tx) => readByOf(tx, { topic: 'any-topic', to: '2026-03-01' }))).toEqual([
    { model: 'base-1', posts: 1 },
  ])
  const runs = await run((tx) => tx.selectFrom('model_run').select(['model', 'reason']).execute())
  expect(runs).toEqual([{ model: 'base-1+1', reason: 'better' }])
})

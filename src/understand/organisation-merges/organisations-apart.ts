import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { organisationToName } from './organisation-root.ts'

/**
 * Says that two organisations are two: they are no longer shown as alike, until they are merged after
 * all. Records `organisation.not-same`. Throws `not-found`, `bad-input` for two that are one.
 */
export async function sayOrganisationsApart(
  tx: Transaction,
  a: string,
  b: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const [first, second] = [await organisationToName(tx, a), await organisationToName(tx, b)]
  if (first === second) throw isSame()
  await keepOrganisationsApart(tx, first, second, change)
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'organisation.not-same', subjectId: first, authorId: change.authorId },
    detail: [second],
  })
}

/** The same, for whoever has looked; said again it stays as it is. */
export async function keepOrganisationsApart(
  tx: Transaction,
  a: string,
  b: string,
  { workspaceId, now, random, authorId }: ChangeInWorkspace,
): Promise<void> {
  const [first = '', second = ''] = [a, b].sort()
  await sql`
    insert into organisation_not_same (workspace_id, id, first_id, second_id, author_id, said_at)
    values (${workspaceId}, ${uuidV7(now.getTime(), random)}, ${first}, ${second}, ${authorId}, ${now})
    on conflict do nothing`.execute(tx)
}

/** Takes back what was said of two roots and of any that were merged into them. */
export async function forgetApart(tx: Transaction, a: string, b: string): Promise<void> {
  await sql`
    delete from organisation_not_same n using organisation_root f, organisation_root s
    where f.organisation_id = n.first_id and s.organisation_id = n.second_id
      and ((f.root_id = ${a}::uuid and s.root_id = ${b}::uuid)
        or (f.root_id = ${b}::uuid and s.root_id = ${a}::uuid))`.execute(tx)
}

function isSame(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'These are one organisation. Take back the merge instead.',
      ja: 'この2つは1つの企業・団体です。別の企業・団体なら、統合を取り消してください。',
    },
    { field: 'b' },
  )
}

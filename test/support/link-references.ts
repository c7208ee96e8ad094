import { sql } from 'kysely'
import { listCodes, listLinks } from '#engage/index.ts'
import { listOutcomes } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { getPerson } from '#understand/index.ts'
import { newId } from './workspace.ts'

type Reader = (tx: Transaction, id: string) => Promise<string[]>

/** The readers of links, codes and claims that must resolve merged people, by foreign key. */
export const LINK_READERS: Record<string, Record<string, Reader>> = {
  'tracked_link.person_id': {
    'links?person=': async (tx, id) =>
      (await listLinks(tx, { person: id, limit: 100 })).items.map(({ name }) => name),
    'whose links are': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listLinks(tx, { limit: 100 })
      return items.filter(({ person }) => person?.id === root).map(({ name }) => name)
    },
  },
  'code.person_id': {
    'codes?person=': async (tx, id) =>
      (await listCodes(tx, { person: id, limit: 100 })).items.map(({ text }) => text),
  },
  'claimed_touch.person_id': {
    'who outcomes name': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listOutcomes(tx, {}, { limit: 100 })
      const claims = items.flatMap(({ evidence }) => evidence)
      return claims.filter(({ person }) => person?.id === root).map(({ text }) => text)
    },
  },
}

/** A link and a code of the person, and an outcome that names them. */
export async function plantLinks(tx: Transaction, workspaceId: string, person: string) {
  const key = Buffer.from(person)
  await sql`insert into tracked_link (workspace_id, id, code, target, name, person_id, created_at,
      changed_at) values (${workspaceId}, ${newId()}, ${newId()}, 'https://example.com/',
      ${`link ${person}`}, ${person}, now(), now())`.execute(tx)
  await sql`insert into code (workspace_id, id, text, key, kind, person_id, created_at, changed_at)
    values (${workspaceId}, ${newId()}, ${`code ${person}`}, ${key}, 'referral', ${person}, now(),
      now())`.execute(tx)
  await sql`insert into claimed_touch (workspace_id, outcome_id, class, key, text, person_id)
    select ${workspaceId}, activity_id, 'said', ${key}, ${`named ${person}`}, ${person} from outcome
    order by activity_id limit 1`.execute(tx)
}

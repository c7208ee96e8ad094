import { type RawBuilder, sql } from 'kysely'
import { rootOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { organisationToName, originalsOf, rootOf } from '#understand/index.ts'
import { EnishiError, type SubjectKind, type Words } from '#vocabulary/index.ts'

/** What a task or a note is about, as it is asked for. */
export interface AboutInput {
  kind: SubjectKind
  id: string
}

/** The same as it is shown: a person that was merged as its root. */
export interface About extends AboutInput {
  name: string
}

export interface AboutColumns {
  person_id: string | null
  organisation_id: string | null
  deal_id: string | null
}

const NOTHING: AboutColumns = { person_id: null, organisation_id: null, deal_id: null }

/** The columns that say what a row is about. Throws `bad-input` for what is not there. */
export async function columnsOf(tx: Transaction, about: AboutInput | null): Promise<AboutColumns> {
  if (about === null) return NOTHING
  if (about.kind === 'person') {
    return { ...NOTHING, person_id: await personMeant(tx, about.id, 'about') }
  }
  if (about.kind === 'organisation') {
    return { ...NOTHING, organisation_id: await organisationMeant(tx, about.id, 'about') }
  }
  await checkThere(tx, about.kind, about.id, 'about')
  return { ...NOTHING, deal_id: about.id }
}

/** The root that stands for a person named in a request. Throws `bad-input` for one that is not there. */
export async function personMeant(tx: Transaction, id: string, field: string): Promise<string> {
  try {
    return await rootOf(tx, id)
  } catch (error) {
    if (error instanceof EnishiError && error.code === 'not-found') throw notThere('person', field)
    throw error
  }
}

/** The organisation that stands for one named in a request. Throws `bad-input` for one that is not there. */
export async function organisationMeant(
  tx: Transaction,
  id: string,
  field: string,
): Promise<string> {
  try {
    return await organisationToName(tx, id)
  } catch (error) {
    if (!(error instanceof EnishiError) || error.code !== 'not-found') throw error
    throw notThere('organisation', field)
  }
}

/** Throws `bad-input` where the request names something that is not there. */
export async function checkThere(
  tx: Transaction,
  kind: 'deal' | 'topic',
  id: string,
  field: string,
): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(kind)} where id = ${id}::uuid
    ${kind === 'topic' ? sql`and deleted_at is null` : sql``}`.execute(tx)
  if (rows.length === 0) throw notThere(kind, field)
}

const NOT_THERE: Record<SubjectKind | 'topic', Words> = {
  person: {
    en: 'There is no such person. Look for them in the list of people.',
    ja: 'この人物は見つかりません。人物の一覧から探してください。',
  },
  organisation: {
    en: 'There is no such organisation. Look for it in the list of organisations.',
    ja: 'この企業・団体は見つかりません。企業・団体の一覧から探してください。',
  },
  deal: {
    en: 'There is no such deal. It may have been removed; look for it in the list of deals.',
    ja: 'この商談は見つかりません。削除された可能性があります。商談の一覧から探してください。',
  },
  topic: {
    en: 'There is no such topic. Look for it in the list of topics.',
    ja: 'この話題は見つかりません。話題の一覧から探してください。',
  },
}

function notThere(kind: SubjectKind | 'topic', field: string): EnishiError {
  return new EnishiError('bad-input', NOT_THERE[kind], { field })
}

/** The refusal for a deal that a path names and that is not there. */
export function noDeal(): EnishiError {
  return new EnishiError('not-found', NOT_THERE.deal, { field: 'id' })
}

/**
 * For a filter: the root and all that were merged into it, by any of their ids, because a row keeps
 * the person that it was written with. Nobody where there is no such person.
 */
export async function originalsMeant(
  tx: Transaction,
  id: string | undefined,
): Promise<string[] | undefined> {
  if (id === undefined) return undefined
  const { rows } = await sql<{ root: string }>`
    select case when merged_into is null then id else merged_into end as root
    from person where id = ${id}::uuid`.execute(tx)
  const root = rows[0]?.root
  return root === undefined ? [] : originalsOf(tx, root)
}

/** The root, as `shown`, that stands for the person of this expression. */
export function shownPerson(personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`cross join lateral (
    select root.id, root.display_name, root.name_reading from person own
    join person root
      on root.id = case when own.merged_into is null then own.id else own.merged_into end
    where own.id = ${personId} offset 0) shown`
}

/** Columns and joins that name what a row `r` is about; `readAbout` reads them. */
export const ABOUT = {
  columns: sql`about_person.id as about_person, about_person.display_name as about_person_name,
    r.organisation_id as about_organisation, about_organisation.name as about_organisation_name,
    r.deal_id as about_deal, about_deal.name as about_deal_name`,
  joins: sql`
    left join lateral (select shown.* from (select 1) one ${shownPerson(sql`r.person_id`)}) about_person on true
    left join lateral (
      select name from organisation o where o.id = r.organisation_id offset 0) about_organisation on true
    left join lateral (select name from deal d where d.id = r.deal_id offset 0) about_deal on true`,
}

export interface AboutRow {
  about_person: string | null
  about_person_name: string | null
  about_organisation: string | null
  about_organisation_name: string | null
  about_deal: string | null
  about_deal_name: string | null
}

/** What the row is about; null for nothing. */
export function readAbout(row: AboutRow): About | null {
  const found = [
    { kind: 'person', id: row.about_person, name: row.about_person_name },
    { kind: 'organisation', id: row.about_organisation, name: row.about_organisation_name },
    { kind: 'deal', id: row.about_deal, name: row.about_deal_name },
  ] as const
  for (const { kind, id, name } of found) {
    if (id !== null) return { kind, id, name: name ?? '' }
  }
  return null
}

/** What lists of tasks, notes and contacts may be narrowed to. */
export interface AboutFilter {
  person?: string | undefined
  organisation?: string | undefined
  deal?: string | undefined
}

/** That a row `r` is about what the filter names. */
export async function isAbout(
  tx: Transaction,
  { person, organisation, deal }: AboutFilter,
): Promise<RawBuilder<unknown>[]> {
  const originals = await originalsMeant(tx, person)
  return [
    ...(originals === undefined ? [] : [sql`r.person_id = any(${originals}::uuid[])`]),
    ...(organisation === undefined
      ? []
      : [sql`r.organisation_id = ${rootOfOrganisation(sql`${organisation}::uuid`)}`]),
    ...(deal === undefined ? [] : [sql`r.deal_id = ${deal}::uuid`]),
  ]
}

/** Somebody of the workspace's members; their name is of the accounts, whoever answers adds it. */
export interface Colleague {
  id: string
  name: string | null
}

export function colleague(id: string | null): Colleague | null {
  return id === null ? null : { id, name: null }
}

import { randomFillSync } from 'node:crypto'
import pg from 'pg'
import type { Connection } from '#store/door.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { FAMILY_NAMES, GIVEN_NAMES, makePhrases, type Phrase, phraseOf } from './phrases.ts'

export interface FillSize {
  activities: number
  people: number
}

/** What the measured calls ask for. */
export interface FilledWorkspace {
  workspaceId: string
  /** Most frequent first. */
  topicIds: string[]
  channelIds: string[]
}

const DAYS = 730

/**
 * Fills a database with one workspace, set by set: posts of phrases in Japanese and English with
 * Zipf-like weights over two years, one person with a tenth of all, readings, topics and roll-ups
 * but for journeys. Indexes are dropped while it loads and made again after, as they were.
 */
export async function fillWorkspace(
  connection: Connection,
  size: FillSize,
  log: (line: string) => void,
): Promise<FilledWorkspace> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    // Foreign keys hold by construction; checking them row by row would take longer than the load.
    await client.query(
      `set session_replication_role = replica; set search_path = enishi; set work_mem = '256MB';
       set maintenance_work_mem = '512MB'; set synchronous_commit = off; select setseed(0.42)`,
    )
    const indexes = await dropIndexes(client)
    const filled = await insertAll(client, size, log)
    for (const definition of indexes) await client.query(definition)
    log('indexes made')
    await client.query('vacuum analyze')
    return filled
  } finally {
    await client.end()
  }
}

/** Statistics of what has been added since. */
export async function vacuum(connection: Connection): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'enishi'::regnamespace and not i.indisprimary
       and c.relname in ('activity', 'post', 'reading', 'reading_topic', 'person', 'handle',
         'handle_ownership', 'root_summary', 'activity_source')
       and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => String(definition))
}

async function insertAll(
  client: pg.Client,
  size: FillSize,
  log: (line: string) => void,
): Promise<FilledWorkspace> {
  const workspaceId = newId()
  await client.query(
    `insert into workspace (id, slug, name, language, time_zone)
     values ($1::uuid, 'bench-' || right($1::uuid::text, 8), 'Bench', 'ja', 'Asia/Tokyo')`,
    [workspaceId],
  )
  const topicIds = await insertTopics(client, workspaceId)
  const channelIds = await insertChannels(client, workspaceId)
  await insertPeople(client, workspaceId, size.people)
  log('people in')
  await insertActivities(client, workspaceId, size)
  log('activities in')
  await insertPosts(client, workspaceId)
  log('posts in')
  await insertReadings(client, workspaceId)
  log('readings in')
  await insertRollUps(client, workspaceId)
  log('roll-ups in')
  return { workspaceId, topicIds, channelIds }
}

function newId(): string {
  return uuidV7(Date.now(), (into) => {
    randomFillSync(into)
  })
}

const TOPICS = 20
const CHANNELS = ['mastodon', 'jetstream', 'feed', 'mbox', 'posts-csv']

async function insertTopics(client: pg.Client, workspaceId: string): Promise<string[]> {
  const ids = Array.from({ length: TOPICS }, newId)
  await client.query(
    `insert into topic (workspace_id, id, name, kind, applied_at)
     select $1::uuid, id, 'Topic ' || n, (array['own','competitor','category','campaign'])[1 + n % 4], now()
     from unnest($2::uuid[]) with ordinality as t (id, n)`,
    [workspaceId, ids],
  )
  await client.query(
    `insert into topic_alias (workspace_id, topic_id, alias)
     select $1::uuid, id, 'alias ' || n || ' ' || m
     from unnest($2::uuid[]) with ordinality as t (id, n), generate_series(1, 4) m`,
    [workspaceId, ids],
  )
  return ids
}

async function insertChannels(client: pg.Client, workspaceId: string): Promise<string[]> {
  const ids = CHANNELS.map(newId)
  await client.query(
    `insert into channel (workspace_id, id, kind, name)
     select $1::uuid, id, kind, kind || ' channel' from unnest($2::uuid[], $3::text[]) as t (id, kind)`,
    [workspaceId, ids, CHANNELS],
  )
  return ids
}

/** The id that stands for number `n` of a kind, as SQL. */
function idOf(kind: string, n: string): string {
  const hash = `md5('${kind}' || (${n})::text || $1::uuid::text)`
  // Version and variant as RFC 9562 has them: the API answers no other ids.
  return `overlay(overlay(${hash} placing '7' from 13) placing '8' from 17)::uuid`
}

/** One in fifty people was found to be another; one in twenty has a second handle. */
async function insertPeople(client: pg.Client, workspaceId: string, people: number): Promise<void> {
  const families = FAMILY_NAMES.map(phraseOf)
  const givens = GIVEN_NAMES.map(phraseOf)
  await client.query('create temp table name_part (kind text, n int, text text, tokens tsvector)')
  await insertParts(client, 'family', families)
  await insertParts(client, 'given', givens)
  await client.query(
    `insert into person (workspace_id, id, display_name, family_name, given_name, sort_key, name_tokens,
       merged_into)
     select $1::uuid, ${idOf('person', 'i')}, f.text || ' ' || g.text || ' ' || i, f.text, g.text,
       lower(f.text || ' ' || g.text || ' ' || i),
       f.tokens || g.tokens || array_to_tsvector(array['user' || i]),
       case when i % 50 = 49 then ${idOf('person', 'i - 1')} end
     from generate_series(1, ${people}) i
     join name_part f on f.kind = 'family' and f.n = i * 7 % ${families.length}
     join name_part g on g.kind = 'given' and g.n = i * 11 / 13 % ${givens.length}`,
    [workspaceId],
  )
  await client.query(
    `insert into handle (workspace_id, id, platform, external_id, username, display_name, kind)
     select $1::uuid, ${idOf('handle', 'i')}, (array['mastodon','bluesky','mail'])[1 + i % 3], 'user' || i,
       'user' || i || '@example.social', p.display_name, 'person'
     from generate_series(1, ${people + Math.floor(people / 20)}) i
     join person p on p.workspace_id = $1::uuid and p.id = ${idOf('person', `1 + (i - 1) % ${people}`)}`,
    [workspaceId],
  )
  await client.query(
    `insert into handle_ownership (workspace_id, handle_id, person_id, reason)
     select $1::uuid, ${idOf('handle', 'i')}, ${idOf('person', `1 + (i - 1) % ${people}`)}, 'born'
     from generate_series(1, ${people + Math.floor(people / 20)}) i`,
    [workspaceId],
  )
}

async function insertParts(client: pg.Client, kind: string, parts: Phrase[]): Promise<void> {
  await client.query(
    `insert into name_part select $1, n - 1, text, tokens::tsvector
     from unnest($2::text[], $3::text[]) with ordinality as t (text, tokens, n)`,
    [kind, parts.map(({ text }) => text), parts.map(({ tokens }) => tokens)],
  )
}

/** Evenly over two years; a tenth by the first handle, the rest with a power law; one in ten a like. */
async function insertActivities(
  client: pg.Client,
  workspaceId: string,
  { activities, people }: FillSize,
): Promise<void> {
  await client.query(
    `create temp table drawn as
     select i, (extract(epoch from now()) * 1000)::bigint - ${DAYS}::bigint * 86400000
         + (i * (${DAYS}::bigint * 86400000 / ${activities})) as ms,
       case when random() < 0.1 then 1 else 1 + floor(power(random(), 2.5) * ${people})::int end as author,
       random() as r_type, random() as r_lang, random() as r_topic, random() as r_sentiment,
       random() as r_stage, random() as r_channel
     from generate_series(1, ${activities}) i`,
  )
  await client.query(
    `create temp table made as
     select *, ('0' || rpad(substr(to_hex(ms), 1, 11), 11, '0') || '7' || substr(h, 1, 3) || '8'
         || substr(h, 4, 15))::uuid as id
     from drawn, lateral (select md5(i::text || $1::uuid::text) as h) m`,
    [workspaceId],
  )
  await client.query(
    `insert into activity (workspace_id, id, type, platform, external_key, channel_id, handle_id,
       published_at, arrived_at, content_hash, parent_hash)
     select $1::uuid, made.id, case when r_type < 0.9 then 'Create' when r_type < 0.97 then 'Like' else 'Announce' end,
       'mastodon', 'https://example.social/' || i, c.id, ${idOf('handle', 'author')},
       to_timestamp(ms / 1000.0), to_timestamp(ms / 1000.0 + 5), decode(h, 'hex'),
       case when i % 5 = 0 then decode(md5((i / 2)::text), 'hex') end
     from made join (select id, row_number() over (order by id) as n from channel where workspace_id = $1::uuid) c
       on c.n = 1 + floor(power(r_channel, 2) * ${CHANNELS.length})`,
    [workspaceId],
  )
  await client.query(
    `insert into activity_source (workspace_id, platform, external_key_hash, activity_id)
     select $1::uuid, 'mastodon', decode(md5(i::text), 'hex'), id from made`,
    [workspaceId],
  )
}

export const RARE_WORD = '幻の珍品'
export const OLD_WORD = '懐かしの蓄音機'

async function insertPosts(client: pg.Client, workspaceId: string): Promise<void> {
  const { ja, en } = makePhrases()
  await client.query('create temp table phrase (lang text, n int, text text, tokens tsvector)')
  for (const [lang, phrases] of Object.entries({ ja, en })) {
    await client.query(
      `insert into phrase select $1, n - 1, text, tokens::tsvector
       from unnest($2::text[], $3::text[]) with ordinality as t (text, tokens, n)`,
      [lang, phrases.map(({ text }) => text), phrases.map(({ tokens }) => tokens)],
    )
  }
  await client.query('analyze phrase')
  const joins = [1, 2, 3, 4, 5].map(
    (k) =>
      `join phrase p${k} on p${k}.lang = w.lang and p${k}.n = floor(power(w.r${k}, 3) * w.pool)::int`,
  )
  const [old, rare] = [phraseOf(OLD_WORD), phraseOf(RARE_WORD)]
  await client.query(
    `insert into post (workspace_id, activity_id, text, tokens)
     select $1::uuid, w.id, concat_ws(' ', p1.text, p2.text, p3.text, p4.text, p5.text, e.text),
       p1.tokens || p2.tokens || p3.tokens || p4.tokens || p5.tokens || coalesce(e.tokens, '')
     from (select *, case when r_lang < 0.62 then 'ja' else 'en' end as lang,
         case when r_lang < 0.62 then ${ja.length} else ${en.length} end as pool,
         random() as r1, random() as r2, random() as r3, random() as r4, random() as r5,
         case when i % 50021 = 0 then 2 when i < (select max(i) from made) / 8 and i % 3 = 0 then 1 end as extra
       from made where r_type < 0.9) w
     ${joins.join('\n')}
     left join (values (1, $2::text, $3::tsvector), (2, $4::text, $5::tsvector)) e (n, text, tokens)
       on e.n = w.extra
     order by w.i`,
    [workspaceId, old.text, old.tokens, rare.text, rare.tokens],
  )
}

async function insertReadings(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query(
    `insert into reading (workspace_id, activity_id, revision, model, lang, lang_confidence, sentiment,
       sentiment_score, sentiment_confidence, stage, stage_confidence, stance)
     select $1::uuid, id, 1, 'bench-1', case when r_lang < 0.6 then 'ja' when r_lang < 0.95 then 'en'
         when r_lang < 0.98 then 'ko' else 'fr' end, 0.9,
       case when r_sentiment < 0.18 then 'negative' when r_sentiment < 0.7 then 'neutral' else 'positive' end,
       r_sentiment * 2 - 1, 0.8, s.stage, 0.7,
       case when s.stage in ('recommendation', 'satisfaction')
         then case when r_sentiment < 0.18 then 'against' when r_sentiment < 0.3 then 'mixed' else 'for' end
         else 'none' end
     from made, lateral (select case when r_stage < 0.7 then 'none' when r_stage < 0.82 then 'discovery'
       when r_stage < 0.91 then 'evaluation' when r_stage < 0.96 then 'recommendation'
       else 'satisfaction' end as stage) s
     where r_type < 0.9 order by i`,
    [workspaceId],
  )
  await client.query(
    `insert into reading_topic (workspace_id, topic_id, activity_id, starts_at, ends_at, sentiment, stage, stance)
     select distinct on (t.id, r.activity_id) $1::uuid, t.id, r.activity_id, 0, 2, r.sentiment, r.stage, r.stance
     from made m join reading r on r.workspace_id = $1::uuid and r.activity_id = m.id
     cross join generate_series(1, 2) k
     join (select id, row_number() over (order by id) as n from topic where workspace_id = $1::uuid) t
       on t.n = 1 + floor(power(case k when 1 then m.r_topic / 0.7 else m.r_channel end, 3) * ${TOPICS})
     where m.r_topic < 0.7 and (k = 1 or m.r_topic < 0.15)
     order by t.id, r.activity_id`,
    [workspaceId],
  )
}

const SENTIMENTS = ['negative', 'neutral', 'positive']
const STAGES = ['none', 'discovery', 'evaluation', 'recommendation', 'satisfaction']

const SUM_TOPIC_DAYS = `
  insert into topic_day (workspace_id, channel_id, topic_id, day, posts, negative, neutral, positive,
    no_stage, discovery, evaluation, recommendation, satisfaction)
  select $1::uuid, coalesce(channel_id, '00000000-0000-0000-0000-000000000000'), topic_id, day, sum(posts),
    ${SENTIMENTS.map((name) => `coalesce(sum(posts) filter (where sentiment = '${name}'), 0)`)},
    ${STAGES.map((name) => `coalesce(sum(posts) filter (where stage = '${name}'), 0)`)}
  from reading_day where workspace_id = $1::uuid
  group by grouping sets ((channel_id, topic_id, day), (topic_id, day))`

async function insertRollUps(client: pg.Client, workspaceId: string): Promise<void> {
  const day = `(a.published_at at time zone 'Asia/Tokyo')::date`
  const days = (topic: string, from: string, of: string) => `
    insert into reading_day (workspace_id, day, topic_id, channel_id, stage, stance, sentiment, posts)
    select $1::uuid, ${day}, ${topic}, a.channel_id, ${of}.stage, ${of}.stance, ${of}.sentiment, count(*)
    from ${from} join activity a on a.workspace_id = $1::uuid and a.id = ${of}.activity_id
    where ${of}.workspace_id = $1::uuid group by 2, 3, 4, 5, 6, 7`
  const statements = [
    days(`'00000000-0000-0000-0000-000000000000'::uuid`, 'reading r', 'r'),
    days('t.topic_id', 'reading_topic t', 't'),
    SUM_TOPIC_DAYS,
    `insert into activity_day (workspace_id, day, channel_id, type, activities)
     select $1::uuid, ${day}, a.channel_id, a.type, count(*) from activity a where a.workspace_id = $1
     group by 2, 3, 4`,
    `insert into person_summary (workspace_id, person_id, posts, activities, first_at, last_at)
     select $1::uuid, o.person_id, count(*) filter (where a.type = 'Create'), count(*), min(a.published_at),
       max(a.published_at)
     from activity a join handle_ownership o on o.workspace_id = $1::uuid and o.handle_id = a.handle_id
     where a.workspace_id = $1::uuid group by 2`,
    `insert into root_summary (workspace_id, person_id, posts, activities, first_at, last_at)
     select $1::uuid, coalesce(p.merged_into, p.id), sum(s.posts), sum(s.activities), min(s.first_at), max(s.last_at)
     from person_summary s join person p on p.workspace_id = $1::uuid and p.id = s.person_id
     where s.workspace_id = $1::uuid group by 2`,
  ]
  for (const statement of statements) await client.query(statement, [workspaceId])
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type InfluenceOutcome, uuidV7Floor } from '#vocabulary/index.ts'
import { readHits } from './count-arms.ts'
import { LEVEL } from './interval.ts'
import { type Aim, type Plan, planWeeks, smallestLift } from './plan-people.ts'
import type { Hit } from './tally-arms.ts'

/** How many weeks of the log say how many people there are and how often it happens. */
const WEEKS_OBSERVED = 8
const DAY_MS = 86_400_000

/** What the log says of people whom an experiment could meet. */
export interface Pace {
  people: number
  /** Met for the first time in these weeks, a week. */
  peopleAWeek: number
  hits: number
  /** Share of them to whom it happened within the horizon; null without people. */
  baseRate: number | null
}

export interface PaceAsked {
  outcome: InfluenceOutcome
  topic?: string | undefined
  channels?: string[] | undefined
  horizonDays: number
}

/**
 * How many people spoke of the topic (without one: of any of our own) in the channels, in the weeks
 * that ended a horizon ago, and to what share of them the outcome happened within the horizon after
 * they first did. What we caused by engaging them is in it: the share without us is a little lower.
 */
async function readPace(tx: Transaction, asked: PaceAsked, now: Date): Promise<Pace> {
  const { outcome, topic, channels = [], horizonDays } = asked
  const to = now.getTime() - horizonDays * DAY_MS
  const from = to - WEEKS_OBSERVED * 7 * DAY_MS
  const [since, until] = [uuidV7Floor(from), uuidV7Floor(to)]
  const { rows } = await sql<Hit>`
    select hp.person_id as "rootId", min(a.published_at) as at
    from reading_topic rt join topic t on t.id = rt.topic_id
      and ${topic === undefined ? sql`t.kind = 'own'` : sql`t.id = ${topic}::uuid`} and t.deleted_at is null
    cross join lateral (select * from activity where activity.id = rt.activity_id offset 0) a
    cross join lateral (select * from handle_person where handle_person.handle_id = a.handle_id offset 0) hp
    where a.deleted_at is null and rt.activity_id >= ${since}::uuid and rt.activity_id < ${until}::uuid
      and (${channels.length === 0} or a.channel_id = any(${channels}::uuid[]))
    group by hp.person_id`.execute(tx)
  const hitsOf = Map.groupBy(
    await readHits(tx, {
      ...{ outcome, topicId: topic ?? null, since: new Date(from) },
      roots: rows.map(({ rootId }) => rootId),
    }),
    ({ rootId }) => rootId,
  )
  const [people, horizonMs] = [rows.length, horizonDays * DAY_MS]
  const hits = rows.filter(({ rootId, at }) =>
    hitsOf.get(rootId)?.some((hit) => hit.at > at && hit.at.getTime() <= at.getTime() + horizonMs),
  ).length
  const baseRate = people === 0 ? null : hits / people
  return { people, peopleAWeek: people / WEEKS_OBSERVED, hits, baseRate }
}

export interface PowerAsked extends PaceAsked {
  lift: number
  holdoutShare: number
  /** Of those not held out, how many we engage. */
  engagedShare: number
  power: number
  /** As observed where left out. */
  baseRate?: number | undefined
  peopleAWeek?: number | undefined
}

export interface PowerAnswer {
  /** What the plan goes by: as asked, else as observed. */
  baseRate: number
  peopleAWeek: number
  observed: Pace
  level: number
  power: number
  plan: Plan
  /** The smallest lift that so many weeks show, outcomes awaited; null where they show none. */
  lifts: { weeks: number; lift: number | null }[]
}

const WEEKS_SHOWN = [4, 6, 8, 13, 26, 52]

/** How long it takes to see a lift. Throws `bad-input` for a topic that is not there. */
export async function askPower(
  tx: Transaction,
  asked: PowerAsked,
  now: Date,
): Promise<PowerAnswer> {
  await checkTopic(tx, asked.topic)
  const observed = await readPace(tx, asked, now)
  const baseRate = asked.baseRate ?? observed.baseRate ?? 0
  const peopleAWeek = asked.peopleAWeek ?? observed.peopleAWeek
  const { lift, holdoutShare, engagedShare, power, horizonDays } = asked
  const aim: Aim = { baseRate, lift, holdoutShare, engagedShare, level: LEVEL, power }
  const lifts = WEEKS_SHOWN.map((weeks) => {
    const people = Math.max(0, weeks - horizonDays / 7) * peopleAWeek
    const can = baseRate > 0 && people > 0
    return { weeks, lift: can ? smallestLift(aim, people) : null }
  })
  const plan = planWeeks(aim, peopleAWeek, horizonDays)
  return { baseRate, peopleAWeek, observed, level: LEVEL, power, plan, lifts }
}

async function checkTopic(tx: Transaction, topic: string | undefined): Promise<void> {
  if (topic === undefined) return
  const known = await tx
    .selectFrom('topic')
    .select('id')
    .where('id', '=', topic)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (known !== undefined) return
  throw new EnishiError(
    'bad-input',
    {
      en: 'There is no such topic. Choose one from the list.',
      ja: 'この話題は見つかりません。一覧から選んでください。',
    },
    { field: 'topic' },
  )
}

import type { Product } from '../cast/company.ts'
import { countOf, happens } from '../chance/draws.ts'
import { DAY_MS, HOUR_MS, momentOfDay, weekdayFactor } from '../time.ts'
import type { Actor, Standing } from '../world.ts'
import { DEED_RULES, DEEDS, dailyRate, incidentHeat } from './mechanism.ts'
import { moodAfterBuying, stageAt } from './move.ts'
import { nextAccount } from './publish.ts'
import {
  moodOf,
  noteDeed,
  plan,
  productsOfInterest,
  putMood,
  putStanding,
  type Story,
  standingOf,
} from './story.ts'

/** Where people stand as the world begins: shares of those who care for the kind of product. */
const STANDINGS_AT_FIRST: readonly [Standing, number][] = [
  [1, 0.08],
  [2, 0.04],
  [3, 0.05],
  [4, 0.13],
]

/** How often a day somebody of pace 1 speaks of a product, by where they stand. */
const SPOKEN_PER_DAY: Record<Standing, number> = {
  0: 0,
  1: 0.0016,
  2: 0.0085,
  3: 0.0095,
  4: 0.0055,
}
const TALKS_PER_DAY = 0.0105
const STAFF_ANNOUNCES_PER_DAY = 0.03

/** Puts everybody where they stand at first, and writes that down. */
export function placePeople(story: Story): void {
  for (const actor of story.actors) {
    if (actor.role !== 'public') continue
    for (const product of productsOfInterest(actor)) {
      const standing = standingAtFirst(story, actor, product)
      const stage = stageAt(standing)
      if (stage === undefined) continue
      putStanding(story, actor, product, standing)
      const mood = actor.planted === undefined ? moodAfterBuying(story, product) : 1
      putMood(story, actor, product, mood)
      const daysAgo = 60 * story.chance()
      noteDeed(story, actor, product, story.startsAtMs - daysAgo * DAY_MS)
      story.truth.push({ kind: 'standing', person: actor.id, topic: product.id, stage })
    }
  }
}

/** The loud and the quiet one begin as people who recommend what the company makes. */
function standingAtFirst(story: Story, actor: Actor, product: Product): Standing {
  if (actor.planted !== undefined) return product.companyId === 'kotoyu' ? 3 : 0
  let left = story.chance()
  for (const [standing, share] of STANDINGS_AT_FIRST) {
    left -= share
    if (left < 0) return standing
  }
  return 0
}

/** Plans what everybody will do on this day without anybody's words; what has changed by then is looked at again. */
export function planDay(story: Story, dayMs: number): void {
  for (const actor of story.actors) {
    const isOffice = actor.role !== 'public'
    const factor = weekdayFactor(dayMs + 12 * HOUR_MS, actor.utcOffsetHours, isOffice)
    const moment = () => momentOfDay(story.chance, dayMs, actor.utcOffsetHours, isOffice)
    if (isOffice) planAnnouncements(story, actor, factor, moment, dayMs)
    else {
      planTalk(story, actor, factor, moment)
      for (const product of productsOfInterest(actor)) {
        planProduct(story, actor, product, factor, moment)
      }
    }
  }
}

function planTalk(story: Story, actor: Actor, factor: number, moment: () => number): void {
  const count = countOf(story.chance, TALKS_PER_DAY * actor.pace * factor)
  for (let i = 0; i < count; i++) {
    plan(story, { do: 'talk', atMs: moment(), actor, account: nextAccount(story, actor) })
  }
}

function planAnnouncements(
  story: Story,
  actor: Actor,
  factor: number,
  moment: () => number,
  dayMs: number,
): void {
  const { campaign, incident } = story.events
  const isCampaign =
    actor.role === 'company' && dayMs >= campaign.fromMs && dayMs < campaign.untilMs
  const isIncident = actor.role === 'press' && dayMs >= incident.fromMs && dayMs < incident.untilMs
  const perDay = actor.isOrganisation ? actor.pace / 7 : STAFF_ANNOUNCES_PER_DAY
  const count = countOf(story.chance, perDay * factor * (isCampaign ? 3 : isIncident ? 1.6 : 1))
  for (let i = 0; i < count; i++) plan(story, { do: 'announce', atMs: moment(), actor })
}

function planProduct(
  story: Story,
  actor: Actor,
  product: Product,
  factor: number,
  moment: () => number,
): void {
  const standing = standingOf(story, actor, product)
  const atMs = moment()
  for (const deed of DEEDS) {
    if (DEED_RULES[deed].from !== standing) continue
    const rate = dailyRate(deed, actor, product, atMs, story.events) * factor
    if (happens(story.chance, rate)) plan(story, { do: 'deed', atMs, actor, product, deed })
  }
  const heat = standing === 4 ? incidentHeat(product, atMs, story.events) : 0
  // Who is not content says so more often.
  const grudge = standing === 4 && moodOf(story, actor, product) < 0 ? 2.5 : 1
  const spoken =
    SPOKEN_PER_DAY[standing] * Math.max(actor.pace, heat) * factor * (1 + 29 * heat) * grudge
  if (happens(story.chance, spoken)) plan(story, { do: 'speak', atMs: moment(), actor, product })
}

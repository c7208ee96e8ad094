import { isOwn, type Product } from '../cast/company.ts'
import { DAY_MS, rhythmAt } from '../time.ts'
import type { Actor, Level, Standing, WorldEvents } from '../world.ts'

/** How words fade: the kernel phi(d) = exp(-d / TAU_DAYS) / TAU_DAYS, cut at the window. */
export const TAU_DAYS = 1.1
export const WINDOW_DAYS = 7

/**
 * What a person can do about a product, by where they stand: move on in the cycle (discover,
 * evaluate, buy, settle, and from satisfaction back to discovery by churn or return), or stay and
 * act (refer, renew).
 */
export const DEEDS = [
  'discover',
  'evaluate',
  'buy',
  'settle',
  'refer',
  'renew',
  'churn',
  'return',
] as const
export type Deed = (typeof DEEDS)[number]

interface DeedRule {
  from: Standing
  to: Standing
  /** How often a day it happens to somebody of eagerness 1 without anybody's words. */
  perDay: number
  /** How words of somebody at each level weigh for it. */
  pull: Record<Level, number>
}

export const DEED_RULES: Record<Deed, DeedRule> = {
  discover: rule(0, 1, 0.0018, [0.6, 1, 1.6, 0.2]),
  evaluate: rule(1, 2, 0.0065, [0.5, 1, 1.8, 0.1]),
  buy: rule(2, 3, 0.008, [0.3, 1, 2, 0]),
  settle: rule(3, 4, 0.009, [0.4, 1.4, 1, 1]),
  refer: rule(3, 3, 0.007, [0.2, 0.6, 1.8, 0]),
  renew: rule(4, 4, 0.004, [0.2, 1, 1.4, 0]),
  churn: rule(4, 1, 0.007, [0.2, 0.3, 0, 3]),
  return: rule(4, 1, 0.002, [0.5, 1, 1, 0.5]),
}

function rule(from: Standing, to: Standing, perDay: number, pull: number[]): DeedRule {
  const [knows = 0, bought = 0, recommends = 0, against = 0] = pull
  return { from, to, perDay, pull: { knows, bought, recommends, 'advises-against': against } }
}

/** theta of a channel, in days: an average word adds as much as this many ordinary days do. */
const CHANNEL_DAYS: Record<string, number> = {
  x: 22,
  bluesky: 32,
  mastodon: 28,
  forum: 40,
  feed: 28,
}

/** Somebody's disposition towards a product they bought: against, indifferent, for. */
export type Mood = -1 | 0 | 1

/** People renew and refer again only after a while. */
const RENEWAL_GAP_MS = 28 * DAY_MS
const REFERRAL_GAP_MS = 14 * DAY_MS

/** Whether this may happen at all to somebody who stands there in that mood. */
export function isOpen(deed: Deed, standing: Standing, mood: Mood, sinceLastMs: number): boolean {
  if (DEED_RULES[deed].from !== standing) return false
  switch (deed) {
    case 'refer':
      return mood >= 0 && sinceLastMs >= REFERRAL_GAP_MS
    case 'renew':
      return mood >= 0 && sinceLastMs >= RENEWAL_GAP_MS
    case 'churn':
      return mood < 0
    default:
      return true
  }
}

/**
 * mu of the formula, per day: base rate x eagerness x what is going on, without the rhythm of hours
 * and weekdays, whose mean is 1.
 */
export function dailyRate(
  deed: Deed,
  actor: Actor,
  product: Product,
  atMs: number,
  events: WorldEvents,
): number {
  return DEED_RULES[deed].perDay * actor.eagerness * eventFactor(deed, product, atMs, events)
}

/**
 * theta x r x pull x mu(t): the chance that this word is what makes the person do it at this
 * instant. The intensity of a deed is then mu(t) [1 + sum of theta r pull phi(t - t_i)] over the
 * words that reached the person; each word's own part is drawn by itself, so that the cause is known.
 */
export function wordsChance(
  deed: Deed,
  actor: Actor,
  product: Product,
  word: { level: Level; channel: string; influence: number },
  atMs: number,
  events: WorldEvents,
): number {
  const strength = (CHANNEL_DAYS[word.channel] ?? 0) * word.influence
  const rate = dailyRate(deed, actor, product, atMs, events) * rhythmAt(atMs, actor.utcOffsetHours)
  return strength * DEED_RULES[deed].pull[word.level] * rate
}

function eventFactor(deed: Deed, product: Product, atMs: number, events: WorldEvents): number {
  if (deed === 'churn') return 1 + 5 * incidentHeat(product, atMs, events)
  const { campaign } = events
  const isOn = isOwn(product) && atMs >= campaign.fromMs && atMs < campaign.untilMs
  if (!isOn) return 1
  return deed === 'discover' ? 4 : deed === 'evaluate' ? 2 : 1
}

/** 1 when the incident begins, falling to 0 at its end; 0 for other products and times. */
export function incidentHeat(product: Product, atMs: number, { incident }: WorldEvents): number {
  const isOn = product.id === incident.topic && atMs >= incident.fromMs && atMs < incident.untilMs
  return isOn ? (incident.untilMs - atMs) / (incident.untilMs - incident.fromMs) : 0
}

/** The faulty batch at three fifths of the time and the campaign at one third. */
export function planEvents(startsAtMs: number, days: number): WorldEvents {
  const at = (share: number) => startsAtMs + Math.floor(days * share) * DAY_MS
  const lasting = (fromMs: number, share: number) => ({
    fromMs,
    untilMs: fromMs + Math.max(2, Math.round(days * share)) * DAY_MS,
  })
  return {
    incident: { topic: 'yurari', claim: 'breaks-early', ...lasting(at(0.612), 0.078) },
    campaign: { topic: 'campaign-mornings', ...lasting(at(0.334), 0.078) },
  }
}

import { STAGES, type Stage } from '#vocabulary/index.ts'
import { CAMPAIGN, isOwn, PRODUCTS, type Product } from '../cast/company.ts'
import { happens, pick, pickWeighted } from '../chance/draws.ts'
import type { Actor, Standing } from '../world.ts'
import { openCase } from './engage.ts'
import {
  DEED_RULES,
  DEEDS,
  type Deed,
  incidentHeat,
  isOpen,
  type Mood,
  wordsChance,
} from './mechanism.ts'
import { causeOf, nextAccount, publish } from './publish.ts'
import { claimFor, levelOf, purposeFor, questionFor } from './purposes.ts'
import {
  type Happening,
  moodOf,
  nextKey,
  noteDeed,
  putMood,
  putStanding,
  type Said,
  type Story,
  sinceLastDeed,
  standingOf,
  type Touch,
  type Utterance,
} from './story.ts'

/** Whether the deed can be done at this instant, by where the person stands by now. */
function canDo(story: Story, deed: Deed, actor: Actor, product: Product, atMs: number): boolean {
  const standing = standingOf(story, actor, product)
  const mood = moodOf(story, actor, product)
  return isOpen(deed, standing, mood, sinceLastDeed(story, actor, product, atMs))
}

/** What somebody had in mind for today, unless something has come between. */
export function doIfOpen(
  story: Story,
  deed: Deed,
  actor: Actor,
  product: Product,
  atMs: number,
): void {
  if (canDo(story, deed, actor, product, atMs)) perform(story, deed, actor, product, atMs)
}

/** A word's delay is over: it makes the person do one of the open deeds, or nothing. */
export function yieldToTouch(story: Story, actor: Actor, touch: Touch, atMs: number): void {
  const { product, author, purpose, account } = touch.said
  if (product === undefined) return
  const word = {
    level: levelOf(purpose),
    channel: account.handle.platform,
    influence: author.influence,
  }
  let left = story.chance()
  for (const deed of DEEDS) {
    if (!canDo(story, deed, actor, product, atMs)) continue
    left -= wordsChance(deed, actor, product, word, atMs, story.events)
    if (left >= 0) continue
    perform(story, deed, actor, product, atMs, touch)
    return
  }
}

/** Somebody does something about a product, by themselves or because of a touch; it may show in a post. */
function perform(
  story: Story,
  deed: Deed,
  actor: Actor,
  product: Product,
  atMs: number,
  touch?: Touch,
): void {
  const from = standingOf(story, actor, product)
  const { to } = DEED_RULES[deed]
  noteDeed(story, actor, product, atMs)
  // Who leaves says so as the customer that they still are.
  if (deed === 'churn') showDeed(story, deed, actor, product, atMs)
  if (from !== to) move(story, actor, product, to, atMs, touch)
  if (deed === 'buy') putMood(story, actor, product, moodAfterBuying(story, product))
  const outcome = outcomeOf(story, deed, product)
  if (outcome !== undefined) happen(story, { ...outcome, atMs, actor, product, touch })
  if (deed !== 'churn') showDeed(story, deed, actor, product, atMs)
}

function move(
  story: Story,
  actor: Actor,
  product: Product,
  to: Standing,
  atMs: number,
  touch: Touch | undefined,
): void {
  const from = standingOf(story, actor, product)
  putStanding(story, actor, product, to)
  story.truth.push({
    ...{ kind: 'move', at: new Date(atMs).toISOString(), person: actor.id, topic: product.id },
    ...{ from: stageAt(from) ?? 'none', to: stageAt(to) ?? 'discovery' },
    ...(touch === undefined ? {} : { cause: causeOf(touch) }),
  })
}

export function stageAt(standing: Standing): Stage | undefined {
  return STAGES[standing - 1]
}

export function moodAfterBuying(story: Story, { liked, disliked }: Product): Mood {
  const draw = story.chance()
  if (draw < liked) return 1
  return draw < liked + disliked ? -1 : 0
}

/** What the company's books show of it: only what concerns its own products. */
function outcomeOf(
  story: Story,
  deed: Deed,
  product: Product,
): Pick<Happening, 'type' | 'valueYen'> | undefined {
  if (!isOwn(product)) return undefined
  switch (deed) {
    case 'evaluate':
      return happens(story.chance, 0.35) ? { type: 'sign-up' } : undefined
    case 'buy':
      return {
        type: 'purchase',
        valueYen: product.priceYen * (happens(story.chance, 0.08) ? 2 : 1),
      }
    case 'refer':
      return { type: 'referral' }
    case 'renew':
      return { type: 'renewal', valueYen: pick(story.chance, [980, 1_480, 2_980]) }
    case 'churn':
      return { type: 'churn' }
    default:
      return undefined
  }
}

/** Writes an outcome down, under the account that the company knows the person by: the first. */
function happen(story: Story, happening: Happening): void {
  const { type, atMs, actor, product, valueYen, touch } = happening
  const handle = actor.accounts[0]?.handle
  if (handle === undefined) throw new RangeError(`${actor.id} has no account`)
  story.truth.push({
    ...{ kind: 'outcome', id: nextKey(story, 'outcome'), at: new Date(atMs).toISOString() },
    ...{ person: actor.id, platform: handle.platform, handle: handle.externalId, type },
    ...(valueYen === undefined ? {} : { value: valueYen, currency: 'JPY' }),
    topic: product.id,
    ...(touch === undefined ? {} : { cause: causeOf(touch) }),
  })
}

/** A case that is still open is solved. */
export function solve(story: Story, said: Said, touch: Touch | undefined, atMs: number): void {
  if (said.product === undefined || !story.openCases.delete(said.key)) return
  const { author: actor, product } = said
  happen(story, { type: 'case-solved', atMs, actor, product, touch })
}

/** How often each deed is talked about by somebody of pace 1. */
const SHOWN: Record<Deed, number> = {
  discover: 0.22,
  evaluate: 0.4,
  buy: 0.4,
  settle: 0.4,
  refer: 0.4,
  renew: 0.35,
  churn: 0.45,
  return: 0.25,
}

function showDeed(story: Story, deed: Deed, actor: Actor, product: Product, atMs: number): void {
  const chanceToShow = SHOWN[deed] * (0.5 + 0.5 * Math.min(actor.pace, 3))
  if (!happens(story.chance, Math.min(chanceToShow, 0.95))) return
  if (deed === 'renew') say(story, { atMs, actor, product, purpose: 'renew' })
  else if (deed === 'churn') say(story, { atMs, actor, product, purpose: 'leave' })
  else speak(story, actor, product, atMs)
}

const FAULTY_SHARE = 0.6

/** Somebody says where they stand with a product. */
export function speak(story: Story, actor: Actor, product: Product, atMs: number): void {
  const standing = standingOf(story, actor, product)
  if (standing === 0) return
  const isIncident =
    standing === 4 && happens(story.chance, incidentHeat(product, atMs, story.events))
  if (isIncident && happens(story.chance, FAULTY_SHARE)) putMood(story, actor, product, -1)
  const mood = moodOf(story, actor, product)
  const purpose = purposeFor(standing, mood, isIncident, story.chance)
  const claim = isIncident && purpose === 'complain' ? story.events.incident.claim : undefined
  say(story, { atMs, actor, product, purpose, claim })
}

type Saying = Omit<Utterance, 'account' | 'rival'> & { product: Product }

function say(story: Story, saying: Saying): void {
  const { product, purpose, actor } = saying
  const said = publish(story, {
    ...saying,
    account: nextAccount(story, actor),
    rival: rivalFor(story, saying),
    claim: saying.claim ?? claimFor(purpose, product, story.chance),
    question: questionFor(purpose, story.questionChance),
    tag: campaignTag(story, saying),
  })
  openCase(story, said)
}

/** Comparisons name another product of the kind; who leaves often says what for. */
function rivalFor(story: Story, { product, purpose }: Saying): Product | undefined {
  if (purpose !== 'compare' && !(purpose === 'leave' && happens(story.chance, 0.6)))
    return undefined
  const others = PRODUCTS.filter(
    (one) => one.categoryId === product.categoryId && one.id !== product.id,
  )
  return pick(story.chance, others)
}

function campaignTag(story: Story, { product, actor, atMs, purpose }: Saying): string | undefined {
  const { campaign } = story.events
  const isOn = atMs >= campaign.fromMs && atMs < campaign.untilMs && isOwn(product)
  const isFitting = ['discover', 'intend', 'recommend', 'delight', 'announce'].includes(purpose)
  if (!isOn || !isFitting) return undefined
  const share = actor.role === 'company' ? 0.9 : 0.3
  return happens(story.chance, share) ? CAMPAIGN.tags[actor.voice.language] : undefined
}

/** Daily life and the talk of the community. */
export function talk(
  story: Story,
  actor: Actor,
  account: Utterance['account'],
  atMs: number,
): void {
  const purpose = pickWeighted(story.chance, [
    ['daily-life', 6],
    ['community-talk', 5],
  ] as const)
  publish(story, { atMs, actor, account, purpose })
}

/** What organisations write: of their own products; the press of everybody's, and of the incident first. */
export function announce(story: Story, actor: Actor, atMs: number): void {
  const { incident } = story.events
  const isIncident = atMs >= incident.fromMs && atMs < incident.untilMs
  if (actor.role === 'press') {
    const isAboutIt = isIncident && happens(story.chance, 0.55)
    const product = isAboutIt ? productOf(incident.topic) : pick(story.chance, PRODUCTS)
    const claim = isAboutIt ? incident.claim : undefined
    say(story, { atMs, actor, product, purpose: 'report', claim })
    return
  }
  const companyId = actor.companyId ?? 'kotoyu'
  const products = PRODUCTS.filter((product) => product.companyId === companyId)
  say(story, { atMs, actor, product: pick(story.chance, products), purpose: 'announce' })
}

function productOf(id: string): Product {
  const product = PRODUCTS.find((one) => one.id === id)
  if (product === undefined) throw new RangeError(id)
  return product
}

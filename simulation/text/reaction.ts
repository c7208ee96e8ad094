import type { Phrasebook, Reactions } from './phrasebook.ts'
import type { Purpose } from './text-request.ts'

const SYMPATHY =
  /大変|つらい|災難|しゃあない|どんまい|えらいこっちゃ|お大事|気ぃつけ|exhausting|oh no|bad luck|poor thing|get well|look after|hang in|never mind|earned a rest|rest up|ugh|so brave/i
const GLADNESS =
  /いいなあ|ええなあ|いいね|いいですね|素敵|うらやま|おめでとう|すごい|優勝|天才|強すぎる|ほほえま|元気出た|ほっと|いい話|笑|声出た|lovely|congrat|jealous|nice|love this|laugh|wow|iconic|made me day|what a good|screaming|haha|\bha\.|relief|今日OK|吹いた|fixed my day|needed that|finished me|got me/i

type Kind = keyof Phrasebook['reactionsTo']

const KIND_OF: Readonly<Partial<Record<Purpose, Kind>>> = {
  discover: 'wondering',
  ask: 'wondering',
  compare: 'wondering',
  intend: 'praise',
  recommend: 'praise',
  delight: 'praise',
  renew: 'praise',
  'answer-for': 'praise',
  warn: 'blame',
  complain: 'blame',
  support: 'blame',
  leave: 'blame',
  'answer-against': 'blame',
  announce: 'office',
  report: 'office',
  'staff-answer': 'office',
}

/** The reactions that go with a post of that purpose. */
export function reactionsTo(book: Phrasebook, answered: Purpose | undefined): Reactions {
  const kind = answered && KIND_OF[answered]
  return kind ? book.reactionsTo[kind] : book.reactions
}

/** Whether a reaction goes with anything, news good or bad. */
export function isNeutral(text: string): boolean {
  return !SYMPATHY.test(text) && !GLADNESS.test(text)
}

import { describe, expect, it } from 'vitest'
import { foldText } from '#language/index.ts'
import { ENGLISH_STAGE_RULES, ENGLISH_STANCE_RULES } from './stage-rules-en.ts'

/** For each rule what it must see and what it must not. */
const STAGE_EXAMPLES: Record<string, { yes: string[]; no: string[] }> = {
  wants: {
    yes: ['I want a new phone', 'i need one'],
    no: ['I want you to listen', 'they want more'],
  },
  curious: {
    yes: ['What is this thing about', 'never heard of it'],
    no: ['heard you', 'what a day'],
  },
  'needs a new one': {
    yes: ['I need a new kettle', 'looking to replace'],
    no: ['new day', 'I need sleep'],
  },
  'asks for advice': {
    yes: ['Anyone know a good plumber?', 'any recommendations?'],
    no: ['I recommend it', 'know it all'],
  },
  'looks for': {
    yes: ['looking for a laptop', 'in search of shoes'],
    no: ['looking forward to it', 'for a walk'],
  },
  'would like to try': {
    yes: ['I want to try that', 'might try it'],
    no: ['tried that', 'try harder'],
  },
  wavers: { yes: ["can't decide", 'thinking of buying one'], no: ['decided', 'thinking of you'] },
  compares: { yes: ['A vs B', 'red or blue?', 'which is better'], no: ['more or less', 'versed'] },
  'is it worth it': {
    yes: ['is the pro worth it?', 'should I buy'],
    no: ['worth it!', 'you should go'],
  },
  'asks about price or fit': {
    yes: ['how much is it?', 'does it work with mac?'],
    no: ['how much I care', 'it works with mac'],
  },
  'asks for experience': {
    yes: ['has anyone tried it', 'thoughts on the new one'],
    no: ['anyone there', 'my thoughts'],
  },
  plans: { yes: ["I'm going to buy", 'planning to book'], no: ['going to bed', 'I bought'] },
  'has just clicked': {
    yes: ['just ordered one', 'pulled the trigger'],
    no: ['in order', 'ordered by name'],
  },
  'budget or requirement': {
    yes: ['my budget is low', 'under $200'],
    no: ['the state budget', 'paid $200'],
  },
  advises: {
    yes: ['you should get one', 'highly recommend'],
    no: ['you know', 'recommended to me'],
  },
  urges: { yes: ['Buy it now', 'nice. get one'], no: ['I buy it often', 'get one?'] },
  'warns off': {
    yes: ['stay away from X', "don't buy this", 'avoid it'],
    no: ['stay here', "don't worry"],
  },
  cautions: {
    yes: ['make sure you check', "I'd go with blue"],
    no: ['sure', 'going with friends'],
  },
  bought: { yes: ['I bought a bike', "I've had mine"], no: ['who bought it', 'I will buy'] },
  arrived: {
    yes: ['it finally arrived', 'my order is late'],
    no: ['spring is coming', 'in order to'],
  },
  uses: { yes: ["I've been using it", 'my new phone'], no: ['useful', 'used by many'] },
  broke: { yes: ['it stopped working', 'app keeps crashing'], no: ['stopped by', 'working late'] },
  'was there': {
    yes: ['we stayed two nights', 'flight was delayed'],
    no: ['we stay', 'flight of birds'],
  },
  support: { yes: ['I want a refund', 'customer service'], no: ['refine', 'returning home'] },
  service: {
    yes: ['staff were friendly', 'food was so good'],
    no: ['staff meeting', 'good staff'],
  },
  again: { yes: ['would buy again', 'two years later'], no: ['again and again', 'see you later'] },
  leaves: { yes: ['cancelled my plan', 'never again'], no: ['never mind', 'cancel culture'] },
  'review fragment': { yes: ['5 stars', 'easy to install'], no: ['stars at night', 'easy going'] },
  advertises: { yes: ['shop now', 'link in bio', '20% off'], no: ['at the shop', 'far off'] },
  reports: { yes: ['According to police', 'the president spoke'], no: ['my day', 'accord'] },
  greets: { yes: ['Good morning all', 'happy birthday'], no: ['a good morning', 'happy with it'] },
}

const STANCE_EXAMPLES: Record<string, { yes: string[]; no: string[] }> = {
  recommends: {
    yes: ['highly recommend', 'worth every penny'],
    no: ['recommended to me', 'you should stay away'],
  },
  again: { yes: ['would buy again', 'will be back'], no: ['back again', 'I would'] },
  loves: { yes: ['loving my bike', 'I love it'], no: ["I don't love it", 'beloved'] },
  'warns off': {
    yes: ['steer clear', 'would not recommend'],
    no: ['clear sky', 'would recommend'],
  },
  'never again': { yes: ['never again', 'waste of money'], no: ['never better', 'money'] },
}

describe.each([
  ['stage', ENGLISH_STAGE_RULES, STAGE_EXAMPLES],
  ['stance', ENGLISH_STANCE_RULES, STANCE_EXAMPLES],
] as const)('English %s rules', (_, rules, examples) => {
  it('all have examples', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(examples).sort())
  })

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, { pattern }) => {
    for (const text of examples[name]?.yes ?? []) expect(foldText(text)).toMatch(pattern)
    for (const text of examples[name]?.no ?? []) expect(foldText(text)).not.toMatch(pattern)
  })
})

import { expect, test } from 'vitest'
import { foldText } from '#language/index.ts'
import { findTurns } from './all.ts'
import { ENGLISH_TURNS } from './turns-en.ts'

/** Of each turn a text that takes it, and one near by that doesn't. */
const EXAMPLES: readonly (readonly [name: string, takes: string, not: string])[] = [
  [
    'mocks-with-a-mark',
    'Love paying for a seat I never got /s',
    'meet me at the shop w/s if you can',
  ],
  ['mocks-with-thanks', 'thanks for nothing, Oakline', 'thanks for everything, Oakline'],
  [
    'mocks-by-saying-great-twice',
    'Oh great, another outage',
    'A great app and another reason to stay',
  ],
  [
    'loves-how-it-fails',
    'love how it crashes every time I save',
    "love how it doesn't crash any more",
  ],
  ['only-thanks', 'Received, thank you so much!', 'Thank you, the cake was divine'],
  [
    'thanks-for-a-service',
    'thanks for the update, will read it tonight',
    'thanks for the lovely reply',
  ],
  ['thanks-the-day', "thank god it's Friday", 'thank god for this blanket'],
  ['would-have-bought', "would've bought the blue one", 'bought the blue one'],
  ['dreams-of-buying', "If I win the lottery I'm getting that van", 'Got that van at last'],
  [
    'is-not-buying',
    "the desk isn't happening, not ordering it",
    'the desk is happening, ordering it',
  ],
  ['needs-no-such-thing', "I don't need a dark mode here", 'I need a dark mode here'],
  ['cannot-say', "can't say whether the tour is worth it", 'I say the tour is worth it'],
  [
    'glad-to-have-stayed',
    'came close to cancelling, glad I stuck with it',
    'came close to staying with it',
  ],
  ['glad-to-have-left', 'so glad I cancelled', 'so glad I stayed'],
  [
    'promises-money',
    'I doubled my savings with this trader, dm her',
    'I doubled my savings by cooking',
  ],
  ['bought-long-ago', 'I bought one of these years ago', 'bought one of these today'],
  [
    'not-as-bad',
    'The needle was nowhere near as painful as they say',
    'The needle was as painful as they say',
  ],
  ['could-be-better', 'The sound could be better', "The sound couldn't be better"],
  ['could-not-be-better', "couldn't be happier with the roof", 'could be happier with the roof'],
  ['nothing-but-bad', 'nothing but trouble since the update', 'no trouble since the update'],
  ['nothing-but-good', 'Nothing but praise for the crew', 'Not much praise for the crew'],
  ['no-complaints', 'no complaints here', 'Their complaints page is down'],
  ['wanted-more-of-it', "didn't want it to end", 'wanted it to end'],
  ['liked-it-once', 'used to love this place', 'still love this place'],
  ['hated-it-once', 'used to hate mushrooms, not these', 'hate mushrooms'],
  ['asks-nobody', 'who asked for another login page', 'who makes the best login page?'],
  ['asks-which-to-take', 'Would you pick the red or the grey?', 'I would pick the grey'],
  ['answers-who-needs-one', 'Need a plumber in York? Call Abbey Heat', 'I need a plumber in York'],
  ['stays', 'prices went up but I stayed', 'prices went up so I left'],
  ['they-cancelled', 'my flight got cancelled', 'cancelled my subscription'],
  ['never-failed', 'four years and it never crashed', 'it crashed within four days'],
  [
    'nothing-about-it-was-good',
    'Nothing about that hotel was clean',
    'Everything about that hotel was clean',
  ],
  ['least-bad', 'the least painful dentist in town', 'the most painful dentist in town'],
  ['tells-what-happened', 'We took the night bus and slept', 'Take the night bus, you will sleep'],
  ['has-it-now', 'Got our boiler on Monday, warm at last', 'Getting quotes for a boiler on Monday'],
  [
    'others-said-it',
    '"Worst phone ever" says my brother',
    'Worst phone ever, and my brother agrees',
  ],
  [
    'ends-glad',
    'Meeting cancelled 🎉',
    '🎉 is on every banner of this shop and I do not see why that would be so',
  ],
  ['ends-angry', 'so the ferry left early 😡', '😡 was the reply, the ferry had left early'],
  ['ends-in-tears', 'the last bus 😭', '😭 they said, and laughed'],
]

test.each(EXAMPLES)('%s', (name, takes, not) => {
  const namesIn = (text: string) => findTurns(foldText(text), 'en').map(({ turn }) => turn.name)
  expect(namesIn(takes)).toContain(name)
  expect(namesIn(not)).not.toContain(name)
})

test('every English turn has an example, and a name of its own', () => {
  const names = ENGLISH_TURNS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(EXAMPLES.map(([name]) => name).sort()).toEqual([...names].sort())
})

test('what was only shared says nothing of who shared it', () => {
  const namesIn = (text: string) => findTurns(foldText(text), 'en').map(({ turn }) => turn.name)
  expect(namesIn('RT @ann: the crust is burnt again')).toEqual(['only-shared'])
  expect(namesIn('Same here RT @ann: the crust is burnt again')).toEqual([])
})

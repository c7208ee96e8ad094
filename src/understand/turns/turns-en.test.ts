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
  [
    'praises-a-failure',
    'Well done, Norbus, three buses in a row cancelled',
    'Well done, Norbus, three buses in a row on time',
  ],
  [
    'says-luxury-of-dirt',
    'Nothing says welcome like mould behind the door',
    'Nothing says welcome like a warm loaf',
  ],
  [
    'needed-just-that',
    'Oh sure, just what I needed was a second password',
    'Just what I needed: a second pair of hands',
  ],
  ['lasted-not-long', 'The handle lasted a whole two weeks', 'The handle lasted twelve years'],
  [
    'ends-by-calling-it-lovely',
    'Parcel left with a stranger, and the box is crushed and missing a lid. Charming.',
    'Parcel left with my neighbour, all fine. Charming.',
  ],
  [
    'worse-than-feared',
    'the exam was even harder than I feared',
    'the exam was easier than I feared',
  ],
  [
    'nothing-to-like',
    "there's nothing I enjoy about the new menu",
    "there's nothing I enjoy more than the new menu",
  ],
  [
    'nothing-to-dislike',
    "there's nothing I would change about this flat",
    'I would change everything about this flat',
  ],
  ['most-bad', 'The most confusing till in the country', 'The least confusing till in the country'],
  [
    'made-up-for-it',
    'Long queue, but the pancakes made up for it',
    'Long queue, and nothing made up for it',
  ],
  [
    'did-not-make-up-for-it',
    "the free drink didn't make up for the wait",
    'the free drink made up for the wait',
  ],
  [
    'would-do-it-again',
    "noisy street, but I'd stay there again",
    "I don't think I'd stay there again",
  ],
  [
    'would-not-do-it-again',
    "pretty, but I wouldn't stay there again",
    "pretty, and I'd stay there again",
  ],
  ['had-better-elsewhere', "I've had better coffee from a machine", "I've never had better coffee"],
  [
    'never-so-bad',
    'never met such rude people behind a desk',
    'never met such kind people behind a desk',
  ],
  ['never-so-good', 'never slept so well on a train', 'never slept on a train'],
  ['meant-to-like-it', 'I really wanted to love this kettle', 'I really love this kettle'],
  ['meant-to-hate-it', 'I was ready to hate the remake', 'I hate the remake'],
  [
    'is-neither-good-nor-bad',
    'A hotel by the motorway. Nothing more and nothing less.',
    'Nothing more to say: superb',
  ],
  ['not-worth-the-hype', 'not worth the hype, sadly', 'worth all the hype'],
  ['worth-the-hype', 'it lives up to the hype', "it doesn't live up to the hype"],
  ['threw-it-away', 'two sips and it went straight in the bin', 'the bin arrived straight away'],
  ['says-who-is-angry', "I'm absolutely livid", 'they say drivers are livid about the toll'],
  ['was-bored', 'nearly died of boredom', 'no boredom in this one'],
  [
    'but-ends-badly',
    'Pretty rooms but boy was the check-in slow',
    'Slow check-in but boy are the rooms pretty',
  ],
  [
    'thanks-without-praise',
    'Thank you for the spare key, see you Monday',
    'Thank you, what a lovely surprise',
  ],
  [
    'thanks-for-tips',
    'thanks for all the suggestions, noted',
    'thanks for all the suggestions, you are brilliant',
  ],
  [
    'happy-elsewhere',
    'First snow this morning, pure joy',
    'First snow this morning and the new shop is open',
  ],
  ['praises-who-served', 'the nurses there are angels', 'my sisters are angels'],
  ['nobody-does-it-like-them', 'Nobody bakes rye like the Hansens', 'Nobody likes rye bread'],
  ['best-in-years', "best haircut I've had", 'my best friend had a haircut'],
  ['had-been-waiting-for-it', 'Where has this peeler been all my life', 'Where has my peeler gone'],
  [
    'names-its-best-part',
    'My favourite bit was the walk along the cliffs',
    'My favourite bit was how slow the queue was',
  ],
  [
    'is-buying-by-a-day',
    "I'm ordering the oak one tonight",
    "If it were cheaper I'm sure I'd be ordering tonight",
  ],
  [
    'has-had-it-long',
    'Bought the small drill two years ago, it still drills',
    'Thinking of the small drill since last year',
  ],
  [
    'uses-it-daily',
    "We've got the steam mop and use it every week",
    'Get the steam mop, you will use it every week',
  ],
  ['was-there', 'We stayed at Lodge Amber with the dog', 'We stayed at home with the dog'],
  [
    'finished-it-at-once',
    'Watched all of Copper Bay in a single weekend',
    'Watch Copper Bay when you have a weekend',
  ],
  [
    'says-who-is-pleased',
    'really pleased with how the curtains turned out',
    'are you pleased with the curtains?',
  ],
  ['wants-that-one', 'I want the green tent from Alder, 240 is my limit', 'I want a tent'],
  ['would-take-it-if', "I'd book the boat if it had a toilet", "I'd book the boat, no question"],
  ['prefers-one', 'I prefer the oak table to the ash one', 'I prefer to eat at home'],
  ['sets-a-limit', 'looking for a cabin with a stove, under 120', 'a film under 90 minutes'],
  [
    'would-be-nice',
    'Something warm for the garden would be nice',
    'A reply would be nice if you can',
  ],
  [
    'would-love-to-some-day',
    "I'd love to visit Georgia one day",
    "I'd love to visit Georgia in May",
  ],
  ['asks-what-it-has', 'does the small oven come with a tray', 'does my oven need a tray'],
  [
    'did-it-this-time',
    'I talk of leaving every winter and this year I did',
    'I talk of leaving every winter',
  ],
  [
    'no-next-time',
    "Wrong room, no towels. There won't be a second visit.",
    'I will bring towels next time',
  ],
  [
    'moved-from-one-to-another',
    'Moved from Tellio to a smaller provider',
    'Moved from Lisbon to Porto',
  ],
  [
    'switches-something-off',
    'switching off my phone until Monday',
    'switching my phone contract on Monday',
  ],
  [
    'never-again-myself',
    'Never again will I leave my keys in the shed',
    'Never again will I rent from them',
  ],
  [
    'gives-another-chance',
    'the second one hums too, I asked for a replacement',
    'the second one hums too, I asked for my money',
  ],
  [
    'takes-it-along',
    'Moving house and taking my contract with me',
    'Moving house and ending my contract',
  ],
  [
    'asks-one-or-the-other',
    'Window or aisle on the night train?',
    'Is it the window or the aisle that is cold?',
  ],
  ['asks-what-to-avoid', 'Any builders I should avoid in Leith?', 'Avoid the builders in Leith'],
  ['asks-oneself', 'buy the big one? not sure', 'buy the big one, surely'],
  ['gives-my-advice', 'My advice for a first guitar: rent one', 'I need advice for a first guitar'],
  ['do-go', 'Small and free, do visit', 'do visitors pay?'],
  ['tells-all-of-you', 'Watch Copper Bay, all of you', 'All of you are watching Copper Bay'],
  [
    'promises-what-will-follow',
    "Ask for the corner table, you'll love it",
    "You'll be at the corner table",
  ],
  ['others-said-it-first', 'My aunt wrote "take the night bus"', 'I said "take the night bus"'],
  [
    'passes-on-what-others-say',
    "My aunt says the soup is salty, I haven't tried it",
    "The soup is salty, I haven't finished it",
  ],
  [
    'praised-by-others',
    'people raving about this place must be joking, must have no taste',
    'people raving about this place are right',
  ],
  [
    'blamed-by-others',
    'everyone moaning about the new seats needs to get a grip',
    'everyone is moaning about the new seats',
  ],
  ['balks-at-a-price', 'Sorry, 14 euros for a sandwich?', 'What do you ask for a sandwich?'],
  ['asks-whether-ever', 'does your helpline ever answer?', 'does your helpline answer on Sundays?'],
  [
    'asks-what-kind-of-company',
    'what kind of gym closes on a Saturday',
    'what kind of gym would you join',
  ],
  ['begs-for-it', 'begging you for a bigger font', 'a man was begging for change'],
  ['has-it-but-badly', 'Night mode is too dark', 'Night mode would be kind to my eyes'],
  [
    'just-as-promised',
    'It took six weeks, just as they said',
    'It took six weeks, not what they said',
  ],
  ['not-as-promised', 'The room is nothing like the photo', 'The room is just like the photo'],
  ['broke-at-once', 'the strap snapped on day one', 'my dog broke the strap'],
  ['ruined-by-them', "They've ruined the crisps", 'I ruined the crisps'],
  [
    'was-treated-badly',
    'the courier threw the box over the hedge',
    'the courier put the box in the shed',
  ],
  ['happened-to-me-again', 'They lost my luggage again', 'I lost my luggage again'],
  ['calls-the-service-bad', 'such a lousy connection', 'such a lousy summer'],
  ['hurt-me', 'the straps rubbed my back', 'my back hurts from the garden'],
  ['yet-another-time', 'my fifth engineer and still no line', 'the fifth of May'],
  ['waited-for-my-own', 'waited an hour for my brother', 'waited an hour for my soup'],
  ['waited-a-moment', 'waited two minutes for a table', 'waited two hours for a table'],
  [
    'gives-notice',
    'The 9:20 ferry departs from pier 2.',
    "My 9:20 ferry never departs, I'm freezing",
  ],
  ['recalls-a-product', 'Safety recall: Ambra kettles made in May', 'I recall a better kettle'],
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

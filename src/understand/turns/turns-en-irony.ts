import { MOCKED } from './shared-turns.ts'
import { type Turn, turn } from './turn.ts'
import { FAILS, GOOD } from './words-en.ts'

const MOCKED_AND_BLAMED = { ...MOCKED, complaint: 1.5 } as const

/** Praise that is commonly given to a company in so many words, in earnest or not. */
const FORMULAS =
  'well done|bravo|congrat(?:s|ulations)|top marks|full marks|kudos|nice (?:one|job|work)|great (?:job|work)|good job|so thoughtful|how thoughtful|quality stuff|quality work|a\\+|five stars|ten out of ten|what a surprise|what a treat|how (?:lovely|kind|nice|luxurious|professional|convenient|generous)|so (?:kind|professional|convenient|generous|helpful) of|love (?:that|it) for (?:me|us)|class act|genius(?=[.!]|$)|👏'
const FORMULA_TRIGGERS =
  'well done|bravo|congrat|top marks|full marks|kudos|nice one|nice job|nice work|great job|great work|good job|thoughtful|quality|a+|five stars|ten out of ten|what a surprise|what a treat|how lovely|how kind|how nice|how luxurious|how professional|how convenient|how generous|so kind of|so professional|so convenient|so generous|so helpful|love that for|love it for|class act|genius|👏'

/** Not in earnest: what is praised has failed, and nothing says that it was put right. */
const UNREPAIRED =
  "(?![\\s\\S]*\\b(?:fixed|replac\\w+|refund\\w*|found|rescued|saved|sorted|repair\\w+|despite|even though|even when|even after|although|without|never|not a|not one|not with|no longer|lost property|lost and found|back after|hasn't|haven't|didn't|doesn't|instead|apolog\\w+|sorry|but|helped|brought|thanks|thank you|returned|from now on)\\b)"

/** Irony: what is said of something good and meant of something bad. */
export const ENGLISH_IRONY: readonly Turn[] = [
  turn(
    'mocks-with-a-mark',
    MOCKED,
    '/s|🙄|said no|said nobody|yeah right|yeah, right|#sarcasm|(not)',
    /(?<=^|[\s.!?…])\/s(?=[\s.!…]*$)|🙄|said (?:no ?one|nobody) ever|\byeah,? right\b|#sarcasm|\(not\)/,
  ),
  turn(
    'mocks-with-thanks',
    MOCKED,
    'thanks for nothing|slow clap|gotta love',
    /thanks for nothing|slow clap|\bgotta love (?:how|when|it when|that)\b/,
  ),
  turn(
    'mocks-by-saying-great-twice',
    { 'sentiment:negative': 1, 'sentiment:positive': -1.5, praise: -1.5 },
    'great|wonderful|brilliant|fantastic|lovely|perfect|nice|amazing|awesome',
    /^(?:oh,? |well,? )?(?:great|wonderful|brilliant|fantastic|lovely|perfect|nice|amazing|awesome)(?:[,.] (?:a|the) (?:second|third|fourth|fifth) (?!helping|win|gold|baby|date)|[,.] just (?:great|wonderful|brilliant|fantastic|lovely|perfect)\.|[.,] another|,? so now)/,
  ),
  turn(
    'loves-how-it-fails',
    MOCKED_AND_BLAMED,
    'love|adore|enjoy',
    /\b(?:love|adore|enjoy(?:ing)?) (?:it when|how|that|when|the way|waiting|paying|getting|being)\b(?![^.!?]*\b(?:never|doesn't|don't|won't|didn't|hasn't|haven't|no longer|not|without|even if|even when|no)\b)[^.!?]{0,60}\b(?:crash\w*|breaks?|broke|fail\w*|gives? up|stops?|dies|died|late|loses?|lost|cancel\w*|ignor\w*|freez\w*|twice|hung up|hangs up|on hold|refus\w*|expire[sd]?|leak\w*|disappear\w*|delet\w*|overheat\w*|logs me out|logged me out|block(?:s|ed)|charges? me|locks? me|skips?|drops?)\b/,
  ),
  turn(
    'praises-a-failure',
    MOCKED_AND_BLAMED,
    FORMULA_TRIGGERS,
    new RegExp(
      `^(?=[\\s\\S]{0,140}$)${UNREPAIRED}(?=[\\s\\S]*(?:^|\\W)(?:${FORMULAS}))[\\s\\S]*\\b(?:${FAILS})\\b`,
      'u',
    ),
  ),
  turn(
    'says-luxury-of-dirt',
    MOCKED_AND_BLAMED,
    'nothing says|nothing screams|nothing like',
    new RegExp(
      `\\bnothing (?:says|screams|quite says) [^.!?]{2,30} (?:like|than) [^.!?]*\\b(?:${FAILS})\\b`,
    ),
  ),
  turn(
    'needed-just-that',
    MOCKED,
    'needed',
    /^(?:ah|oh|yeah|yes|sure|right|because)\b[^.!?]{0,20}\b(?:just|exactly|what)\b[^.!?]{0,30}\bneeded (?:was|is)\b(?! (?:your|you)\b)|\bwhat every (?:\w+ ){1,3}needs\b[^.!?]*\b(?:another|more|subscription|fee|password|ads?)\b/,
  ),
  turn(
    'lasted-not-long',
    { ...MOCKED, complaint: 2 },
    'lasted',
    /(?<!\b(?:it|sermon|meeting|call|storm|film|rain|fight|speech|wedding|silence|diet|resolution) )\blasted (?:me )?(?:a |all of |just |only |barely |about |exactly |less than |not even |under |for |the )*(?:whole |grand total of |full |total of )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:whole |full )?(?:minutes?|hours?|days?|washes|wash|uses?|weeks?)\b(?! (?:on (?:one|a single)|per|without|between|with|of battery|longer))/,
  ),
  turn(
    'ends-by-calling-it-lovely',
    MOCKED,
    'brilliant|lovely|charming|classy|genius|helpful|delightful|fantastic|wonderful|marvellous|marvelous|superb|great|perfect|bliss|magic|excellent',
    new RegExp(
      `^(?=[\\s\\S]{0,140}$)(?=[\\s\\S]*\\b(?:${FAILS})\\b)${UNREPAIRED}(?!(?:[\\s\\S]*\\b(?:${GOOD})\\b){2})[\\s\\S]*[.!…,] (?:just |simply |how |absolutely |truly |so |very )?(?:brilliant|lovely|charming|classy|genius|helpful|delightful|fantastic|wonderful|marvell?ous|superb|great|perfect|magic|excellent)\\.?$`,
    ),
  ),
]

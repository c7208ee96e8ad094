import { type Turn, turn } from './turn.ts'
import { KIN, STAFF } from './words-en.ts'

const NOT_MINE = {
  complaint: -2,
  praise: -2,
  purchase: -2,
  churn: -2,
  recommendation_given: -2.5,
  'stage:none': 1,
  'stage:recommendation': -1.5,
  'stage:satisfaction': -1,
} as const

/** Verbs of saying, in the third person or of several. */
const SAYS =
  'says|said|saying|shouting|shouted|yelled|yelling|writes|wrote|reads|goes|went|claims|claimed|insists|insisted|told (?:me|us|him|her)|texted|keeps saying|kept saying|called it|promises|promised|warned|swears|announced'

/** Whose words they are: others', and not the author's. */
export const ENGLISH_VOICES: readonly Turn[] = [
  turn(
    'others-said-it',
    { purchase: -2, churn: -2, recommendation_given: -2, complaint: -0.5 },
    '"',
    /"[^"]{3,80}"[,.!]? (?:(?:says|said|goes|claims|insists|shouted|yelled|wrote) (?:my|the|some|one|a|every|his|her|their)|(?:my|the) \w+ (?:says|said|keeps saying|told me)|(?:they|he|she|people|everyone|everybody|reviews?) (?:say|says|said|told me))/,
  ),
  turn(
    'others-said-it-first',
    NOT_MINE,
    '"',
    new RegExp(
      `^(?![\\s\\S]{170})(?!"[^"]*"$)[^"]{0,20}\\b(?:(?:my|the|a|an|some|his|her|their|our|one|every|top) (?:\\w+ ){0,2}?)?(?:${KIN}|${STAFF}|reviews?|reviewers?|guy|guys|man|men|woman|lady|bloke|person|people|stranger|poster|critics?|influencer|salesman|salesperson|somebody|someone|everyone|everybody|he|she|they)(?: in the \\w+| at the \\w+| next to me| called,)? (?:${SAYS}):?,? ?"[^"]{3,}"`,
    ),
  ),
  turn(
    'passes-on-what-others-say',
    { complaint: -2, praise: -2, churn: -2, 'sentiment:neutral': 1, 'stage:satisfaction': -1 },
    "never seen it|never noticed|haven't been|haven't tried|haven't seen|never been|never tried|not been yet|wouldn't know|can't confirm|not my experience|disagree|haven't read|haven't watched|haven't used",
    /^(?=[\s\S]*(?:\b(?:says?|said|swears?|thinks?|reckons?|claims?|told (?:me|us)|calls? it|tells me)\b|"[^"]{3,}"))[\s\S]*\b(?:i've never (?:seen|noticed|had|found|felt) (?:it|that|this|any)|(?:i )?haven't (?:been|tried|seen|read|watched|used)(?: (?:it|there|them|one))?(?: yet| myself)?(?=[.!,]|$)|(?:i've )?never (?:been|tried it|used it)(?: (?:there|myself))?(?=[.!,]|$)|wouldn't know|can't confirm|not my experience|i disagree)/,
  ),
  turn(
    'praised-by-others',
    { 'sentiment:positive': -2, 'sentiment:negative': 2, praise: -2.5 },
    'people |everyone |everybody |anyone |whoever |those |they say|fans ',
    /\b(?:people|everyone|everybody|anyone|whoever|those|fans)(?: (?:here|who(?:'s|'re| is| are)?|still|is|are))* (?:ador\w+|lov(?:e|es|ing)|rav(?:e|es|ing)|prais\w+|hyp\w+|defend\w*|gush\w+|recommend\w*)[^.!?]*\b(?:need (?:glasses|help|to)|must (?:be|have)|lied|lying|is lying|have (?:no|never)|has (?:no|never)|can't have|are wrong|is wrong|paid|tasteless|deaf|blind|mad)\b/,
  ),
  turn(
    'blamed-by-others',
    { 'sentiment:positive': 1.5, 'sentiment:negative': -2, complaint: -2 },
    'people |everyone |everybody |anyone |whoever |those ',
    /\b(?:people|everyone|everybody|anyone|whoever|those)(?: (?:here|who(?:'s|'re| is| are)?|still|is|are))* (?:hat(?:e|es|ing)|call(?:s|ing) (?:it|this|the|them)(?! \w+ \w* ?(?:a classic|great|good|amazing|the best))(?=[^.!?]* (?:bad|ugly|boring|rubbish|overpriced|overrated|a scam|slow|cheap|trash|awful))|complain\w*|moan\w*|whin\w*|slagging|bashing|slating|trashing)[^.!?]*\b(?:need to|must (?:be|have)|clearly|have (?:no|never)|has (?:no|never)|are wrong|is wrong|calm down|get a grip|chill)\b/,
  ),
]

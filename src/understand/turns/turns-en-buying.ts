import { type Turn, turn } from './turn.ts'

const DAY =
  '(?:today|tonight|tomorrow|now|right now|this (?:morning|afternoon|evening|week|weekend)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|first thing|as soon as|next (?:week|month)|the minute|before (?:lunch|they sell out))'
const MONEY =
  '(?:[£€$]\\s?\\d|\\d[\\d,.]*(?:\\s?(?:k|quid|euros?|pounds?|dollars?|bucks|[£€$]))?\\b)'

const HAS_IT = {
  'stage:satisfaction': 2,
  'stage:none': -1,
  'stage:evaluation': -1.5,
  'stage:discovery': -1.5,
} as const
const WEIGHS = {
  'stage:evaluation': 2.5,
  'stage:none': -1,
  'stage:discovery': -1,
  'stage:satisfaction': -1.5,
  'stage:recommendation': -1.5,
} as const
const DREAMS = {
  'stage:discovery': 2.5,
  'stage:none': -0.5,
  'stage:evaluation': -1,
  'stage:satisfaction': -2,
  'stage:recommendation': -1,
} as const

/** Before, at and after a choice: what is dreamt of, weighed, about to be bought, owned. */
export const ENGLISH_BUYING: readonly Turn[] = [
  turn(
    'would-have-bought',
    { purchase: -3 },
    "would have|would've|should have|should've|could have|could've|wish i|almost|nearly|wouldn't have|shouldn't have",
    /\b(?:would|should|could)(?:n't)?(?: have|'ve) (?:\w+ )?(?:bought|ordered|booked|preordered|pre-ordered|grabbed|signed up|subscribed)\b|\bwish i(?:'d| had)? (?:never )?(?:bought|ordered|booked)|\b(?:almost|nearly) (?:bought|ordered|booked|signed up)/,
  ),
  turn(
    'dreams-of-buying',
    { purchase: -3 },
    'if i |another life|my dreams|rich|lottery|if only',
    /\bif i (?:ever )?(?:win|won|had|were rich|get rich)\b|\bin another life\b|\bin my dreams\b|\bwhen i(?:'m| am) rich|\bif only i could|\bwin the lottery/,
  ),
  turn(
    'is-not-buying',
    { purchase: -3 },
    "not |n't |never |no longer ",
    /(?:\bnot|n't|\bnever|\bno longer) (?:\w+ )?(?:ordering|buying|booking|signing up|subscribing|going to (?:buy|order|book)|gonna (?:buy|order|book))\b/,
  ),
  turn(
    'is-buying-by-a-day',
    { purchase: 2 },
    "i'm |i am |we're |we are |i'll |we'll |i will |first in the queue|first in line",
    new RegExp(
      `(?<!\\b(?:if|would|unless|wish|not)\\b[^.!?]{0,40})\\b(?:i'm|i am|we're|we are) (?:\\w+ )?(?:subscribing|ordering|buying|booking|preordering|pre-ordering|signing up)\\b(?! nothing)[^.!?]*\\b${DAY}|(?<!\\bif\\b[^.!?]{0,60})\\b(?:i'll|we'll|i will|we will) be (?:first|there|queueing|queuing|waiting)(?: \\w+){0,2} in (?:the queue|line)\\b`,
    ),
  ),
  turn(
    'bought-long-ago',
    { purchase: -2 },
    'bought|ordered|booked|got |signed up|joined',
    /\b(?:bought|ordered|booked|got|signed up for|joined) [^.!?]{1,50}\b(?:years? ago|last year|months ago|once,|once\.|back in (?:19|20)\d\d|when i was (?:a|at|in))/,
  ),
  turn(
    'has-it-now',
    { 'stage:satisfaction': 1.5, 'stage:evaluation': -1, 'stage:discovery': -1 },
    'got |picked up|arrived|came|installed|fitted|delivered',
    /^(?:just |finally )?(?:got|picked up|collected|installed|had) (?:my|our|the|a|an) (?![^?]*\?)[^.!?]{2,40}\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|month|night)|today|yesterday|this morning|the other day)\b/,
  ),
  turn(
    'has-had-it-long',
    HAS_IT,
    'last year|last summer|last winter|last spring|last autumn|last christmas|years ago|year ago|months ago|years on|years in|years with|months on|months in|months with|weeks with|weeks in|years of',
    /^(?![^?]*\?)(?![\s\S]*\b(?:you|your|should|recommend|avoid|don't|go for|get one|thinking of|looking for|need a new|time for)\b)(?:(?:i |we )?(?:got|bought|picked up|ordered|switched to|joined|started with) [^.!?]{2,50}\b(?:last (?:year|summer|winter|spring|autumn|christmas)|(?:years?|months) ago)\b|(?:over |almost |nearly |about )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d+) (?:years?|months|weeks) (?:on|in|with|of|into) (?:the|my|our|this|a|an|and)\b)/,
  ),
  turn(
    'uses-it-daily',
    { ...HAS_IT, 'stage:recommendation': -1 },
    'daily|every day|every morning|every night|every week|all the time|constantly|non-stop|nonstop',
    /(?<!^(?:@\w+ )?(?:get|buy|try|take|order|go)\b[\s\S]*)\b(?:i've got|we've got|i have|we have|i bought|we bought|got (?:one|mine|ours))\b[\s\S]*(?<!\byou )\b(?:use|wear|ride|drive|drink|read|watch|play)(?: it| them| mine| ours)? (?:daily|every (?:single )?(?:day|morning|night|evening|week)|all the time|constantly|non-?stop)\b(?![^.!]*\?)/,
  ),
  turn(
    'was-there',
    HAS_IT,
    'i was at|we were at|i went to|we went to|i ate at|we ate at|i stayed at|we stayed at|we loved|we enjoyed|i loved|i enjoyed|we adored|was at ',
    /^(?:(?:yesterday|last \w+|today|tonight),? )?(?:i|we)(?: all| both| just| really| absolutely)? (?:(?:loved|enjoyed|adored) (?!(?:it|this|that|every|the (?:sun|rain|snow|idea|walk|sunset|weekend|quiet|day|look)|how|my|our|your|seeing|being|watching)\b)|(?:was|were|ate|stayed|had (?:dinner|lunch|brunch|breakfast|a coffee|drinks)) at (?!(?:home|work|my|our|school|mum|nan|gran|the (?:beach|doctor|lake|sea|park|office))\b))[a-z](?![\s\S]*(?:\?|\byou\b|\byour\b))/,
  ),
  turn(
    'finished-it-at-once',
    { ...HAS_IT, 'stage:recommendation': -2.5, recommendation_given: -2 },
    ' in one | in a single | in two ',
    /^(?:just |i |we |i've |finally )?(?:read|watched|finished|binged|devoured|played|ate) [^.!?]{2,60} in (?:one|a single|two|three) (?:night|day|sitting|evening|weekend|go|afternoon|week|bite)s?\b/,
  ),
  turn(
    'says-who-is-pleased',
    { ...HAS_IT, 'stage:satisfaction': 1.5 },
    "we're so pleased|we're very pleased|i'm so pleased|so pleased with|we're delighted with|really pleased with|very happy with|so happy with|couldn't be without|learned to|learnt to",
    /\b(?:pleased|delighted|happy|thrilled|chuffed) with (?:it|them|the|my|our|how)\b(?![^.!]*\?)|\blearn(?:ed|t) to \w+ (?:at|with|from) [^.!?]+(?:pleased|happy|proud|recommend|patient|great)/,
  ),
  turn(
    'wants-that-one',
    WEIGHS,
    "i want|i need|we want|we need|i would like|i'd like",
    new RegExp(
      `\\b(?:i|we)(?: really| so| do)?(?: want|'d like| would like) (?:that|this|the|an?) [^.!?]*(?:${MONEY}(?![^.!?]{0,3}(?:years?|days?|weeks?|months?|hours?|minutes?))|\\bbest price\\b|\\bcheapest\\b|\\bon sale\\b)`,
    ),
  ),
  turn(
    'would-take-it-if',
    { ...WEIGHS, recommendation_given: -2 },
    "i'd take|i'd buy|i'd book|i'd get|i'd go for|i'd order|i would take|i would buy|i would book|i would get|i'd have the|i'd sign",
    /\bi(?:'d| would) (?:take|buy|book|get|go for|order|have|sign up for) (?:the|a|an|this|that|one|it)\b[^.!?]* if (?:it|they|the|there|one|you guys)\b/,
  ),
  turn(
    'prefers-one',
    WEIGHS,
    'prefer|winning| wins|leaning towards|leaning toward|torn between|in two minds',
    /\bi(?: think i|'d| would)? (?:think i )?prefer the [^.!?]{2,40} (?:to|over) (?:the|a)\b|\bthink i prefer the\b|(?:the one|one) [^.!?]{3,50} the other\b[^?]*\b(?:wins?|winning|hmm)|\bleaning towards? (?:the|a)\b|\btorn between (?:the|a|two)\b|\bin two minds about (?:the|a)\b/,
  ),
  turn(
    'sets-a-limit',
    WEIGHS,
    'under |below |less than|up to |no more than|max',
    /^(?:looking for |need |want |searching for |after )?(?:somewhere|something|anything|(?:an? |one |two )?(?:\w+ )?(?:rooms?|flat|hotel|house|cottage|cabin|bed|tent|bike|laptop|phone|watch|sofa|desk|chair|jacket))\b[^.!?]{0,70}\b(?:under|below|less than|up to|no more than|max(?:imum)?(?: of)?|for about|around) [£€$]?\d+(?!\d|\s?(?:minutes?|mins?|hours?|km|miles|years?|degrees|people|kg))/,
  ),
  turn(
    'would-be-nice',
    DREAMS,
    'would be nice|would be lovely|would be great|would be good|would be perfect|would be amazing|would be a dream',
    /^(?:oh,? )?(?:somewhere|something|a (?:week|weekend|trip|break|holiday|getaway|cottage|cabin|little)) [^.!?]{2,60} would be (?:so |just |really )?(?:nice|lovely|great|good|perfect|amazing|a dream)\b(?! if)/,
  ),
  turn(
    'would-love-to-some-day',
    { ...DREAMS, purchase: -2 },
    'some time|someday|some day|one day|sometime',
    /\b(?:i'd|i would|we'd|would) (?:really |so )?(?:love|like) to (?:see|visit|go|try|travel|own|have|learn|stay|do|drive|sail) [^.!?]{2,50}\b(?:some ?time|some ?day|one day)\b(?! this)/,
  ),
  turn(
    'asks-what-it-has',
    {
      'stage:evaluation': 2,
      'stage:recommendation': -2.5,
      'stage:none': -1,
      recommendation_given: -2,
    },
    'do the |does the |do your |does your ',
    /^(?:hi,? |hey,? |hello,? |@\w+ )?(?:do|does) (?:the|your) [^.!?]{3,60}\b(?:come|have|fit|support|include|ship|need|require|allow|offer|cover|run on|charge|fold)\b(?![\s\S]*\b(?:my|our|ordered|mine|again)\b)/,
  ),
]

import { type Turn, turn } from './turn.ts'

const GIVES = {
  recommendation_given: 2.5,
  recommendation_sought: -2.5,
  question: -1,
  'stage:recommendation': 2,
  'stage:none': -0.5,
} as const
const SEEKS = { recommendation_sought: 2.5, question: 1, recommendation_given: -2 } as const

/** Imperatives that choose, as advice does. */
const CHOOSE =
  'get|buy|book|try|take|go|order|visit|see|read|watch|use|ask|skip|avoid|send|bring|join|hire|ring|call'

/** Advice that is asked for, given, or neither. */
export const ENGLISH_ADVICE: readonly Turn[] = [
  turn(
    'cannot-say',
    { recommendation_given: -3, 'stage:recommendation': -1.5 },
    "can't say|cannot say|couldn't say|can't tell you|couldn't tell you|no idea if|no idea whether|not sure if i'd",
    /\b(?:can't|cannot|couldn't) (?:really )?(?:say|tell you) (?:if|whether|how)|\bno idea (?:if|whether)|\bnot sure (?:if |whether )?i(?:'d| would) recommend/,
  ),
  turn(
    'asks-which-to-take',
    { recommendation_sought: 2.5, question: 1, recommendation_given: -1.5 },
    'would you|do you think i should|should i',
    /\b(?:which|what|who|would) (?:\w+ ){0,3}?would you (?:pick|choose|go for|go with|recommend|get|buy|take)\b|\bwould you (?:pick|choose|go for|go with|recommend|buy)\b[^.!]*\?/,
  ),
  turn(
    'asks-one-or-the-other',
    SEEKS,
    ' or ',
    /^(?:(?:ok(?:ay)?|so|right|quick one|hi all|hey),? |help:? )?(?!(?:poll|is|are|was|were|do|does|did|can|could|will|would|has|have|had|am|should|shall|what|when|where|why|how|who|whose|which|anyone|anybody|someone|no|yes|sorry|you|i|i'm|it|it's|they|did|just|ready)\b)(?:[^.?!,]{1,40}) or (?!(?:not|what|something|is|am|was|just|do|does|did|are|has|else|whatever|more|less|so|later|should|will|can)\b)[^.?!,]{1,60}\?$/,
  ),
  turn(
    'asks-what-to-avoid',
    { recommendation_given: -3, recommendation_sought: 2, question: 1 },
    'should i|i should|to avoid|to steer clear|we should|worth avoiding',
    /\b(?:any(?:one|body|thing|where|place)?|what|which|who|where)\b[^.!?]*\b(?:i should|should i|we should|should we|to) (?:steer clear|avoid|skip|stay away|watch out|look out|not (?:miss|go|book|buy))\b[^.!?]*\?/,
  ),
  turn(
    'asks-oneself',
    { recommendation_given: -3, 'stage:recommendation': -1.5 },
    "idk|dunno|no idea|not sure|can't decide|cannot decide|hm",
    /\?[^?.!]{0,3}(?:[^.!?]*\?)? *(?:idk|dunno|no idea|not sure|can't decide|cannot decide|hm+)\b/,
  ),
  turn(
    'gives-my-advice',
    GIVES,
    'my suggestion|my advice|my recommendation|my tip|my two cents|my pick|my vote|my top tip',
    /(?<!\b(?:ask\w*|take|took|taking|ignore\w*|need|want\w*|follow\w*|against|for|on|of)(?: \w+)? )\bmy (?:suggestion|advice|(?:personal )?recommendation|(?:top |hot |only )?tip|two cents|vote)s?\b(?: (?:for|to|is|would|if|goes|when|on)\b|[:,])(?![^.!]*\?$)/,
  ),
  turn(
    'do-go',
    { ...GIVES, recommendation_sought: -1 },
    'do go|do try|do visit|do read|do see|do watch|do give|do book|do yourself|do yourselves|do ask for|do stay',
    /(?:^|[,.;!:–—-] ?|\band |\bbut |\bplease )(?:please |so |really,? )?do (?:go|try|visit|read|see|watch|book|stay|ask for|give (?:it|them)|yourself a favou?r|yourselves a favou?r)\b(?! (?:you|they|we|i)\b)(?![^.!]*\?)/,
  ),
  turn(
    'tells-all-of-you',
    GIVES,
    "all of you|everyone|everybody|you all|y'all|folks|every one of you",
    new RegExp(
      `^(?:go (?:and )?)?(?:please )?(?:${CHOOSE})\\b [^.!?]{2,60}, (?:all of you|everyone|everybody|you all|y'all|folks|every one of you)[.!]*$|^(?:everyone|everybody|all of you|folks|y'all)[,:]? (?:please |go (?:and )?|needs? to |has to |must |should )?(?:${CHOOSE})\\b(?! (?:is|are|was|says|said|to work|home|outside)\\b)(?![^.!]*\\?)`,
    ),
  ),
  turn(
    'promises-what-will-follow',
    GIVES,
    "'ll |will love|won't regret|won't be|will thank",
    new RegExp(
      `^(?:@\\w+ )*(?:just |honestly,? |seriously,? |please )?(?:${CHOOSE}) (?!(?:well|home|ahead)\\b)[^.!?]{2,70}(?:,|\\.| and| –| -)+ ?(?:you|they|he|she|the kids|your \\w+|it)(?:'ll| will| won't)\\b(?![^.!]*\\?)|\\byou(?:'ll| will)(?: definitely| absolutely| all)? (?:love (?:it|them|every)|thank (?:me|yourself)|not regret)|\\byou won't (?:regret|be (?:disappointed|sorry))`,
    ),
  ),
  turn(
    'answers-who-needs-one',
    {
      recommendation_given: 3,
      recommendation_sought: -2,
      question: -2,
      'stage:recommendation': 2.5,
      'stage:discovery': -2,
      'stage:evaluation': -1,
    },
    '?',
    /\b(?:need|looking for|want|after|fancy|hungry for|hunting for|thinking of|stuck for) [^.?!]{2,45}\? (?:then )?(?:you )?(?:just )?(?:go|try|get|call|ask|see|use|head|check|look no further|book|ring|visit|buy)\b/,
  ),
  turn(
    'tells-what-happened',
    { recommendation_given: -1.5, 'stage:recommendation': -1 },
    'we |i |took|went|had ',
    /^(?=(?:(?:yesterday|today|last \w+),? )?(?:we|i|both|took|went|had|got|spent|my|\w+ (?:years|months|weeks|days))\b)(?!.*\b(?:you|your|u|ur|recommend\w*|must|worth|avoid|skip|trust|everyone|everybody|anyone|should|don't|never|go|try|ask|please|suggest\w*|tell|if|take|buy|order|book|get|stay|see|read|watch|use|save|do|give|walk|steer|best)\b)/,
  ),
]

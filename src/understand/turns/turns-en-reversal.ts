import { GOOD_AFTER_ALL } from './shared-turns.ts'
import { type Turn, turn } from './turn.ts'
import { BAD } from './words-en.ts'

const BAD_AFTER_ALL = {
  'sentiment:negative': 2,
  'sentiment:positive': -2,
  praise: -1,
} as const

const NEITHER = {
  'sentiment:neutral': 2,
  'sentiment:negative': -1,
  'sentiment:positive': -1,
  complaint: -1,
} as const

const BAD_QUALITY =
  'stressful|painful|annoying|boring|irritating|confusing|awful|scary|expensive|disappointing|offensive|sweaty|noisy|depressing|frustrating|unpleasant|uncomfortable|unhelpful|miserable|tedious|chaotic|exhausting|useless|pointless|overpriced'

/** Denial, comparison and what was expected: words of feeling that come to the other side or to neither. */
export const ENGLISH_REVERSALS: readonly Turn[] = [
  turn(
    'not-as-bad',
    GOOD_AFTER_ALL,
    'nowhere near|not nearly|far from|not even close|not the worst',
    /\b(?:nowhere near|not nearly|not even close to|far from)(?: being)? (?:as )?(?:bad|rough|hard|expensive|loud|scary|painful|annoying|boring|slow|pricey|ugly|disappoint\w*|terrible|awful)\b|\bnot the worst (?:\w+ )?(?:\w+ )?i(?:'ve| have)\b/,
  ),
  turn(
    'worse-than-feared',
    BAD_AFTER_ALL,
    'than i fear|than we fear|than i dread|than feared|than i thought possible',
    /\b(?:even|much|far|way|a lot|somehow) (?:worse|more \w+|(?!better|easier|nicer|kinder|gentler|quicker|faster|cheaper|smoother)[a-z]+er) than (?:i|we)(?:'d| had)? (?:feared|dreaded)|\b(?:worse|slower|ruder|louder|dearer) than feared/,
  ),
  turn(
    'could-be-better',
    BAD_AFTER_ALL,
    'could be|could really be|could definitely be|could have been|could do with being',
    /(?<!n't |not |never |if it |if they |if this |if you )\bcould (?:really |definitely |honestly )?(?:be|have been) (?:(?:a lot|a bit|much|so much|way|far) )?(?:happier|better|nicer|clearer|faster|cleaner|friendlier|quieter|tastier)\b/,
  ),
  turn(
    'could-not-be-better',
    { ...GOOD_AFTER_ALL, complaint: -2 },
    "couldn't be|could not be|couldn't have been|couldn't ask for|can't fault|cannot fault|couldn't fault",
    /\b(?:couldn't|could not) (?:be|have been) (?:any )?(?:happier|better|nicer|easier|more|friendlier|kinder|simpler|clearer|faster)|\b(?:couldn't|can't|could not) (?:have )?ask(?:ed)? for (?:more|better|a better)|\b(?:can't|cannot|couldn't) fault (?:it|them|this|the|her|him|a)\b/,
  ),
  turn(
    'nothing-but-bad',
    { ...BAD_AFTER_ALL, complaint: 1.5 },
    'nothing but',
    /\bnothing but (?:complaints?|trouble|problems?|issues?|hassle|grief|headaches?|disappointment|regrets?|delays?|excuses|lies|errors?)/,
  ),
  turn(
    'nothing-but-good',
    GOOD_AFTER_ALL,
    'nothing but',
    /\bnothing but (?:praise|good|love|great|kind|compliments?|admiration|smiles|respect|the best)/,
  ),
  turn(
    'no-complaints',
    { ...GOOD_AFTER_ALL, complaint: -2 },
    'no complaints|zero complaints|no regrets|no issues|no problems|zero issues|not a single|never had a problem|never had any',
    /\b(?:no|zero) (?:complaints|regrets|issues|problems)\b(?! (?:page|form|team|number|procedure|line|department|from anyone))|\bnot a single (?:complaint|issue|problem|crash|fault|regret|scratch|crack|drop)|\bnever had (?:a|any|one) (?:problems?|issues?|complaints?|trouble)/,
  ),
  turn(
    'wanted-more-of-it',
    GOOD_AFTER_ALL,
    "want it to|want this to|want that to|want the|put it down|put this down|can't stop|cannot stop|couldn't stop|get enough",
    /\b(?:didn't|did not|never|don't) want (?:it|this|that|the \w+) to (?:end|stop|finish|be over)|couldn't put (?:it|this) down|(?:can't|cannot|couldn't) (?:stop (?:eating|listening|playing|watching|using|wearing|smiling|recommending|raving)|get enough)/,
  ),
  turn(
    'liked-it-once',
    BAD_AFTER_ALL,
    'used to love|used to like|used to enjoy|used to adore|used to be my|used to be good|used to be great|used to recommend|i miss the old|we miss the old|i miss when',
    /\b(?:i|we) (?:really |so )?miss (?:the old (?!days|man|dog|house|job|flat)|when (?:it|they|this)\b)|\bused to (?:love|like|enjoy|adore|recommend)\b|\bused to be (?:my (?:fav\w*|go-to)|good|great|so good|amazing|the best|reliable|brilliant)/,
  ),
  turn(
    'hated-it-once',
    GOOD_AFTER_ALL,
    'used to hate|used to dread|used to avoid|used to be terrible|used to be awful',
    /\bused to (?:hate|dread|avoid)\b|\bused to be (?:terrible|awful|bad|rubbish|a nightmare)/,
  ),
  turn(
    'meant-to-like-it',
    BAD_AFTER_ALL,
    'to love|to like|to enjoy|to adore|be impressed|high hopes|hoping for',
    /\b(?:was|were|came|went in|arrived) (?:so |all |fully |really )?(?:ready|prepared|set|hoping|expecting) to (?:love|like|enjoy|adore|be (?:impressed|amazed|wowed))\b|\b(?:really |so |badly )?wanted to (?:love|like|enjoy) (?:it|this|that|these|them|the)\b|\bhad (?:such )?high hopes\b/,
  ),
  turn(
    'meant-to-hate-it',
    GOOD_AFTER_ALL,
    'to hate|to dislike|to be bored|to complain|to like|to love|to enjoy|the worst',
    /\b(?:was|were|came|went in|arrived) (?:so |all |fully |really )?(?:ready|prepared|set|expecting) to (?:hate|dislike|be (?:bored|disappointed|underwhelmed)|complain)\b|\b(?:didn't|did not|never) (?:expect|think i'd|thought i'd|imagine i'd)(?: to)? (?:like|love|enjoy)\b(?! so little)|\bexpected (?:to hate|the worst)\b/,
  ),
  turn(
    'never-failed',
    { ...GOOD_AFTER_ALL, complaint: -2 },
    "never|not once|not one|hasn't|haven't|didn't|doesn't|without ",
    /(?<!\bif [^.]{0,40})\b(?:never|not once|not one \w+|not a single \w+|hasn't|haven't|didn't|doesn't)(?: has| have| had| ever| once| yet| even| really)* (?:let (?:me|us|him|her|them) down|drop(?:ped|s)?|crash(?:ed|es)?|fail(?:ed|s)?|broke(?:n|)?|break|leak(?:ed|s)?|froze(?:n)?|freeze|lag(?:ged|s)?|disappoint(?:ed|s)?|jam(?:med|s)?|regret(?:ted)?|cracked|stuttered|complained|been late|missed a)\b|\bwithout (?:a|one|any|a single) (?:hitch|glitch|problem|complaint|crash|fuss|hiccup)/,
  ),
  turn(
    'nothing-about-it-was-good',
    BAD_AFTER_ALL,
    'nothing about|nothing on|nothing in|nothing here|nothing there|nothing works|nothing worked|none of it|no part of',
    /\b(?:nothing (?:about|on|in|at) [^,.;!?]{2,30}|none of it|no part of [^,.;!?]{2,30}|nothing (?:here|there)) (?:was|is|were|felt|feels|tasted|looked|worked|works) (?:\w+ )?(?:good|nice|great|relaxing|fun|easy|clean|fresh|worth|clear|comfortable|helpful|like|as|working|special|enjoyable|tasty|quick|cheap)/,
  ),
  turn(
    'nothing-to-like',
    BAD_AFTER_ALL,
    'nothing i|nothing we|nothing to|not a thing i|not one thing i|very little to|nothing anyone',
    /\b(?:nothing|not a thing|not one thing|very little)(?: here| there)? (?:(?:i|we|anyone) (?:really |actually |particularly )?(?:(?:like|love|enjoy|liked|loved|enjoyed|miss|will miss)\b|(?:would|could|'d|can) (?:recommend|praise))|to (?:like|love|enjoy|recommend|praise))\b(?! (?:more|better|as much|quite))/,
  ),
  turn(
    'nothing-to-dislike',
    { ...GOOD_AFTER_ALL, complaint: -2 },
    'nothing i|nothing we|nothing not to|not a thing i|not one thing i|not to love',
    /\b(?:nothing|not a thing|not one thing|not much)(?: here| there)? (?:(?:i|we) (?:(?:didn't|don't|did not|do not) (?:like|love|enjoy)|(?:would|could|'d) (?:change|fault|complain about))|not to (?:like|love))\b/,
  ),
  turn('least-bad', GOOD_AFTER_ALL, 'least ', new RegExp(`\\bleast (?:${BAD_QUALITY})\\b`)),
  turn(
    'most-bad',
    { ...BAD_AFTER_ALL, complaint: 1 },
    'most ',
    new RegExp(`\\bmost (?:${BAD_QUALITY}) [a-z]`),
  ),
  turn(
    'made-up-for-it',
    GOOD_AFTER_ALL,
    'made up for|makes up for|making up for|more than made up',
    /(?<!\b(?:nothing|never|hardly|barely|not|nor|didn't|doesn't|could have|would have|could've|if (?:it|they|that))[^.,;!?]{0,12})\b(?:made|makes|making) up for (?:it|everything|that|all|the|any|every|most)\b/,
  ),
  turn(
    'did-not-make-up-for-it',
    BAD_AFTER_ALL,
    'make up for|made up for|makes up for',
    /\b(?:nothing|never|hardly|barely|didn't|doesn't|won't|can't|couldn't|not even [^.,;!?]{2,30}) (?:made|makes|make|quite make|really make|can make|could make) up for\b/,
  ),
  turn(
    'would-do-it-again',
    { ...GOOD_AFTER_ALL, churn: -1 },
    'go back|come back| again| return',
    /(?<!\b(?:cancel+ed|deleted|moved|refund|shouting)\b[\s\S]*)(?:(?<!\b(?:if|not|never|hope|think|unless|until|before|why|n't|nothing|none|hardly|can't say)\b[^.,;!?]{0,14})\b(?:i|we)(?:'d| would|'ll| will) |^would )(?:definitely |happily |gladly |still |always |absolutely |totally |probably |100% |certainly )*(?:go back|come back|return(?!s| it| the| this| them| that)|do it (?:all )?again|(?:buy|book|stay|order|come|go|eat|visit|use|have|rent)(?: it| them| here| there| this| one| with (?:them|you))?(?: all)? again)\b(?! (?:if|when|once|until|unless|only|but|only if)\b)/,
  ),
  turn(
    'would-not-do-it-again',
    BAD_AFTER_ALL,
    'go back|come back| again',
    /^(?![\s\S]*\b(?:switched|changed|moved|since i|this one|old one|ditched|nothing)\b)[\s\S]*\b(?:won't|wouldn't|not|never|will not|would not)(?: be)?(?: \w+)? (?:go back|come back|do it again|(?:buy|book|stay|order|come|go|eat|visit|rent)(?: it| them| here| there| this| with (?:them|you))? again)\b(?! to (?:bed|sleep|work|school|normal))/,
  ),
  turn(
    'had-better-elsewhere',
    { ...BAD_AFTER_ALL, praise: -2.5, complaint: 0.5 },
    'had better|had nicer|had fresher|had warmer|seen better|eaten better|tasted better|had cleaner|been to better|stayed in better|stayed in nicer|seen nicer|had friendlier|seen cleaner',
    /(?<!\b(?:never|not|hardly|rarely|haven't|hadn't|if)\b[^.,;!?]{0,10})(?:\bi|\bwe|you)(?:'ve| have) (?:all )?(?:had|seen|eaten|tasted|heard|been to|stayed in|slept in|met|used) (?:far |much |way )?(?:better|nicer|fresher|cleaner|friendlier|warmer|bigger|tastier)\b(?! days)/,
  ),
  turn(
    'never-so-bad',
    { ...BAD_AFTER_ALL, complaint: 1 },
    'never',
    /\bnever (?:have (?:i|we) |in my life )?(?:been|felt|waited|seen|met|had|paid|heard|eaten|sat|queued|experienced|tasted|come across) (?:anything |anyone |anybody |a \w+ |such )?(?:quite )?(?:(?:so|that|this|as) (?:\w+ly )?(?:long|ignored|rude\w*|slow\w*|bad\w*|dirty|little|few|unhelpful|disorgani[sz]ed|unwelcome|cold|bored|angry|frustrated|let down|disappointed|small|stale|bland|greedy|incompetent|much (?:for so little|hassle|trouble|rubbish))|such (?:bad|poor|rude|slow|awful|terrible|appalling|dreadful|rubbish|a mess))\b/,
  ),
  turn(
    'never-so-good',
    GOOD_AFTER_ALL,
    'never',
    /\bnever (?:have (?:i|we) |in my life )?(?:been|felt|slept|eaten|seen|met|had|tasted|laughed|experienced|looked) (?:anything |anyone |anybody |a \w+ |such )?(?:quite )?(?:(?:so|this|as) (?:\w+ly )?(?:well|good|welcome|relaxed|comfortable|comfy|kind\w*|happy|clean|friendly|beautiful|delicious|safe|helpful|patient|much fun|hard in|at home|soft|fresh|smooth|better)|(?:better|nicer|fresher|kinder)(?! days))\b/,
  ),
  turn(
    'is-neither-good-nor-bad',
    NEITHER,
    'nothing more|so it goes|neither good nor bad|middle of the road|swings and roundabouts|fine, i guess|ok, i guess|okay, i guess|nothing less|it is what it is',
    /\bnothing more,? (?:and )?nothing less\b|\bso it goes\.?$|\bneither good nor bad\b|\bmiddle of the road\b|\bswings and roundabouts\b|\b(?:fine|ok|okay|alright),? i (?:guess|suppose)\b/,
  ),
  turn(
    'not-worth-the-hype',
    BAD_AFTER_ALL,
    'hype',
    /\boverhyped\b|\b(?:not|n't|never|hardly|nowhere near|barely) (?:quite |really |even )?(?:worth|live up to|living up to|get|understand|deserve|believe|see) (?:all )?(?:the|its|that|all that) hype\b|\bhyped?\b(?:[^.!?]|\.{2,}){0,40}\b(?:it's|it is|it was|they're|turned out)(?: \.*|\.+|…)* ?(?:just|only|merely|nothing|meh|fine|okay?)\b/,
  ),
  turn(
    'worth-the-hype',
    GOOD_AFTER_ALL,
    'hype',
    /(?<!(?:\bnot|n't|\bnever|\bhardly|\bis it|\bif it's|\bis this|\bare they|\bbarely)\b[^.!?]{0,15})\b(?:worth|live up to|lives? up to|lived up to|deserves?|earns?) (?:all |every bit of )?(?:the|its|that) hype\b(?!\?)|\bbelieve the hype\b/,
  ),
  turn(
    'threw-it-away',
    { ...BAD_AFTER_ALL, complaint: 0.5 },
    'binned|in the bin|in the trash|threw the|threw it|threw them|threw away|chucked|thrown away|down the sink|fed it to',
    /\bbinned (?:it|them|the|half|most|both|two|mine)\b|\b(?:straight|went|goes|ended up|landed|is|are) (?:straight )?in the (?:bin|trash)\b|\b(?:threw|chucked|tossed)(?: (?:it|them|half|most|the|both))?(?: \w+){0,3} (?:away|out|in the bin|in the trash)\b|\bdown the sink\b/,
  ),
  turn(
    'says-who-is-angry',
    { 'sentiment:negative': 2, 'sentiment:positive': -2 },
    'fuming|furious|livid|raging|seething|gutted|disgusted|appalled',
    /(?:^|[.!?,] |\b(?:i'm|i am|we're|we are|i was|left me|leaves me|absolutely|beyond|and) )(?:so |just |still |absolutely |properly |quite )?(?:fuming|furious|livid|seething|gutted|appalled)\b|\b(?:i'm|i am|we're|we are|absolutely) (?:\w+ )?(?:raging|disgusted)\b/,
  ),
  turn(
    'was-bored',
    { 'sentiment:negative': 1.5, 'sentiment:positive': -2 },
    'boredom|bored|yawn|fell asleep|walked out|left halfway|left at the interval|wanted my money back',
    /\b(?:of|from|with|out of) (?:sheer |pure )?boredom\b(?! (?:i|we) (?:made|baked|bought|tried|started|downloaded))|\b(?:we|i|half the (?:room|audience)) (?:walked out|left (?:halfway|early|at the interval|before the end))\b/,
  ),
  turn(
    'but-ends-badly',
    { 'sentiment:negative': 1.5, 'sentiment:positive': -1.5 },
    'but ',
    new RegExp(
      `\\bbut (?:my |oh my )?(?:god|boy|man|jesus|christ|wow|damn|lord|dear god|good lord),? [^.!?]*\\b(?:${BAD})\\b`,
    ),
  ),
]

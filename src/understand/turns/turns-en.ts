import { type Turn, turn } from './turn.ts'

/** What is said of something good and meant of something bad. */
const MOCKED = {
  'sentiment:negative': 2,
  'sentiment:positive': -3,
  praise: -3,
  'stance:for': -2,
  'stance:against': 1,
} as const
const GOOD_AFTER_ALL = { 'sentiment:positive': 2, 'sentiment:negative': -2, complaint: -1 } as const
const BAD_AFTER_ALL = { 'sentiment:negative': 2, 'sentiment:positive': -2, praise: -1 } as const

/** Turns of English posts. */
export const ENGLISH_TURNS: readonly Turn[] = [
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
    /^(?:oh,? |well,? )?(?:great|wonderful|brilliant|fantastic|lovely|perfect|nice|amazing|awesome)(?:[,.] just (?:great|wonderful|brilliant|fantastic|lovely|perfect)\.|[.,] another|,? so now)/,
  ),
  turn(
    'loves-how-it-fails',
    { ...MOCKED, complaint: 1.5 },
    'love|adore|enjoy',
    /\b(?:love|adore|enjoy(?:ing)?) (?:it when|how|that|when|the way|waiting|paying|getting|being)\b(?![^.!?]*\b(?:never|doesn't|don't|won't|didn't|hasn't|haven't|no longer|not|without|even if|even when|no)\b)[^.!?]{0,60}\b(?:crash\w*|breaks?|broke|fail\w*|gives? up|stops?|dies|died|late|loses?|lost|cancel\w*|ignor\w*|freez\w*|twice|hung up|hangs up|on hold|refus\w*|expire[sd]?|leak\w*|disappear\w*|delet\w*|overheat\w*|logs me out|logged me out)\b/,
  ),
  turn(
    'only-thanks',
    { praise: -3 },
    'thank|thx|cheers|appreciated',
    /^(?:(?:ok(?:ay)?|oh|hi|aw+|received|got it|arrived|done|sorted|many|so much|big)[,.!]* )*(?:thanks|thank you|thx|cheers|much appreciated)(?: (?:so much|a lot|very much|again|everyone|all|guys|mate|team|in advance))*(?: (?:for (?:the|your|this|that|getting back|letting me know|sharing|following|coming|replying|having me)(?: (?:reply|update|info|information|message|heads up|response|email|link|follow|invite|tip))?))?[,.! ]*(?:(?:have a|and have a|hope you have a) (?:good|nice|great|lovely) \w+|will do|i'll \w+[^.!?]{0,30})?(?:[.! :)x]|🙏|😊|👍|❤️?|🙂)*$/u,
  ),
  turn(
    'thanks-for-a-service',
    { praise: -2, 'stance:for': -0.5 },
    'thank|thx|cheers',
    /^(?=[\s\S]{0,100}$)(?!.*\b(?:great|best|amazing|patien|kind|lovely|quick|brilliant|lov|perfect|star|excellent|helpful|friendl|impress|fantastic|wonderful|awesome|incredible|superb|good|nice|well|fast|legend|hero|spotless|thorough|thoughtful|gentle|fab|wizard|genius|delicious|beautiful))(?=.*\b(?:thanks?|thank you|thx|cheers)\b[^.!?]{0,14}\b(?:for (?:the (?:\w+ )?(?:reply|leaflet|lift|update|link|info|information|heads up|invite|reminder|email|call|follow|confirmation|receipt|tip|warning|offer|ride|advice)|getting back|letting|replying|coming|sharing|following|handing|asking|listening|reading)|to (?:whoever|everyone|everybody|all)\b))/,
  ),
  turn(
    'thanks-the-day',
    { praise: -2, 'stance:for': -1 },
    'thank god|thank goodness|thank heavens',
    /thank (?:god|goodness|heavens|fuck) (?:it's|its|for) (?:friday|the weekend|monday|over|payday)/,
  ),
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
    'needs-no-such-thing',
    { feature: -3 },
    "don't need|doesn't need|didn't need|don't want|doesn't want|nobody needs|no need",
    /\b(?:don't|doesn't|didn't|nobody) (?:really |even )?(?:needs?|wants?) (?:a|an|any|another|your)\b|\bno need (?:for|to add)\b/,
  ),
  turn(
    'cannot-say',
    { recommendation_given: -3, 'stage:recommendation': -1.5 },
    "can't say|cannot say|couldn't say|can't tell you|couldn't tell you|no idea if|no idea whether|not sure if i'd",
    /\b(?:can't|cannot|couldn't) (?:really )?(?:say|tell you) (?:if|whether|how)|\bno idea (?:if|whether)|\bnot sure (?:if |whether )?i(?:'d| would) recommend/,
  ),
  turn(
    'glad-to-have-stayed',
    { churn: -3 },
    'glad i|close to|nearly |almost |so glad',
    /\b(?:close to|nearly|almost) (?:cancel|leav|quit|switch)\w*\b[\s\S]*\b(?:glad|happy|relieved) i (?:stuck|stayed|kept|didn't)|\bglad i (?:stuck|stayed|kept) (?:with|it|my)/,
  ),
  turn(
    'glad-to-have-left',
    { churn: 2 },
    'glad i',
    /\bglad i (?:cancel+ed|left|switched|moved|quit|dropped)/,
  ),
  turn(
    'promises-money',
    { spam: 2 },
    'dm her|dm him|dm me|message her|message him|whatsapp|inbox her|doubled my|tripled my|trader',
    /\b(?:doubled|tripled) my (?:savings|money|investment)s?[\s\S]*(?:\b(?:dm|message|whatsapp|inbox|contact|trader)\b|@)|\b(?:dm|message|inbox) (?:her|him|@\w+) (?:now|today|on)\b/,
  ),
  turn(
    'bought-long-ago',
    { purchase: -2 },
    'bought|ordered|booked|got |signed up|joined',
    /\b(?:bought|ordered|booked|got|signed up for|joined) [^.!?]{1,50}\b(?:years? ago|last year|months ago|once,|once\.|back in (?:19|20)\d\d|when i was (?:a|at|in))/,
  ),
  turn(
    'not-as-bad',
    GOOD_AFTER_ALL,
    'nowhere near|not nearly|far from|not even close',
    /\b(?:nowhere near|not nearly|not even close to|far from)(?: being)? (?:as )?(?:bad|rough|hard|expensive|loud|scary|painful|annoying|boring|slow|pricey|ugly|disappoint\w*|terrible|awful)\b/,
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
    'used to love|used to like|used to enjoy|used to adore|used to be my|used to be good|used to be great|used to recommend',
    /\bused to (?:love|like|enjoy|adore|recommend)\b|\bused to be (?:my (?:fav\w*|go-to)|good|great|so good|amazing|the best|reliable|brilliant)/,
  ),
  turn(
    'hated-it-once',
    GOOD_AFTER_ALL,
    'used to hate|used to dread|used to avoid|used to be terrible|used to be awful',
    /\bused to (?:hate|dread|avoid)\b|\bused to be (?:terrible|awful|bad|rubbish|a nightmare)/,
  ),
  turn(
    'asks-nobody',
    { question: -3, recommendation_sought: -1 },
    'not to like|not to love|who puts|who thought|on earth|right mind|who asked|do you even|are you kidding|are you serious|are you joking|why do i|so hard|who knew|can you believe|how hard',
    /\bwhat's not to (?:like|love)|\bwho (?:puts|thought (?:this|that|it)|in their right mind|asked for)\b|\bdo you even (?:test|read|listen|care|check|train|look)|\bare you (?:kidding|serious|joking)\b|\bwhy do i (?:do this|bother|even|always|keep)|\bhow (?:hard|difficult) (?:can|could) it be|\bis it (?:really )?(?:that|so) hard\b|\bwho knew\b|\bcan you believe/,
  ),
  turn(
    'asks-which-to-take',
    { recommendation_sought: 2.5, question: 1, recommendation_given: -1.5 },
    'would you|do you think i should|should i',
    /\b(?:which|what|who|would) (?:\w+ ){0,3}?would you (?:pick|choose|go for|go with|recommend|get|buy|take)\b|\bwould you (?:pick|choose|go for|go with|recommend|buy)\b[^.!]*\?/,
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
    'stays',
    { churn: -3 },
    "i always stay|i stayed|i'll stay|i renewed|pay it|here's to|never leaving|not leaving|never switching|not switching|never cancel|not cancel|not going anywhere|staying put|glad i",
    /\bbut i (?:always |still )?(?:stay|stayed|renewed)\b|\bi(?:'ll| will) (?:still )?(?:pay it|stay)\b|\bhere's to (?:\w+ )?(?:more|many|another)|\b(?:never|not) (?:leaving|switching|cancel+ing)\b(?! in)|\bnot going anywhere\b|\bstaying put\b|\bglad i (?:stayed|didn't (?:cancel|leave|switch|quit))/,
  ),
  turn(
    'they-cancelled',
    { churn: -3 },
    'cancel',
    /\b(?:class|flight|train|bus|ferry|event|gig|show|meeting|concert|appointment|session|match|lesson|tour)e?s? (?:was|is|got|has been|been|were|are|just|now) ?(?:just |been |now |got )?cancel+ed|\bcancel+ed (?:today's|tonight's|tomorrow's|the|our) (?:class|flight|train|event|gig|show|meeting|concert|appointment|session|match|lesson|tour)|\b(?:class|flight|train|gig|show|concert|match) cancel+ed\b/,
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
    'least-bad',
    GOOD_AFTER_ALL,
    'least ',
    /\bleast (?:stressful|painful|annoying|boring|irritating|confusing|awful|scary|expensive|disappointing|offensive|sweaty|noisy)\b/,
  ),
  turn(
    'tells-what-happened',
    { recommendation_given: -1.5, 'stage:recommendation': -1 },
    'we |i |took|went|had ',
    /^(?=(?:(?:yesterday|today|last \w+),? )?(?:we|i|both|took|went|had|got|spent|my|\w+ (?:years|months|weeks|days))\b)(?!.*\b(?:you|your|u|ur|recommend\w*|must|worth|avoid|skip|trust|everyone|everybody|anyone|should|don't|never|go|try|ask|please|suggest\w*|tell|if|take|buy|order|book|get|stay|see|read|watch|use|save|do|give|walk|steer|best)\b)/,
  ),
  turn(
    'has-it-now',
    { 'stage:satisfaction': 1.5, 'stage:evaluation': -1, 'stage:discovery': -1 },
    'got |picked up|arrived|came|installed|fitted|delivered',
    /^(?:just |finally )?(?:got|picked up|collected|installed|had) (?:my|our|the|a|an) (?![^?]*\?)[^.!?]{2,40}\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|month|night)|today|yesterday|this morning|the other day)\b/,
  ),
  turn(
    'others-said-it',
    { purchase: -2, churn: -2, recommendation_given: -2, complaint: -0.5 },
    '"',
    /"[^"]{3,80}"[,.!]? (?:(?:says|said|goes|claims|insists|shouted|yelled|wrote) (?:my|the|some|one|a|every|his|her|their)|(?:my|the) \w+ (?:says|said|keeps saying|told me)|(?:they|he|she|people|everyone|everybody|reviews?) (?:say|says|said|told me))/,
  ),
  turn(
    'ends-glad',
    { 'sentiment:positive': 1.5, 'sentiment:neutral': -0.5, 'sentiment:negative': -0.5 },
    '🎉|🥳|😍|🤩|🥰|😻|💖|💕|❤',
    /^[\s\S]{0,60}(?:🎉|🥳|😍|🤩|🥰|😻|💖|💕|❤)️?$/u,
  ),
  turn(
    'ends-angry',
    { 'sentiment:negative': 2, 'sentiment:neutral': -0.5, 'sentiment:positive': -1.5, praise: -1 },
    '😡|🤬|🤮|🤢|👎|💢|😠|😒|😩|😤|💔',
    /^[\s\S]{0,80}(?:😡|🤬|🤮|🤢|👎|💢|😠|😒|😩|😤|💔)$/u,
  ),
  turn(
    'ends-in-tears',
    { 'sentiment:negative': 1, 'sentiment:neutral': -0.5, 'sentiment:positive': -0.5 },
    '😭|😢|😞|😔|☹|🥲',
    /^[\s\S]{0,60}(?:😭|😢|😞|😔|☹️?|🥲)$/u,
  ),
]

import { type Turn, turn } from './turn.ts'
import { BAD, FAILS, GOOD, STAFF } from './words-en.ts'

const OF_OTHER_THINGS = { praise: -2.5, 'stance:for': -1 } as const

/** What tells that goods or services are spoken of. */
const BUSINESS =
  'app|hotel|hostel|guesthouse|b&b|airbnb|restaurant|café|cafe|bistro|pub|bar|kiosk|stall|shop|store|bakery|bakers?|market|salon|spa|clinic|surgery|school|course|class|lessons?|gym|studio|bank|airline|crew|service|delivery|courier|brand|company|model|version|update|plan|subscription|menu|dish|meal|dinner|lunch|brunch|breakfast|food|cooks?|chefs?|waiters?|waitress|barista|instructors?|teachers?|coach|trainer|guide|host|staff|team|seller|owner|cot|tyres?|tires?|shoes?|boots|trainers|jacket|coat|tent|bike|car|phone|laptop|camera|headphones|mattress|sofa|seeds|album|film|movie|series|episode|show|gig|concert|band|festival|book|novel|game|museum|zoo|park|tour|cruise|ferry|train|flight|airport|bus|taxi|wine|beer|coffee|tea blend|cake|pizza|burger|curry|soup|bread|chocolate|cream|serum|shampoo|thanks to|customer|refund|deliver\\w*|driver|internet|broadband|physio|midwi\\w+|nurse|doctor|worth|approves?|fair price|blanket|sofa|photo|game|angel|sold|beautiful view|five stars|\\d stars|get|go|five|order(?:ed)?|bought|booked|product|quality|deal|@\\w+|recommend\\w*|theirs?|they'

/** Joys that no company gave: weather and nature, one's own, luck, home. */
const ELSEWHERE =
  'sunshine|sun|snow\\w*|fog|frost|rain|rainbow|sunset|sunrise|moon|spring|autumn leaves|blossom|bluebells|robin|birds?|our (?:garden|balcony|allotment)|my (?:garden|balcony|allotment)|my (?:own )?(?:tomatoes|garden|roses|sourdough|beans|courgettes)|our own|slept through|first steps|first word|birthday|anniversary|wedding|engaged|pregnant|won|jackpot|passed my|passed her|passed his|got the job|new job|promotion|promoted|graduat\\w+|exam results|personal best|\\bpb\\b|my first (?:\\d+k|marathon|half)|first (?:5|10)k|to be home|back home|own bed|own sofa|day off|long weekend|friday|bank holiday|payday|our dog|our cat|our puppy|the puppy|kitten'

/** Thanks, joy and praise. */
export const ENGLISH_PRAISE: readonly Turn[] = [
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
    'thanks-without-praise',
    { praise: -2, 'stance:for': -0.5 },
    'thank|thx|cheers|appreciated',
    new RegExp(
      `^(?=[\\s\\S]{0,110}$)(?![\\s\\S]*(?:\\b(?:${GOOD})\\b|\\bspot on\\b|\\bwho(?:ever)? \\w+ed\\b|\\bin (?:minutes|an hour|seconds)\\b|❤|😍|🥰|!!|👏|⭐|💯|\\b(?:${FAILS})\\b))(?:@\\w+ )*(?:(?:ok(?:ay)?|oh|hi|a|many|so|big|huge),? )*(?:thanks?(?!-?\\w| (?:to|god|goodness|heavens|me)\\b)|thank you|thank-you|thx|cheers|much appreciated)\\b|^(?:got|received|have) (?:my|the|it|them|your)[^.!?]{0,25}[,.!] (?:many |much )?(?:thx|thanks|ta|cheers|thank you|appreciated)[.! ]*$`,
    ),
  ),
  turn(
    'thanks-for-tips',
    { praise: -2 },
    'thank|thx|cheers',
    /\b(?:thanks|thank you|thx|cheers) (?:so much |a lot |everyone |all )?for (?:the|your|all the|all your|these) (?:\w+ )?(?:tips?|suggestions?|ideas|recs|recommendations|answers|replies|wishes|messages)\b(?=[\s\S]*\b(?:writing|will|'ll|noted|saving|saved|going to|list|reading|checking|looking)\b)/,
  ),
  turn(
    'thanks-the-day',
    { praise: -2, 'stance:for': -1 },
    'thank god|thank goodness|thank heavens',
    /thank (?:god|goodness|heavens|fuck) (?:it's|its|for) (?:friday|the weekend|monday|over|payday)/,
  ),
  turn(
    'happy-elsewhere',
    OF_OTHER_THINGS,
    'sunshine|sun|snow|fog|frost|rain|moon|spring|autumn leaves|blossom|bluebell|robin|bird|garden|balcony|allotment|my tomatoes|my own|our own|slept through|first steps|first word|birthday|anniversary|wedding|engaged|pregnant|won|jackpot|passed|got the job|new job|promot|graduat|exam results|personal best|10k|5k|marathon|be home|back home|own bed|own sofa|day off|weekend|friday|holiday|payday|our dog|our cat|puppy|kitten',
    new RegExp(
      `^(?=[\\s\\S]{0,110}$)(?![\\s\\S]*\\b(?:${BUSINESS})\\b)(?![\\s\\S]*\\b(?:new|these|this) [a-z]+ [a-z]+ (?:is|are|grip|work|fit)\\b)(?![\\s\\S]*\\bfrom [a-z]+'s\\b)(?![\\s\\S]*\\bspot on\\b)[\\s\\S]*\\b(?:${ELSEWHERE})\\b`,
    ),
  ),
  turn(
    'praises-who-served',
    { praise: 2, 'stance:for': 1, 'sentiment:positive': 1 },
    'saint|angel|legend|hero|genius|wizard|artist|magician|star|gem|treasure|godsend|lifesaver|patience|the best|a joy|stunning|superb|like mad|like a dream|like a charm|like clockwork|second to none|top notch|first class|out of this world|is magic|are magic',
    new RegExp(
      `\\b(?:${STAFF})s?(?: (?:there|here|at [^.!?,]{2,20}))? (?:is|are|was|were) (?:all |both |an? |such an? |absolute(?:ly)? |real |true |total |actual |complete |pure |the )*(?:saints?|angels?|legends?|hero(?:es)?|genius(?:es)?|wizards?|artists?|magicians?|stars?|gems?|treasures?|godsend|lifesavers?|magic)\\b|\\b(?:these|this|the|my new|the new|our new) (?:\\w+ ){1,3}(?:is|are|was|were) (?:an? |an absolute |such a |pure |absolutely |just |simply )*(?:joy to|stunning|superb|second to none|top notch|first class|out of this world|magic|a godsend|a lifesaver)|\\b(?:grips?|works?|worked|runs?|ran|rides?|drives?|fits?|cleans?|cuts?|sticks?|handles?|writes?|plays?) like (?:mad|a dream|a charm|clockwork|new|magic)\\b`,
    ),
  ),
  turn(
    'nobody-does-it-like-them',
    { praise: 2.5, 'stance:for': 1.5, 'sentiment:positive': 1.5 },
    'nobody|no one|no-one',
    /\b(?:nobody|no one|no-one)(?: else)? (?:does|makes?|bakes?|blends?|cooks?|brews?|knows?|builds?|cuts?|fixes|treats?|grills|serves|looks after|explains?) [^.!?]{1,40}(?: like | better than | as well as )/,
  ),
  turn(
    'best-in-years',
    { praise: 1.5, 'stance:for': 1 },
    'best ',
    /\bbest (?:set|pair|one|meal|dinner|lunch|breakfast|burger|pizza|curry|coffee|haircut|purchase|buy|stay|hotel|service|mattress|bike|car|phone|app|show|gig|course|class|teacher|doctor|dentist|vet) (?:i've|i have|we've|we have|i) (?:ever )?(?:had|used|owned|eaten|tasted|bought|been to|stayed|seen|driven|ridden|worn|met)\b/,
  ),
  turn(
    'had-been-waiting-for-it',
    { question: -3, 'sentiment:positive': 2, 'sentiment:negative': -1 },
    'been all my life|been my whole life',
    /\bwhere (?:has|have|had) [^?.!]{2,50} been (?:all|my whole)\b/,
  ),
  turn(
    'names-its-best-part',
    { 'sentiment:positive': 1.5, 'sentiment:negative': -1 },
    'favourite|favorite|best part|best bit|best thing|best moment|loveliest',
    new RegExp(
      `^(?![\\s\\S]*\\b(?:${FAILS}|${BAD})\\b)(?=[\\s\\S]*\\b(?:favou?rite|best|loveliest) (?:part|bit|thing|moment|stop|room|dish) (?:was|is|has to be|about)\\b)(?![\\s\\S]*\\?)`,
    ),
  ),
]

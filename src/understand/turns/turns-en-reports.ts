import { type Turn, turn } from './turn.ts'
import { BAD, FAILS, GOOD, KIN, STAFF } from './words-en.ts'

const BLAMES = { complaint: 2, 'sentiment:negative': 1, 'sentiment:positive': -1 } as const

/** The word for somebody's part, where who speaks is the one at fault. */
const NOT_BY_ME = '(?<!\\b(?:i|my (?:cat|dog|son|daughter|kid|toddler))(?: \\w+)? )'

/** What a notice may tell, without anybody's feeling. */
const NOTICES =
  'cancelled|canceled|delayed|moved|moves|boards|departs|leaves|arrives|opens|closes|closed|starts|ends|runs|diverted|postponed|recall\\w*|maintenance|goes (?:up|from)|rises|drops to|replaced by|next train|next bus|platform|gate|available|sold out|patch(?:es)?|update|version'

/** Falling short, and mere report. */
export const ENGLISH_REPORTS: readonly Turn[] = [
  turn(
    'just-as-promised',
    { complaint: -2.5, 'sentiment:negative': -1, 'stance:against': -1 },
    'exactly what|exactly as|exactly how|exactly when|just what they|just as they|precisely|as promised|as advertised|as described|to the minute',
    /(?<!\b(?:not|n't|hardly|isn't|wasn't|never)(?: quite| at all)? )\b(?:exactly|precisely|just) (?:what|as|like|when|how|the way) (?:they|it|he|she|i|we|you)(?:'d| had| has|'ve)?(?: all)? (?:told|promised|said|signed up for|ordered|described|advertised|expected|asked for|paid for)\b|\b(?:exactly|just) as (?:promised|advertised|described|expected|agreed)\b/,
  ),
  turn(
    'not-as-promised',
    { ...BLAMES, complaint: 2.5 },
    'signed up for|what i ordered|what we ordered|what i paid|what was promised|as described|as advertised|as promised|what i asked|the one in the picture|like the picture|like the photo|what they told|what they said',
    /\b(?:not|n't|nothing|hardly|far from)(?: at all| really| quite| remotely| even close to)? (?:like )?(?:what (?:i|we)(?:'d| had)? (?:signed up for|ordered|paid for|asked for|booked|expected)|what (?:was|they(?:'d| had)?) (?:promised|advertised|described|told (?:me|us)|said)|as (?:described|advertised|promised|pictured)|the (?:one )?(?:picture|photo|pic|description))\b/,
  ),
  turn(
    'broke-at-once',
    { ...BLAMES, complaint: 2.5 },
    'by itself|on its own|first day|first morning|first time|first use|first wash|first night|first week|day one|out of the box|after one|after two|after three|within a|within two|brand new|brand-new|the new|my new|our new',
    new RegExp(
      `(?:${NOT_BY_ME})\\b(?:cracked|broke|broken|snapped|split|tore|ripped|died|burst|leaked|leaks|fell (?:apart|off|to bits)|came (?:off|apart|undone)|shattered|melted|peeled|faded|shrank|collapsed|stopped working|gave up)\\b[^.!?]{0,25}\\b(?:by itself|on its own|(?:the |my )?first (?:day|morning|time|use|wash|night|week|wear|ride|trip)|(?:on )?day one|straight out of the box|after (?:one|two|three|a single|a) (?:days?|wash(?:es)?|weeks?|uses?|months?|wears?|rides?)|within (?:an?|one|two|three|\\d+) (?:hours?|days?|weeks?))\\b|\\b(?:the|my|our) (?:brand[ -])?new [^.!?]{2,30} (?:already )?(?:leaked|leaks|cracked|snapped|fell apart|keeps? (?:crashing|leaking|freezing|breaking|failing))\\b`,
    ),
  ),
  turn(
    'ruined-by-them',
    BLAMES,
    'wrecked|ruined|butchered|messed up|spoiled|screwed up|taste like|tastes like|tasted like|tastes of|tasted of|bungled|botched',
    /^(?![\s\S]*\b(?:admitted|redid|free|refund\w*|apolog\w+|fixed|respect)\b)[\s\S]*\b(?:they|you|they've|you've|they have|you have|somebody|some genius)(?: \w+)? (?:wrecked|ruined|butchered|messed up|spoil(?:ed|t)|screwed up|bungled|botched)\b|^(?![\s\S]*\b(?:admitted|redid|said|says)\b)[\s\S]*\btast(?:es?|ed|ing) (?:like|of) (?:wet |old |burnt )?(?:cardboard|soap|plastic|nothing|water|metal|chemicals|sawdust|feet|dishwater|paper|rubber|dust|perfume)\b/,
  ),
  turn(
    'was-treated-badly',
    { ...BLAMES, complaint: 2.5 },
    'in my face|in our faces|hung up on|rolled his eyes|rolled her eyes|rolled their eyes|over the fence|over the gate|shouted at|laughed at|turned us away|turned me away|kept me waiting|kept us waiting|talked over|sighed at|shrugged|slammed|threw|dumped|looked at me like|snapped at',
    new RegExp(
      `(?<!\\b(?:never|not once|i|i've|n't)\\b[^.!?]{0,10})\\b(?:in my face|in our faces|hung up on (?:me|us|him|her|my)|(?:laughed|shouted|sighed|snapped|yelled|swore) at (?:me|us|my (?:${KIN}))|rolled (?:his|her|their) eyes|turned (?:us|me) away|kept (?:me|us) waiting|looked at (?:me|us) like|talked (?:over|down to) (?:me|us))\\b|\\b(?:${STAFF}|they|he|she)(?: just| literally)? (?:threw|dumped|chucked|tossed|flung|kicked|slammed|left) (?:the|my|our|it|them)(?: \\w+)? ?(?:over|at|into|against|in the (?:rain|bushes|bin|road|hedge|puddle)|on the (?:pavement|road|drive|floor|street))`,
    ),
  ),
  turn(
    'happened-to-me-again',
    { complaint: 1.5, 'sentiment:negative': 1 },
    ' again',
    /(?<!\b(?:i|i've|we|we've)(?: \w+)? )\b(?:left|lost|missed|dumped|overcharged|charged|skipped|cancelled|delayed|ignored|botched|forgot) (?:me|us|(?:my|our) (?:\w+ )?(?:box|parcel|package|order|delivery|bins?|luggage|bags?|post|mail|letters?|payment|booking|refund|stop|street|appointment|prescription|groceries))\b[^.!?]{0,50}\bagain\b(?! (?:and again )?(?:until|if|when)\b)/,
  ),
  turn(
    'calls-the-service-bad',
    { ...BLAMES, complaint: 2 },
    'miserable|lousy|pathetic|useless|dreadful|shoddy|abysmal|appalling|atrocious|rotten|crappy|patchy|shocking|the same ',
    /\b(?:miserable|lousy|pathetic|useless|dreadful|shoddy|abysmal|appalling|atrocious|rotten|crappy|patchy|shocking) (?:\w+ )?(?:signal|service|support|coverage|connection|delivery|packaging|food|coffee|wifi|wi-fi|broadband|network|app|website|site|update|battery|sound|picture|quality|staff|customer|seats?|room|helpline|hotline|company|airline|bank|courier|reception)\b|\bfor the same (?:old )?(?:\w+ )?(?:miserable|lousy|bad|poor|slow|tiny|awful|terrible|rubbish|crappy)\b/,
  ),
  turn(
    'hurt-me',
    { ...BLAMES, complaint: 1.5, 'sentiment:negative': 2, 'sentiment:positive': -2 },
    'my heels|my feet|my toes|my skin|my scalp|my ears|my fingers|my lips|a rash|blisters|my back',
    /\b(?:cut|cuts|rubbed|rubs|burn(?:t|ed|s)?|ruined|wrecked|killed|killing|destroyed|shredded|hurts?|pinch\w*|irritat\w+) my (?:poor )?(?:heels|feet|toes|skin|scalp|ears|fingers|lips|back|eyes|face)\b(?! (?:today|from|after (?:the|my) (?:run|walk|gym)))|\b(?:gave|left|giving) me (?:a |an )?(?:\w+ )?(?:rash|blisters|headache|migraine|burns?|spots)\b/,
  ),
  turn(
    'yet-another-time',
    { complaint: 1.5, 'sentiment:negative': 1.5, 'sentiment:positive': -1.5 },
    'third|fourth|fifth|sixth|umpteenth|nth time|hundredth',
    /\b(?:a|the|my|our|on (?:our|my|the)) (?:fourth|fifth|sixth|seventh|umpteenth|nth|hundredth) (?:gate|change|delay|engineer|call|email|replacement|repair|attempt|appointment|platform|agent|ticket|excuse|reminder)\b|\bfor the (?:third|fourth|fifth|sixth|umpteenth|nth|hundredth) time (?:this|in|today|now|running|since)\b/,
  ),
  turn(
    'waited-for-my-own',
    { complaint: -3 },
    'wait',
    new RegExp(
      `\\bwait(?:ed|ing)? (?:[^.!?]{0,25} )?for (?:my|our) (?:\\w+ )?(?:${KIN})\\b(?!'s)(?![\\s\\S]*\\b(?:${STAFF})\\b)`,
    ),
  ),
  turn(
    'waited-a-moment',
    { complaint: -2.5, 'sentiment:negative': -1 },
    'waited|a wait|wait of|minutes|mins',
    new RegExp(
      `^(?![\\s\\S]*\\b(?:${FAILS}|${BAD})\\b)[\\s\\S]*\\bwaited (?:only |just |about |like |maybe |all of |no more than )?(?:a few|a couple(?: of)?|one|two|three|four|five|[1-5]) (?:min(?:ute)?s?|secs?|seconds?)\\b`,
    ),
  ),
  turn(
    'gives-notice',
    {
      'sentiment:neutral': 2,
      'sentiment:negative': -1.5,
      'sentiment:positive': -0.5,
      complaint: -2,
    },
    'cancelled|canceled|delayed|moved|moves|boards|departs|leaves|arrives|opens|closes|closed|starts|ends|runs|diverted|postponed|recall|maintenance|goes |rises|drops to|replaced by|next train|next bus|platform|gate|available|sold out|patch|update|version',
    new RegExp(
      `^(?=[\\s\\S]{0,110}$)(?![\\s\\S]*(?:[!?…"#@]|\\.\\.|\\p{Extended_Pictographic}|\\b(?:i|i'm|i've|i'd|i'll|me|my|mine|we|we're|we've|our|us|you|your|it's|kids|bought|now|miserable|same|rip|membership|hungry|\\w+n't|${GOOD}|(?!late)(?:${BAD})|yet|only|just|finally|even|ever|never|because|nobody|no|why|who|so|too|nothing|enough|already|supposedly|apparently|sure|of course|as always|as usual|as ever)\\b))(?![\\s\\S]*\\d/10)(?=[\\s\\S]*\\d)[\\s\\S]*\\b(?:${NOTICES})\\b`,
      'u',
    ),
  ),
  turn(
    'recalls-a-product',
    { complaint: -3, 'sentiment:neutral': 1.5, 'stage:none': 1 },
    'recall',
    /^(?![\s\S]*\b(?:my|mine|i|we|our|your|me)\b)(?:(?:product |safety |urgent )?recall(?: notice)?\b|[\s\S]*\b(?:is|are) (?:being )?recall(?:ing|ed)\b)/,
  ),
]

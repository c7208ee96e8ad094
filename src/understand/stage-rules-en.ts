import type { StageRule, StanceRule } from './label-rule.ts'

/** English signs of where the author is in a decision; patterns over folded (lower-case) text. */
export const ENGLISH_STAGE_RULES: readonly StageRule[] = [
  {
    name: 'wants',
    label: 'discovery',
    weight: 1.1,
    pattern:
      /\bi(?:'d| would)? (?:really |so |badly )*(?:want|need)(?: (?:to (?:try|visit|get)|a|an|one|this|that|these|some|new))\b|\bwish i had\b/,
  },
  {
    name: 'curious',
    label: 'discovery',
    weight: 1.5,
    pattern:
      /\b(?:what(?:'s| is) (?:this|that|the) [^.?!]{0,40}(?:everyone|everybody|people|thing|about)|never heard of|just (?:heard|learned|found out|discovered)|heard (?:about|of)|curious (?:about|what)|looks (?:interesting|cool|intriguing)|didn't know)\b/,
  },
  {
    name: 'needs a new one',
    label: 'discovery',
    weight: 2.4,
    pattern:
      /\b(?:need|time for|in the market for|shopping for|looking to get)(?: to (?:get|buy|find))? (?:a |an |some )?(?:new|replacement)\b|\blooking to replace\b|\b(?:died|broke|is dead)[^.?!]{0,12}[,.;]? (?:need|time)/,
  },
  {
    name: 'asks for advice',
    label: 'discovery',
    weight: 2.4,
    pattern:
      /\b(?:any(?:one|body)? (?:know|have|got|recommend|suggest)|(?:any|got) (?:good )?(?:recommendations?|recs|suggestions?|tips)|recommend me|can (?:any(?:one|body)|you|someone) (?:recommend|suggest)|what(?:'s| is) (?:a|the) (?:good|best)|suggestions for|where can i (?:find|get|buy))\b/,
  },
  {
    name: 'looks for',
    label: 'discovery',
    weight: 1.4,
    pattern: /\b(?:looking|searching|hunting) for (?:a|an|some|the|new|good)\b|\bin search of\b/,
  },
  {
    name: 'would like to try',
    label: 'discovery',
    weight: 1.4,
    pattern:
      /\b(?:(?:want|dying|love|like) to try|might (?:try|check)|gotta try|have to try|thinking of trying|should try it)\b/,
  },
  {
    name: 'wavers',
    label: 'evaluation',
    weight: 2.4,
    pattern:
      /\b(?:torn between|can't decide|cannot decide|deciding between|debating|on the fence|thinking (?:of|about) (?:buying|getting|ordering|booking|switching|upgrading|subscribing)|considering|weighing)\b/,
  },
  {
    name: 'compares',
    label: 'evaluation',
    weight: 2,
    pattern:
      /\b(?:vs\.?|versus|compared? (?:to|with|the)|which (?:one|is better|should|would)|or should i|difference between|better than the)\b|\b\w+ or \w+\?/,
  },
  {
    name: 'is it worth it',
    label: 'evaluation',
    weight: 2.6,
    pattern:
      /\b(?:is|are|was|would) (?:it|the|this|that|they|these)?[^.?!]{0,40}(?:worth|any good)\b[^.!]{0,30}\?|\bworth (?:it|the (?:price|money|upgrade)|buying|getting)\?|\bshould i (?:buy|get|book|order|upgrade|switch|subscribe|go)\b/,
  },
  {
    name: 'asks about price or fit',
    label: 'evaluation',
    weight: 2.1,
    pattern:
      /\b(?:how much (?:is|are|does|do|would)|what(?:'s| is) the (?:price|cost|warranty|battery life|return policy)|does (?:it|this|that|the|your)[^.?!]{0,40}(?:work with|support|come with|fit|include|have|ship)|do you (?:ship|deliver|have[^.?!]{0,30}in stock)|in stock|is (?:it|this) compatible)\b[^.!]*\?/,
  },
  {
    name: 'asks for experience',
    label: 'evaluation',
    weight: 2.4,
    pattern:
      /\b(?:has any(?:one|body) (?:tried|used|bought|been|stayed)|any(?:one|body) (?:tried|used|using|own)|how (?:do|did) you (?:like|find)|thoughts on|opinions on|reading reviews|reviews (?:of|on|for))\b/,
  },
  {
    name: 'plans',
    label: 'evaluation',
    weight: 2,
    pattern:
      /\b(?:(?:i'm|i am|we're|we are) (?:going to|gonna|about to)|(?:i'll|we'll|i will|planning to|plan to|ready to|want to|have decided to|decided to)) (?:buy|order|book|get|subscribe|purchase|reserve|switch|upgrade|pre-?order)\b/,
  },
  {
    name: 'has just clicked',
    label: 'evaluation',
    weight: 1.3,
    pattern:
      /\b(?:just (?:ordered|pre-?ordered|booked)|pulled the trigger|in my cart|added to cart)\b/,
  },
  {
    name: 'budget or requirement',
    label: 'evaluation',
    weight: 1.7,
    pattern:
      /\b(?:my budget|budget (?:of|is|around)|under [$£€]\s?\d+|(?:about|around) [$£€]\s?\d+|less than [$£€]\s?\d+)/,
  },
  {
    name: 'advises',
    label: 'recommendation',
    weight: 2.5,
    pattern:
      /\b(?:you (?:should|need to|have to|must|gotta|won't regret)|(?:do yourself a favou?r|trust me|y'all need)|(?:highly|definitely|strongly|totally|would|can|i) recommend|must[- ](?:have|buy|try|see|read)|go (?:get|buy|try|see)|check (?:it|them|this|these|him|her) out|give (?:it|them) a (?:try|shot|go))\b/,
  },
  {
    name: 'urges',
    label: 'recommendation',
    weight: 2.2,
    pattern:
      /(?:^|[.!,;:] ?)(?:just )?(?:buy|get|try|book|grab|choose|go with|switch to|pick) (?:it|one|this|these|them|the|a|an|yours)\b(?!.*\?)/,
  },
  {
    name: 'warns off',
    label: 'recommendation',
    weight: 2.8,
    pattern:
      /\b(?:(?:stay|keep) away|steer clear|avoid (?:it|this|these|them|the|at all|like|buying|any|\w+ (?:if|at))|(?:do not|don't|dont|never) (?:buy|bother|waste|order|book|use|get|trust|shop|fly|go)\b(?! to)|save your money|(?:would not|wouldn't|can't|cannot|don't) recommend|buyer beware|run away|beware of|not recommended)/,
  },
  {
    name: 'cautions',
    label: 'recommendation',
    weight: 2,
    pattern:
      /\b(?:make sure (?:you|to)|be careful with|watch out for|i(?:'d| would) (?:go with|get|pick|choose|skip|suggest)|skip (?:it|this|the)|better off (?:with|buying|getting))\b/,
  },
  {
    name: 'bought',
    label: 'satisfaction',
    weight: 1.7,
    pattern:
      /\b(?:i|we|my \w+) (?:just |finally |recently |already )?(?:bought|purchased|got (?:my|mine|a|an|the|this|it)|received|picked up|subscribed|upgraded|switched|own)\b|\bi've (?:had|owned|been using|used|bought)\b/,
  },
  {
    name: 'arrived',
    label: 'satisfaction',
    weight: 2.1,
    pattern:
      /\b(?:(?:finally |just |never |has |have |hasn't |still hasn't )+(?:arrived|came|shipped|delivered|showed up)|arrived|my (?:order|package|parcel|delivery|refund)|(?:was|were) delivered|tracking number)\b/,
  },
  {
    name: 'uses',
    label: 'satisfaction',
    weight: 1.8,
    pattern:
      /\b(?:(?:have been|been|'ve been|i'm|am) (?:using|wearing|driving|playing)|i (?:use|love|hate|like|adore) (?:my|mine|it|this|these|the way)|lov(?:e|ing) my|my new|works? (?:great|well|perfectly|fine|like a charm)|after (?:\w+ ){1,3}of use|so far so good)\b/,
  },
  {
    name: 'broke',
    label: 'satisfaction',
    weight: 2.2,
    pattern:
      /\b(?:stopped working|(?:doesn't|does not|didn't|did not|won't|will not|isn't|is not|not|hasn't) (?:work(?:ing|ed)?|turn on|charge|connect|load|start|open)|broke (?:after|in|on|down|within|again)|keeps? (?:crashing|freezing|dropping|failing|logging|disconnecting)|is broken|defective|fell apart|(?:crash|freez)(?:es|ed|ing)|app is down|site is down)\b/,
  },
  {
    name: 'was there',
    label: 'satisfaction',
    weight: 1.9,
    pattern:
      /\b(?:(?:we|i) (?:stayed|ate|dined|visited|went|flew|had (?:dinner|lunch|breakfast|a (?:great|terrible|wonderful|bad)))|my (?:flight|stay|room|meal|visit|trip)|(?:our|the) (?:waiter|waitress|server|room|hotel staff)|flight (?:was |is |got )?(?:delayed|cancell?ed))\b/,
  },
  {
    name: 'support',
    label: 'satisfaction',
    weight: 2,
    pattern:
      /\b(?:(?:want|need|get|got|give me|for|a|my) (?:a |my )?(?:full )?(?:refund|money back)|refund|return(?:ed|ing) (?:it|them|mine|this|the)|sent (?:it|mine|them) back|customer (?:service|support)|on hold (?:for|with)|support (?:team|ticket|hasn't|never)|how do i (?:reset|cancel|fix|return|change)|warranty claim|can't (?:log ?in|sign in|access))\b/,
  },
  {
    name: 'service',
    label: 'satisfaction',
    weight: 1.6,
    pattern:
      /\b(?:staff|service|food|waiter|delivery|quality|battery|screen|sound|fit|taste|price)\b[^.?!]{0,16}\b(?:was|were|is|are) (?:so |very |really |absolutely |just )?(?:great|good|excellent|amazing|awesome|terrible|awful|bad|poor|horrible|slow|rude|friendly|cold|delicious|fantastic|perfect|disappointing)\b/,
  },
  {
    name: 'again',
    label: 'satisfaction',
    weight: 2,
    pattern:
      /\b(?:will (?:definitely |be )?(?:be back|buy again|order again|return|come back|coming back)|would (?:buy|come|order|stay|go) (?:here |there |it )?again|years? (?:in|later|on)|\d+(?:nd|rd|th) (?:one|pair|time)|(?:second|third) (?:one|pair|time))\b/,
  },
  {
    name: 'leaves',
    label: 'satisfaction',
    weight: 2.4,
    pattern:
      /\b(?:(?:i'm|am|we're) (?:cancel|switch|leav)ing|cancell?ed my|cancelling my|never (?:again|buying|ordering|flying|using|going back|shopping)|last time i|lost (?:a|me as a) customer|done with (?:you|this|them)|switched (?:to|from)|taking my business)\b/,
  },
  {
    name: 'review fragment',
    label: 'satisfaction',
    weight: 1.5,
    pattern:
      /\b(?:\d stars?|five stars|one star|great product|easy to (?:use|install|set ?up|clean|assemble)|well made|as (?:described|advertised)|fits (?:perfectly|great|well)|exceeded my expectations|not what i expected|disappointed (?:with|in|by) (?:the|this|my))\b/,
  },
  {
    name: 'advertises',
    label: 'none',
    weight: 3.4,
    pattern:
      /\b(?:our (?:new|latest|customers|store|sale|shop)|we(?:'re| are) (?:excited|hiring|proud|thrilled|pleased|offering)|shop now|order now|buy now|use code|promo code|giveaway|follow (?:&|and|us)|link in bio|limited time|free shipping|% off|sign up (?:now|today)|click here|dm (?:me|us))\b/,
  },
  {
    name: 'reports',
    label: 'none',
    weight: 2,
    pattern:
      /\b(?:according to|announces|announced|reports|election|president|senate|police|earthquake|breaking:|minister)\b/,
  },
  {
    name: 'greets',
    label: 'none',
    weight: 1,
    pattern:
      /^(?:good (?:morning|night|evening)|happy (?:birthday|new year|friday|monday)|hello|hi)\b/,
  },
]

export const ENGLISH_STANCE_RULES: readonly StanceRule[] = [
  {
    name: 'recommends',
    label: 'for',
    weight: 2,
    pattern:
      /\b(?:(?:highly|definitely|strongly|totally|would|i) recommend(?!ed to me)|must[- ](?:have|buy|try)|you (?:should|need to|have to|gotta|won't regret)(?! not| avoid| stay)|do yourself a favou?r|worth every penny|go (?:get|buy|try))\b/,
  },
  {
    name: 'again',
    label: 'for',
    weight: 1.6,
    pattern:
      /\b(?:would (?:buy|come|order|stay|go) (?:here |there |it )?again|will (?:definitely |be )?(?:be back|buy again|order again|come back))\b/,
  },
  {
    name: 'loves',
    label: 'for',
    weight: 1.5,
    pattern: /(?<!(?:n't|not|never|would) )\b(?:lov(?:e|ing) (?:my|this|these|it)|still love)\b/,
  },
  {
    name: 'warns off',
    label: 'against',
    weight: 2.4,
    pattern:
      /\b(?:(?:stay|keep) away|steer clear|avoid (?:it|this|these|them|the|at all|like)|(?:do not|don't|dont) (?:buy|bother|waste|order|book|use|get|trust)|save your money|(?:would not|wouldn't|can't|cannot|don't) recommend|buyer beware|not recommended)/,
  },
  {
    name: 'never again',
    label: 'against',
    weight: 2.2,
    pattern:
      /\b(?:never (?:again|buying|ordering|flying|using|going back|shopping)|(?:i'm|am) (?:cancel|switch|leav)ing|waste of (?:money|time)|lost a customer|want my money back)\b/,
  },
]

import { type LabelFunction, stanceSign } from './label-function.ts'

/** English signs of being for or against what is spoken of; over folded (lower-case) text. */
export const ENGLISH_STANCE_FUNCTIONS: readonly LabelFunction[] = [
  stanceSign(
    'for',
    'recommends',
    "recommend|can't go wrong|cant go wrong|look no further",
    /(?<!(?:n'?t|not|never|cannot|anyone|anybody|you|someone|does|do|who|which|what|they|to|was|were|doctor|staff) )\b(?:(?:highly|definitely|strongly|totally|thoroughly|wholeheartedly|100%) recommend(?:ed)?(?!.{0,160}\?$)|(?:i|we|i'?d|we'?d|would) recommend(?! me| a cheaper| it to me| (?:avoid|against|stay|not|you avoid))(?![^?]{0,160}\?))|\bcan(?:no|')t (?:recommend[^.?!]{0,30}enough|go wrong)|\blook no further/,
  ),
  stanceSign(
    'for',
    'tells-you-to',
    "you won't regret|you will not regret|do yourself a favour|do yourself a favor|must have|must-have|must try|must-try|must-see|must read|thank me later|worth every|run, don't walk|run don't walk|you need to try|you should try|you have to try|you gotta try|do yourselves|you really|you all",
    /\b(?:(?:you|u) (?:won'?t|will not) regret|do yoursel(?:f|ves) (?:a|the) favou?r(?!.{0,30}(?:avoid|stay away|don'?t|skip))|must-(?:have|try|see|read)|thank me later|worth every (?:penny|cent|pence|rupee|second)|run,? don'?t walk(?! away)|you (?:really |all )?(?:need to|should|have to|gotta) try)\b(?!.{0,160}\?)/,
  ),
  stanceSign(
    'for',
    'comes-again',
    'be back|buy again|order again|stay again|come again|will return|coming back|second one|second pair|third pair|still going strong|never looked back|fly again|book again|again',
    /\b(?:(?:will|we'?ll|i'?ll) (?:definitely |certainly |100% )?(?:be back(?! (?:in|at|on|soon with))|return\b|buy (?:it )?again|order again)|would (?:definitely |happily )?(?:buy|come|order|stay|go|book|fly) (?:it |here |there |with them |from them )?again|on my (?:second|third|fourth) (?:pair|one|bottle)|still going strong|never looked back|keep (?:coming|going) back (?:to|for))\b(?!.{0,160}\?)/,
  ),
  stanceSign(
    'for',
    'loves-it',
    "love my|love mine|love this|love these|loving my|loving mine|still love|obsessed|best purchase|best money|can't fault|cannot fault|game changer|life saver|lifesaver|game-changer",
    /(?<!(?:n'?t|not|never|would|used to|if|i'?d|they|who|to) )\b(?:(?:absolutely |really |genuinely |still |honestly )?(?:love|adore|loving|obsessed with) (?:my (?:new |old |little )?(?!mum|mom|dad|wife|husband|kids?|job|life|dog|cat|friends?|family|sister|brother|son|daughter|team|results)\w+|mine\b|this (?:app|place|game|product|bag|phone|book|hotel|shop|brand|jacket|show|bike|restaurant|cafe)|these (?:shoes|jeans|boots|headphones|earbuds|trainers))|best (?:purchase|money) (?:i|we|ever|i'?ve)|(?:can'?t|cannot) fault|(?:total |absolute |real |such a |complete |a )?(?:game[- ]?changer|life[- ]?saver))(?!.{0,160}\?)/,
  ),
  stanceSign(
    'for',
    'defends-it',
    "underrated|don't get the hate|dont get the hate|unpopular opinion|people sleep on|sleeping on|not as bad|deserves better|deserves more|not bad|undeserved|hate for",
    /\b(?:(?:criminally|so|most|very|seriously|massively) underrated|don'?t (?:get|understand) (?:all )?the hate|(?:people|y'?all|everyone) (?:really |are |is )?sleep(?:ing)? on|not (?:nearly |half )?as bad as|deserves (?:better|more|all)|not bad at all)\b(?!.{0,160}\?)/,
  ),
  stanceSign(
    'against',
    'warns-off',
    "stay away|keep away|steer clear|stay clear|avoid|don't buy|dont buy|do not buy|don't bother|do not bother|dont bother|don't waste|do not waste|dont waste|don't book|do not book|don't order|do not order|save your money|wouldn't recommend|would not recommend|can't recommend|cannot recommend|don't recommend|do not recommend|not recommended|buyer beware|wouldn't touch|never buy|hard pass|steer well|stay well|keep well|never order",
    /\b(?:stay|keep|steer) (?:well |far |the hell )?(?:away(?: from)?|clear)\b|(?<!(?:to|can|could|i|we|help|do you) )\bavoid(?:,|\.|!|$| (?:it|this|these|them|the|at all|like|buying))|(?<!\bi )\b(?:do not|don'?t|never)(?: ever| even)? (?:buy|bother|waste (?:your|ur)|order (?:from|the|any|it)|book (?:with|through|the))\b(?! (?:me|you|myself|them to))|\bsave (?:your|ur) money\b|\b(?:would not|wouldn'?t|can'?t|cannot|don'?t|do not) (?:really |honestly )?recommend(?!.{0,160}(?:enough|highly))|\bnot recommended\b|\bbuyer beware\b|\bwouldn'?t touch\b|\bhard pass\b/,
  ),
  stanceSign(
    'against',
    'never-again',
    "never again|never buying|never ordering|never flying|never using|never going back|never shopping|never booking|last time|won't be back|wont be back|never order|never fly|never use|never book|never shop",
    /\bnever again(?:[.!]|$| will i| with| @)|\bnever (?:buying|ordering|flying|using|going back to|shopping|booking|staying) (?:\w+ ){0,5}?(?:again|from|with|here|there|at|anything|another)|\b(?:will|i'?ll) never (?:ever )?(?:order|fly|shop|buy|use|return|book|stay|eat)\b|\b(?:that'?s|was|is) the last time (?:i|we)\b|\bwon'?t be (?:back|returning)\b(?!.{0,160}until)/,
  ),
  stanceSign(
    'against',
    'regrets',
    "waste of|regret|wish i hadn't|wish i hadnt|wish i had not|want my money back|biggest mistake|worst purchase|worst money|should have listened|should've listened",
    /\b(?:(?:complete |total |absolute |what a |such a )?waste of (?:money|time|£|\$)|(?<!n'?t |not |never |no )(?:really |already |so |instantly |deeply )?regret(?:ting|ted)? (?:buying|getting|booking|ordering|switching|upgrading|my|this|it|every)|(?<!no |n't |not |never )\bregrets? (?:it|this)|wish i had(?:n'?t| not|n'?t ever) (?:bought|booked|ordered|switched|upgraded|bothered)|(?:want|give me) my money back|biggest mistake|worst (?:purchase|money)|should(?:'?ve| have) listened to the reviews)\b(?!.{0,160}(?:no regrets|not regret|never regret|won'?t regret))/,
  ),
  stanceSign(
    'against',
    'gives-it-up',
    'cancelling|canceling|cancelled my|canceled my|sent it back|sent them back|sent back|returned it|returned them|returning it|returning them|uninstall|deleted the app|ditched|closed my account|closing my account|unsubscrib',
    /\b(?:(?:i'?m|am|we'?re|just|finally) cancell?ing|cancell?ed my (?:subscription|membership|account|contract|plan|policy|\w+ subscription)|(?:sent|sending) (?:it|them|mine|both) back|(?:returned|returning) (?:it|them|mine)\b|uninstall(?:ed|ing)|(?:deleted|deleting) the app|clos(?:ed|ing) my account|unsubscrib(?:ed|ing))\b(?!.{0,160}(?:re-?subscribed|came back))/,
  ),
  stanceSign(
    'against',
    'scorns-it',
    "overrated|overhyped|not worth|rip off|rip-off|ripoff|overpriced|scam|disappointed|disappointing|garbage|junk|don't believe the hype|daylight robbery|let down|is a con|are a con",
    /\b(?:(?:so|is|was|are|totally|massively|way|most) (?:overrated|over-?hyped|over-?priced)(?! for you)|(?:was|is|were|are|really|so|definitely|just) ?not worth (?:it|the (?:money|price|hype|wait))|rip[- ]?off|(?:is|are|what|such|total|absolute|complete) a (?:total |complete )?(?:scam|con)\b|(?:so|very|really|extremely|deeply|bitterly) disappoint(?:ed|ing)|(?:absolute|total|utter|complete|pure) (?:garbage|junk|rubbish|trash|crap)|daylight robbery|don'?t believe the hype)\b(?!.{0,160}\?)/,
  ),
]

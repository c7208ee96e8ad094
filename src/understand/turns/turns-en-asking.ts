import { type Turn, turn } from './turn.ts'

const BALKS = {
  question: -3,
  recommendation_sought: -1,
  'sentiment:negative': 1.5,
  complaint: 1,
} as const

/** Questions that ask nobody, and wishes that are none or are told otherwise. */
export const ENGLISH_ASKING: readonly Turn[] = [
  turn(
    'asks-nobody',
    { question: -3, recommendation_sought: -1 },
    'not to like|not to love|who puts|who thought|on earth|right mind|who asked|who designs|who designed|who decided|who came up with|do you even|are you kidding|are you serious|are you joking|why do i|so hard|who knew|can you believe|how hard',
    /\bwhat's not to (?:like|love)|\bwho (?:puts|thought (?:this|that|it)|in their right mind|asked for|design(?:s|ed)|decided|came up with)\b(?! (?:on |to go )|[^?]* and (?:how|where|what|can)\b)|\bdo you even (?:test|read|listen|care|check|train|look)|\bare you (?:kidding|serious|joking)\b|\bwhy do i (?:do this|bother|even|always|keep)|\bhow (?:hard|difficult) (?:can|could) it be|\bis it (?:really )?(?:that|so) hard\b|\bwho knew\b|\bcan you believe/,
  ),
  turn(
    'balks-at-a-price',
    BALKS,
    ' for a| for one| for two| for half| for that| for this| for an',
    /^(?:seriously|really|honestly|wait|excuse me|um+|wow|what|sorry|hang on|lol|erm?)[,!?.…]* (?:like )?(?:[£€$]\s?\d[\d.,]*|(?:\d[\d.,]*|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty) ?(?:quid|euros?|pounds?|dollars?|bucks|£|€|\$|k)) (?:just |now )?for (?:an?|one|two|half|that|this|some) [^?!.]+\?+$/,
  ),
  turn(
    'asks-whether-ever',
    { ...BALKS, 'sentiment:negative': 2, question: -1.5 },
    ' ever ',
    /^(?:@\w+ )*(?:is|are|does|do|will|can) (?:the|this|your|that|these|you|anyone at|anybody at)\b[^?.!]{1,40}\bever (?:up|open|working|works?|on time|available|online|clean|answer|pick up|reply|arrive|gonna|going to|get|run|fix)\b[^?.!]{0,30}\?+$/,
  ),
  turn(
    'asks-what-kind-of-company',
    { question: -3.5, recommendation_sought: -1, 'sentiment:negative': 1 },
    'what kind of|what sort of|what type of',
    /\bwhat (?:kind|sort|type) of (?:an? )?(?!.*\b(?:you|your|would|should|is (?:it|this|that|best|the)|are (?:the|these|those|they|best)|do i|can i|i need|do people)\b)(?:\w+ )?\w+ (?:closes|shuts|charges|makes|puts|sells|has|thinks|takes|needs|runs|treats|does|lets|tells|sends|leaves|opens|hides|still|can't|won't|doesn't|isn't|cannot|forgets|designs|builds|asks|serves|only|would|even)\b/,
  ),
  turn(
    'begs-for-it',
    { feature: 2.5 },
    'begging you|begging for|begging them|begging the|i beg you|pleading with',
    /^(?:i'm |i am |literally |seriously |genuinely |actually )*(?:begging (?:you|u|them|the \w+)(?: \w+)? (?:for|to (?:add|bring|make|give|let|fix|support|sell|stock|release))\b|i beg (?:you|of you)\b|pleading with (?:you|them))/,
  ),
  turn(
    'needs-no-such-thing',
    { feature: -3 },
    "don't need|doesn't need|didn't need|don't want|doesn't want|nobody needs|no need",
    /\b(?:don't|doesn't|didn't|nobody) (?:really |even )?(?:needs?|wants?) (?:a|an|any|another|your)\b|\bno need (?:for|to add)\b/,
  ),
  turn(
    'has-it-but-badly',
    { feature: -3 },
    'unreadable|unusable|useless|broken|all over the place|a joke|is a mess|too dark|too bright',
    /^(?:@\w+ )?(?:the |your |this |new )*(?:dark|night|light|reader|offline|quiet|eco|guest) mode (?:is|looks|feels)(?: \w+)? (?:unreadable|unusable|useless|broken|all over the place|a joke|a mess|too (?:dark|bright|slow))\b(?![\s\S]*\b(?:please|add|should|wish|could|need)\b)/,
  ),
]

import { type Turn, turn } from './turn.ts'

const LEAVES = { churn: 2.5, 'stance:against': 0.5 } as const
const STAYS = { churn: -3 } as const

/** Who leaves, who stays, and what else is left, switched or cancelled. */
export const ENGLISH_LEAVING: readonly Turn[] = [
  turn(
    'glad-to-have-stayed',
    STAYS,
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
    'stays',
    STAYS,
    "i always stay|i stayed|i'll stay|i renewed|pay it|here's to|never leaving|not leaving|never switching|not switching|never cancel|not cancel|not going anywhere|staying put|glad i",
    /\bbut i (?:always |still )?(?:stay|stayed|renewed)\b|\bi(?:'ll| will) (?:still )?(?:pay it|stay)\b|\bhere's to (?:\w+ )?(?:more|many|another)|\b(?:never|not) (?:leaving|switching|cancel+ing)\b(?! in)|\bnot going anywhere\b|\bstaying put\b|\bglad i (?:stayed|didn't (?:cancel|leave|switch|quit))/,
  ),
  turn(
    'they-cancelled',
    STAYS,
    'cancel',
    /\b(?:class|flight|train|bus|ferry|event|gig|show|meeting|concert|appointment|session|match|lesson|tour)e?s? (?:was|is|got|has been|been|were|are|just|now) ?(?:just |been |now |got )?cancel+ed|\bcancel+ed (?:today's|tonight's|tomorrow's|the|our) (?:class|flight|train|event|gig|show|meeting|concert|appointment|session|match|lesson|tour)|\b(?:class|flight|train|gig|show|concert|match) cancel+ed\b/,
  ),
  turn(
    'did-it-this-time',
    { ...LEAVES, churn: 4 },
    'did',
    /\b(?:leav\w+|quit\w*|cancel\w*|switch\w*|mov(?:e|ing) (?:on|away)|clos(?:e|ing) (?:my|the|our) account)\b[\s\S]*\b(?:this (?:time|year|month|week)|today|finally|yesterday|last (?:week|month|night)) (?:i|we) (?:actually |finally |really |just )?did\b|\b(?:leav\w+|quit\w*|cancel\w*|switch\w*)\b[\s\S]*\b(?:i|we) (?:finally|actually) did\b/,
  ),
  turn(
    'no-next-time',
    { ...LEAVES, churn: 4, 'sentiment:negative': 1 },
    'next time|second time|another time|second visit|next visit|next order|second chance',
    /\b(?:won't|will not|wont|isn't going to|not going to) be (?:a|any|another) (?:next|second|third|other|repeat)? ?(?:time|visit|order|stay|booking|chance)\b|\bno (?:next time|second visit|next visit|second chance|next order)\b/,
  ),
  turn(
    'moved-from-one-to-another',
    LEAVES,
    'moved from|moving from|switched from|switching from|changed from|changing from|gone from|migrated from|moved over from|ported from|moved away from',
    /\b(?:moved|moving|migrated|ported|transferred)(?: (?:over|away|everything|us|all \w+|my \w+|our \w+))* from [^.!?,]{2,30} to (?:an?|another|the) (?:\w+ ){0,3}(?:app|bank|messenger|provider|network|company|gym|supplier|service|insurer|shop|brand|carrier|plan|platform|host|supermarket|garage|dentist|one|lot|credit union|competitor|tool|client|browser)\b/,
  ),
  turn(
    'switches-something-off',
    { ...STAYS, 'stage:none': 0.5 },
    'switch|leav|quit|drop',
    /\bswitch(?:ing|ed)? (?:off |on )?(?:my |the |our |all |your )(?:phones?|laptop|computer|tv|telly|notifications|lights?|heating|alarms?|oven|brain|router|screens?)(?: off| on)?\b(?! (?:contract|plan|provider|deal|tariff|supplier|model)s?\b)|\bswitch(?:ing|ed)? off (?:completely|for (?:a|the))\b|\bhad enough of (?:screens|winter|summer|this weather|the rain|snow|people|news|the news|mondays|adulting|cooking)\b/,
  ),
  turn(
    'never-again-myself',
    { ...STAYS, 'stance:against': -1 },
    'never again will i|never again am i|never again forget|never again leaving|never forgetting',
    /\bnever again (?:will|am|do|shall) i (?:\w+ )?(?:forg\w+|los(?:e|ing)|leav(?:e|ing) (?:my|the|home|it)|skip\w*|doubt\w*|complain\w*|underestimat\w*|oversle\w+|drink\w*|stay\w* up|stay out|miss\w*|assum\w*|laugh\w*|volunteer\w*|say|say(?:ing)? (?:yes|no)|run\w*|eat so|mix\w*|do (?:that|this) to|lend\w*|wash\w*|iron\w*|try to (?:\w+ ){0,2}(?:myself|alone))\b/,
  ),
  turn(
    'gives-another-chance',
    { churn: -2 },
    'asked for a|asking for a|waiting for a replacement|waiting for the replacement|another chance|one more chance|another go|try again',
    /\b(?:asked|asking|ask) (?:them )?for (?:an?|another|the) (?:new (?:one|pair|set)|replacement|second|third|fourth|fifth|exchange|working one)\b|\bgiv(?:e|ing) (?:it|them|you) another (?:chance|go|try)\b|\bwaiting for (?:a|the|my) replacement\b/,
  ),
  turn(
    'takes-it-along',
    { churn: -2.5 },
    'taking my|taking our|take my|take our|keeping my|keeping our|kept my',
    /\btak(?:e|ing) (?:my|our) [^.!?]{2,40} (?:along|with (?:me|us))\b|\b(?:keeping|kept) (?:my|our) (?:\w+ ){0,2}(?:contract|plan|account|subscription|membership|number|policy)\b/,
  ),
]

import { endsAngry, endsGlad, endsInTears } from './shared-turns.ts'
import { type Turn, turn } from './turn.ts'
import { ENGLISH_ADVICE } from './turns-en-advice.ts'
import { ENGLISH_ASKING } from './turns-en-asking.ts'
import { ENGLISH_BUYING } from './turns-en-buying.ts'
import { ENGLISH_IRONY } from './turns-en-irony.ts'
import { ENGLISH_LEAVING } from './turns-en-leaving.ts'
import { ENGLISH_PRAISE } from './turns-en-praise.ts'
import { ENGLISH_REPORTS } from './turns-en-reports.ts'
import { ENGLISH_REVERSALS } from './turns-en-reversal.ts'
import { ENGLISH_VOICES } from './turns-en-voices.ts'

/** Turns of English posts. */
export const ENGLISH_TURNS: readonly Turn[] = [
  ...ENGLISH_IRONY,
  ...ENGLISH_REVERSALS,
  ...ENGLISH_PRAISE,
  ...ENGLISH_BUYING,
  ...ENGLISH_LEAVING,
  ...ENGLISH_ADVICE,
  ...ENGLISH_VOICES,
  ...ENGLISH_ASKING,
  ...ENGLISH_REPORTS,
  turn(
    'promises-money',
    { spam: 2 },
    'dm her|dm him|dm me|message her|message him|whatsapp|inbox her|doubled my|tripled my|trader',
    /\b(?:doubled|tripled) my (?:savings|money|investment)s?[\s\S]*(?:\b(?:dm|message|whatsapp|inbox|contact|trader)\b|@)|\b(?:dm|message|inbox) (?:her|him|@\w+) (?:now|today|on)\b/,
  ),
  endsGlad(60),
  endsAngry(80),
  endsInTears('😭|😢|😞|😔|☹|🥲', /^[\s\S]{0,60}(?:😭|😢|😞|😔|☹️?|🥲)$/u),
]

import type { Tones } from './phrasebook.ts'
import type { Question } from './text-request.ts'

/** Questions that recur, in English: whole posts with the product's name. */
export const QUESTIONS_EN: Readonly<Record<Question, Tones>> = {
  'dishwasher-safe': {
    polite: `
Is {P} dishwasher safe? The description only mentions washing by hand.
Could owners of {P} tell me which of its parts can go in the dishwasher?
I wash everything by machine. Would {P} survive the dishwasher?
Does anybody know whether the dishwasher harms {P}?
`,
    casual: `
Can you put {P} in the dishwasher?
Has anyone actually run {P} through the dishwasher? Did it melt?
If {P} is dishwasher safe I'm buying it tonight. Is it?
Top rack of the dishwasher okay for {P}?
`,
    dialect: `
Can you bung {P} in the dishwasher or not?
Anyone chucked {P} in the dishwasher and lived to tell?
Does {P} go in the dishwasher? I'm not standing at a sink.
`,
    slang: `
can {P} go in the dishwasher or will it die
dishwasher safe y/n? asking about {P} before i ruin one
`,
    terse: `
{P}: dishwasher safe?
{P} in the dishwasher?
Dishwasher okay for {P}?
`,
  },
  'smells-new': {
    polite: `
Does {P} have a smell when it's new? I'm rather sensitive to that.
How many uses does it take until the new smell of {P} goes away?
I've read that {P} smells of plastic at first. Is that so?
Did you notice any odour when you first opened {P}?
`,
    casual: `
Does {P} smell of plastic out of the box?
How long till that new smell on {P} goes away?
Anyone else's nose fussy? Does {P} smell weird at first?
Is there a chemical smell with {P} or am I being paranoid?
`,
    dialect: `
Does {P} pong when it's new?
How long before {P} stops smelling of plastic?
Has {P} got a whiff to it out the box?
`,
    slang: `
does {P} stink when it's new, be honest
is the plastic smell on {P} real or are people dramatic
`,
    terse: `
{P}: any plastic smell?
Does {P} smell at first?
New smell on {P}, how long?
`,
  },
  'gift-wrapped': {
    polite: `
Can {P} be ordered gift-wrapped? It would be a wedding present.
Does anyone know a shop that wraps {P} as a gift?
If I order {P} from their site, may I add a gift message and wrapping?
I'd like to send {P} as a present. Do they offer wrapping?
`,
    casual: `
Do they do gift wrap for {P}?
Getting {P} for a friend's birthday. Can you have it wrapped when you order?
Anyone ordered {P} as a gift? Did it come wrapped?
Where can I get {P} gift-wrapped, I'm hopeless with paper.
`,
    dialect: `
Will they wrap {P} for us if it's a present?
Getting me sister {P}. Do they do gift wrapping?
Anywhere that'll wrap {P} up nice for a gift?
`,
    slang: `
can you get {P} gift wrapped, my wrapping looks like a crime scene
does {P} come gift wrapped or is it a naked box situation
`,
    terse: `
{P}: gift wrap?
Gift wrapping available for {P}?
{P} as a present. Wrapped?
`,
  },
  'child-safe': {
    polite: `
Is {P} safe in a house with small children?
Does {P} have a child lock of any kind?
My little nephew touches everything. Could he hurt himself on {P}?
Would you leave {P} within reach of a child?
`,
    casual: `
Is {P} safe with a little one around?
Does {P} have a child lock? My niece presses everything.
Anyone using {P} with small children in the house? Is it safe?
Could a one-year-old hurt herself on {P}?
`,
    dialect: `
Is {P} safe with bairns about?
Has {P} got a child lock? The grandbairn's into everything.
Would {P} be all right with little ones running round, safety wise?
`,
    slang: `
is {P} childproof or will my nephew win
does {P} have a child lock, a tiny menace visits sundays
`,
    terse: `
{P}: child lock?
{P} safe around small children?
Is {P} childproof?
`,
  },
}

import type { Phrasebook } from './phrasebook.ts'

/** What may come first in an English post of complaint, distress, indifference or reply. */
export const OPENERS_EN_2 = {
  sour: {
    polite: `
A grumble, I'm afraid.
I don't like writing such things.
I'll be plain.
Disappointing news.
I'm not angry, only sad.
Let me say this once.
I sighed aloud.
One person's experience.
I'm writing this to calm down.
`,
    casual: `
Rant.
Ugh.
Okay, I'm saying it.
Mood ruined.
I've been patient.
Quietly fuming.
Bit let down today.
Writing this so I can forget it.
Great start to the day.
`,
    dialect: `
Moan incoming.
I've had it up to here.
I'm not one to moan, but.
Honest to God.
Oh, for crying out loud.
Fuming.
`,
    slang: `
bad news.
big sigh.
i can't anymore.
is the support group in here.
ok one thing.
`,
    terse: `
Bad news.
Sigh.
Pity.
Grumble.
`,
    wordy: `
This isn't cheerful reading, but I'd like it to be on record.
I slept on it, and I still want to write this.
I'll try to be fair.
`,
  },
  help: {
    polite: `
I'm in difficulties.
Could somebody advise me?
Help, please.
I'm at a loss.
I'm not good with machines.
A search turned up nothing.
`,
    casual: `
Help.
I'm stuck.
Long shot, but.
Google's no use.
Bit of an emergency.
Close to tears.
`,
    dialect: `
Help us out.
I'm stuck, me.
Anyone clever about?
Tried looking it up, no joy.
`,
    slang: `
sos.
help.
i'm cooked.
urgent.
`,
    terse: `
Stuck.
Urgent.
Advice wanted.
`,
    wordy: `
I'm embarrassed to say that I can't solve this alone.
I'll describe it in order, so that you can tell me where I went wrong.
`,
  },
  flat: {
    polite: `
My impressions, such as they are.
I've been asked, so here it is.
Don't expect excitement.
For completeness.
`,
    casual: `
Review time.
People asked, so.
Lukewarm take.
For the record.
Honest answer.
`,
    dialect: `
Honest opinion.
You asked, so.
For what it's worth.
`,
    slang: `
review.
honest review.
zero energy take.
`,
    terse: `
Review.
Verdict.
`,
    wordy: `
If you were hoping for enthusiasm, I must disappoint you.
It's hardly worth writing down, but I'd forget it otherwise.
`,
  },
  answer: {
    polite: `
If I may.
Only our experience.
Sorry for the late reply.
One opinion.
`,
    casual: `
Jumping in.
If it helps.
Just passing by.
Speaking from experience.
`,
    dialect: `
Not to butt in.
For what it's worth.
Only my opinion.
`,
    slang: `
hi, uninvited opinion.
i was summoned.
`,
    terse: `
Hi.
If it helps.
`,
    wordy: `
You sounded rather stuck, so I hope you won't mind me putting in a word.
Last year we puzzled over precisely the same point.
`,
  },
} satisfies Partial<Phrasebook['openers']>

import type { Phrasebook } from './phrasebook.ts'

/** What may come first in an English post, by the mood of what follows. */
export const OPENERS_EN_1 = {
  daily: {
    polite: `
Good morning.
Good evening, all.
A small thing from today.
Just talking to myself.
For the record.
Home at last.
I've finally sat down.
Written at the window.
Hardly news.
While I wait for the bus.
A brief report.
It's one of those days.
`,
    casual: `
Morning.
Random thought.
Okay so.
Home.
Nothing important.
Highlight of my day.
From the train.
Just out of the shower.
Quick one.
Typing this from bed.
Update.
So.
`,
    dialect: `
Morning all.
Now then.
Right.
Listen to this.
Daft thing, but.
Just got in.
Just sat down.
Evening.
`,
    slang: `
hi.
proof of life.
nobody asked but.
breaking news.
good news.
thinking out loud.
update nobody needed.
`,
    terse: `
Note.
Morning.
Evening.
Home.
Break.
On the move.
`,
    wordy: `
This will be a little long, I'm afraid.
No point to this one, only something I noticed.
I've made a pot of tea and will write until it's cold.
I began this yesterday and fell asleep over it.
There's no moral to what follows.
`,
  },
  noticing: {
    polite: `
I'm rather behind the times.
Something from my walk home.
Today's discovery.
A stray thought.
It has been at the back of my mind since yesterday.
Over tea.
I may be the last to hear of this.
`,
    casual: `
Random thought.
Oh, by the way.
Late to this, obviously.
Discovery of the day.
So.
Huh.
On my way home.
`,
    dialect: `
Been meaning to say.
I'm always last to hear.
Funny thing.
Now then.
`,
    slang: `
late to the party but.
living under a rock check.
hm.
random.
`,
    terse: `
Hm.
New.
Late to this.
By the way.
`,
    wordy: `
I try to stay away from anything that everyone is talking about.
It's odd where these things come from.
`,
  },
  curious: {
    polite: `
A question, if I may.
Something I've been wondering.
I'm rather behind the times.
There's no hurry about this.
For those who know about such things.
I don't usually dither.
I've been reading up in my lunch hour.
Asking here, since somebody always knows.
`,
    casual: `
Quick question.
Someone help me out.
Been thinking about this all day.
Researching, send snacks.
Okay, experts.
One thing before I sleep.
This has been bugging me.
Need your brains.
Hey.
`,
    dialect: `
Now then, question.
Can I ask summat?
It's been bugging me, has this.
Anyone know?
Daft question, maybe.
Help us out here.
`,
    slang: `
question.
help me timeline.
ok experts.
random but.
late night thought.
`,
    terse: `
Question.
Hm.
Looking into it.
Advice?
No rush.
`,
    wordy: `
It's a small matter, and I've thought of little else for days.
Please read this as the monologue of an indecisive person.
A long question, for when you have a moment.
`,
  },
  eager: {
    polite: `
It's decided.
An announcement of no importance.
I'm putting this in writing.
The largest purchase of my month.
Thank you for all the advice.
A present to myself.
I'm a little giddy.
I've circled the date.
`,
    casual: `
Big day.
Don't try to stop me.
Update.
Okay.
Treat yourself, they said.
Did the sums. We're good.
Adult purchase incoming.
It's happening.
`,
    dialect: `
That's it, I've decided.
No stopping me.
Sod it.
Treating meself.
In for a penny.
`,
    slang: `
well i did it.
achievement unlocked.
don't look at me.
self control left the chat.
manifesting worked.
`,
    terse: `
Decided.
Right.
Finally.
News.
`,
    wordy: `
You've all been very patient with me, so you deserve to hear it first.
I'm the sort of person who taps a bridge until it cracks, but this time I crossed it.
`,
  },
  glad: {
    polite: `
Nobody is paying me to say this.
I don't praise things lightly.
Allow me a small boast.
A little domestic happiness.
I had to tell somebody.
Good news from the kitchen.
I'll be brief.
I'll say it as often as I have to.
`,
    casual: `
Not an ad, promise.
Nobody asked, but.
I'll say it again.
Good thing of the day.
Happy post.
Best find of the year.
Can't keep quiet about this.
Just want to say.
`,
    dialect: `
I'll say this once.
Not being funny, but.
Can I have a little brag?
Nobody's paying me for this.
It's the little things.
`,
    slang: `
good news only.
not sponsored i wish.
need everyone to hear this.
talking fast.
public service announcement.
`,
    terse: `
Good news.
One word.
Found it.
Honestly.
`,
    wordy: `
I mostly grumble on here, so let me for once be cheerful.
I don't think I've ever written this many words about an object.
Nobody has asked me for this, and I'm writing it anyway.
`,
  },
} satisfies Partial<Phrasebook['openers']>

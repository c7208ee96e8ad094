import type { Phrasebook } from './phrasebook.ts'

/** What may come last in an English post, by the mood of what stands before. */
export const CODAS_EN: Phrasebook['codas'] = {
  daily: {
    polite: `
Back to it.
An early night tomorrow.
That's all.
I hope you're having a good day.
There are days like that.
More another time.
I only wanted to tell somebody.
Now I'd like something sweet.
I'll sit a little longer.
Tomorrow can look after itself.
I feel I've got away with something.
`,
    casual: `
That's it, that's the post.
Anyway.
Back to work.
I'm hungry.
Need a biscuit.
Oh well.
Peace at last.
Tomorrow I'll be better. Sure.
No point to this story.
Sitting down now.
What a life.
`,
    dialect: `
Anyway, that's me.
There we are.
Mustn't grumble.
I'm famished.
No moral to it.
I'm off to me bed.
Onwards and upwards.
Could be worse.
`,
    slang: `
anyway
no notes
no lessons were learned
send help or snacks
goodnight
that's the tweet
character development pending
`,
    terse: `
That's all.
Bed.
Hungry.
Good.
Peaceful.
Tomorrow, then.
`,
    wordy: `
If you've read as far as this, thank you, and I'm sorry that there's no ending.
I couldn't tell you what it means, only that it was that kind of day.
I'd have forgotten it by tomorrow, so here it is.
And now I really must do the dishes.
`,
  },
  noticing: {
    polite: `
I shall look into it one of these days.
I've written the name in my diary.
I know nothing else about it yet.
If it's meant to be, we'll meet again.
How the world moves on.
It will stay in my head for a while.
`,
    casual: `
Will look it up later.
Remembering the name, that's all.
Know nothing about it yet.
This is how it starts, isn't it.
Not googling it before bed. I know myself.
`,
    dialect: `
Might have a look at some point.
I'll remember the name, any road.
Haven't a clue, mind.
Makes you curious.
`,
    slang: `
not googling it. googling it
i can see the rabbit hole from here
still time to turn back
curious tho
`,
    terse: `
Will look.
Curious.
Remember it.
Some day.
`,
    wordy: `
Whether I'd ever buy one is another matter, but I should like to know what it is.
I believe in following up that kind of accident, so I may look into it on Sunday.
I haven't read a word about it and already feel as if I half knew it.
`,
  },
  curious: {
    polite: `
I can wait.
I'll read a little more.
What do the rest of you do?
Forgive me if it's a foolish question.
I can't get it out of my head.
At home they say, here we go again.
`,
    casual: `
Losing sleep over this.
Tell me, I'll be grateful.
Someone think with me.
Dinner first, then research.
Can't focus on anything else.
Looking things up late is never wise.
`,
    dialect: `
Any help's appreciated.
It's doing me head in.
Somebody tell us.
I'll look into it tomorrow.
`,
    slang: `
tell me
can't sleep because of this (i can)
info pls
counting on you
`,
    terse: `
Info welcome.
Curious.
Thinking.
`,
    wordy: `
Even while writing this I've changed my mind twice, which tells you what I'm like to live with.
Perhaps the wondering is half the fun of buying anything.
However small the detail, I'd be glad to hear it.
`,
  },
  eager: {
    polite: `
I can hardly wait.
There's no going back.
The waiting is part of the pleasure.
The family doesn't know yet.
I'm counting the days.
`,
    casual: `
So excited.
Zero regrets. Probably.
Toast for dinner till then.
Somebody say well done.
Don't tell anyone at home.
Can't sit still.
`,
    dialect: `
Can't wait, me.
Beans on toast till payday.
Giddy as a kid.
Don't tell them at home.
`,
    slang: `
so hyped
noodles until further notice
my wallet said nothing. suspicious
shaking rn
`,
    terse: `
Excited.
Waiting.
Saving starts now.
`,
    wordy: `
Now that it's settled I can't think what all the agonising was for.
I'm trying not to think of it too often, in case I wear it out before it comes.
`,
  },
  glad: {
    polite: `
I only wish I'd known sooner.
I'll take good care of it.
I'm grateful to whoever made it.
It's a small thing, and it makes a large difference.
It has earned its place.
You may ignore me, of course.
`,
    casual: `
Wish I'd known sooner.
Whoever made it, thank you.
Not giving it back.
I could go on but I'll stop.
Really.
It grows on you.
Even the family's convinced.
`,
    dialect: `
Wish I'd known years back.
Whoever made it deserves a pint.
It's not leaving this house.
Honest.
I could talk about it all day.
`,
    slang: `
ride or die
take my money again
no words left
can't go back
thank you universe
`,
    terse: `
Content.
Thanks.
Keeping it.
Truly.
`,
    wordy: `
It's only a tool, I know, and at my age I've found out how much a tool can matter.
If this improves a single person's morning, it was worth the typing.
I've had another cup while writing this, which rather proves the point.
`,
  },
  sour: {
    polite: `
I had hoped for better.
An expensive lesson.
I hope that it spares somebody the trouble.
I don't intend to wait any longer.
I'll console myself with a biscuit.
Is it only me?
Next time I'll read more beforehand.
`,
    casual: `
Lesson learned, I guess.
I'm tired.
Just me?
Too tired to be angry.
Was really looking forward to it too.
Now to find the receipt.
Going to sulk.
`,
    dialect: `
You live and learn.
I'm worn out with it.
Is it just me?
Can't even be bothered being cross.
I'm off for a sulk.
`,
    slang: `
make it make sense
what did i do to deserve this
refund my soul
sulking
just me?
`,
    terse: `
Pity.
Tired of it.
Lesson learned.
Sulking.
`,
    wordy: `
Writing it down has calmed me a little, though nothing has changed.
I'm sure that the makers have their reasons, but those of us at the other end have lives too.
I'm sorry to say, if you've read this far, that it isn't resolved.
`,
  },
  help: {
    polite: `
Thank you in advance.
I'd like to use it tomorrow.
I can send photos.
I've read the manual three times.
Anything would help.
`,
    casual: `
Please and thank you.
I kind of need it tomorrow.
Can send a pic.
Yes I read the manual. Twice.
Any tips at all.
`,
    dialect: `
Ta in advance.
Could do with it for tomorrow.
I've read the book, honest.
Owt you've got.
`,
    slang: `
pls
i beg
yes i read the manual (no)
need it to live
`,
    terse: `
Please.
Soon, ideally.
Photo available.
`,
    wordy: `
I walked round the telephone for half an hour and then came here instead.
Somebody must have stumbled over this before me, and I'll wait for them.
`,
  },
  flat: {
    polite: `
So it goes.
No more and no less.
If I change my mind I'll say so.
I do use it every day.
That's probably of no help.
`,
    casual: `
So, yeah.
That's about it.
Will report back if I feel something.
I do use it, to be fair.
Moving on.
`,
    dialect: `
So there you go.
It gets used, mind.
I'll let you know if I change me mind.
`,
    slang: `
the end
so yeah
whatever
review over
`,
    terse: `
That's it.
Fair enough.
Undecided.
`,
    wordy: `
I wish I had something cleverer to say, but that's the truth of it.
Ask me again in a year and I may have a view.
`,
  },
  answer: {
    polite: `
I hope that helps.
I hope you find what suits you.
Do ask if there's anything else.
It's only one case, of course.
`,
    casual: `
Hope that helps.
Good luck.
Ask me anything.
Let us know what you pick.
`,
    dialect: `
Hope that helps.
Give us a shout if you want to know owt else.
Let us know how you get on.
`,
    slang: `
good luck soldier
ask me anything
report back
`,
    terse: `
Hope that helps.
Good luck.
`,
    wordy: `
Forgive the length. I hope that you find the right one.
Whatever you decide, do tell us, because I'm now quite invested.
`,
  },
}

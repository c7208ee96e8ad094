import type { Phrasebook } from './phrasebook.ts'

/** Answers in English that decide nothing, by what they answer. */
export const REACTIONS_TO_EN: Phrasebook['reactionsTo'] = {
  wondering: {
    first: {
      polite: `
It's hard to choose, isn't it?
I know that stage well.
Once one starts reading there's no end to it.
That's a fair question.
I hope it turns out well.
I got stuck at the same point.
A difficult one.
`,
      casual: `
Ooh, tough one.
The wondering is the best part.
You'll be reading until two in the morning.
No idea, but good question.
I'd be stuck too.
This is me with everything.
Fingers crossed.
`,
      dialect: `
That's a tough 'un.
I'd be dithering and all.
You'll be at it all night, you.
Good question, that.
Haven't a clue, love.
`,
      slang: `
the rabbit hole claims another
choice paralysis gang
no clue but invested
decisions are a scam
`,
      terse: `
Tough one.
Hard to say.
Good question.
Good luck.
No idea.
`,
      wordy: `
My father used to say that the wondering is the best part of having.
I've caught myself frowning at the screen along with you.
I feel for you so much that I don't dare to say anything rash.
`,
    },
    next: {
      polite: `
Do tell us how it ends.
There's no hurry, after all.
I hope that somebody knowledgeable turns up.
I can't help, I'm sorry to say.
Sleep on it.
Some things decide themselves overnight.
`,
      casual: `
Tell us what you decide.
Sleep on it.
Someone clever will turn up.
Sorry, no help from me.
Have a biscuit first.
Following along.
`,
      dialect: `
Let us know what you go for.
Sleep on it, eh.
Somebody'll know.
No use to you, me. Sorry.
`,
      slang: `
following for the answer
someone smart pls
sleep on it bestie
update us
`,
      terse: `
Tell us.
Sleep on it.
No rush.
Following.
`,
      wordy: `
Please don't hurry on our account. And when it's settled do tell us not only what you chose but why, since that is always the better story.
I know too little to be of use, but somebody who does will surely come by. Meanwhile I'll keep you company.
`,
    },
  },
  praise: {
    first: {
      polite: `
I'm glad for you.
One can tell that you're happy.
That made me smile.
What a good find it was for you.
It's in good hands.
Your enthusiasm is a pleasure.
How well you put it.
`,
      casual: `
Happy for you.
You sound so pleased, I love it.
That's devotion.
This is a love letter.
Sweet.
Can feel the joy from here.
You two are cute together.
`,
      dialect: `
Chuffed for you.
You sound made up.
That's a love story, that.
Aw, bless.
You're smitten.
`,
      slang: `
the way you love this
i read this out of breath
this is a fan account now
happy for you fr
wholesome
`,
      terse: `
Glad for you.
Sweet.
Happy to hear it.
Lovely.
It shows.
`,
      wordy: `
Having read that, I feel as though I'd had something warm to drink myself.
Why is it that people write so well when they write about what they like?
You did find each other, didn't you? It's in every line.
`,
    },
    next: {
      polite: `
May it last for years.
Let us know how you get on together.
I've had a small rest only from reading it.
I'd like to read more of that kind.
A good end to the day.
`,
      casual: `
May it live forever.
More of this please.
Feel calmer just reading it.
Keep us posted on the romance.
Nice note to end the day on.
`,
      dialect: `
Long may it last.
Tell us more.
Warmed me up, that.
Keep us posted.
`,
      slang: `
tell me more
long live the couple
needed some joy on here
get a room
`,
      terse: `
May it last.
More.
Keep us posted.
Enjoy.
`,
      wordy: `
I'm staying with what I've got for the time being, but I do love to read such things. Please come back and tell us how it goes on.
There's something about a page of honest praise that tidies up the reader as well. I'll sleep the better for it.
`,
    },
  },
  blame: {
    first: {
      polite: `
I'm sorry to hear it.
What bad luck.
That hurt to read.
How disappointing for you.
You've every right to be cross.
That sounds exhausting.
I do feel for you.
`,
      casual: `
Oh no.
That's rough.
You're allowed to be angry.
Ugh, I'm sorry.
That hurt to read.
How are you this calm?
Hugs.
`,
      dialect: `
Oh, that's rotten.
I'd be fuming and all.
You poor thing.
That's not on, is it.
Never mind, chin up.
`,
      slang: `
nooo
rage is valid
rip
stay strong soldier
pain
`,
      terse: `
Bad luck.
Sorry.
That's rough.
Be angry.
Ouch.
`,
      wordy: `
My own shoulders sank while I was reading this. I'm so sorry.
The more one has looked forward to a thing, the harder it is. I do understand.
You've every reason to be cross, and I admire how calmly you've put it.
`,
    },
    next: {
      polite: `
I hope it's put right soon.
Have something warm and an early night.
Let's hope that the right person sees this.
I hope it helps a little to have said it.
Be kind to yourself tonight.
`,
      casual: `
Hope it gets sorted.
Have something warm and go to bed.
Hope someone there reads this.
Vent away.
Eat something nice.
`,
      dialect: `
Hope they sort it.
Get yourself a hot drink and your feet up.
You let it all out.
Have a bit of cake.
`,
      slang: `
pouring one out
we ride at dawn
vent here it's safe
treat yourself to fries
`,
      terse: `
Hope it's fixed soon.
Rest.
Eat something.
Hang in there.
`,
      wordy: `
Have something warm tonight and go to bed early. In my experience a thing that makes one angry is only half its size by breakfast.
It helps to have somebody listen, so write as much as you like. I, at any rate, have read every word.
`,
    },
  },
  office: {
    first: {
      polite: `
Thank you for the information.
Noted, with thanks.
I see.
That's clearly put.
Thank you for taking the trouble.
`,
      casual: `
Thanks for letting us know.
Ah, okay.
Read it.
Good to know.
Whoever runs this account, hi.
`,
      dialect: `
Ta for letting us know.
Right you are.
Well, there you go.
Nice of you to say.
`,
      slang: `
noted
ok admin
hi admin
good to know i guess
`,
      terse: `
Noted.
I see.
Read.
Thanks.
`,
      wordy: `
I've read your notice from top to bottom. It's carefully written, and I found myself imagining the person at the desk.
I'm one of those who like reading announcements, and I look forward to yours.
`,
    },
    next: {
      polite: `
I'll pass it on at home.
I look forward to hearing more.
With good wishes to the team.
I've made a note of it.
`,
      casual: `
Will tell the family.
Writing it down before I forget.
Say hi to the team.
Waiting for the next bit.
`,
      dialect: `
I'll tell them at home.
I'll write it down or I'll forget.
All the best to you lot.
`,
      slang: `
saved
in my calendar, in spirit
admin deserves a raise
`,
      terse: `
Saved.
Will pass it on.
Waiting for more.
`,
      wordy: `
As I forget everything, I've written it on a slip of paper and put it on the fridge, next to the fire drill from last year, which I really ought to take down.
I read it out at home, and there was a nod, and then the newspaper went up again. I take that to be approval. All good wishes to you.
`,
    },
  },
}

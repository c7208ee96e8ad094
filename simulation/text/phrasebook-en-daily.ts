import type { Phrasebook, Tones } from './phrasebook.ts'

/** Daily life in English, of anybody. */
export const DAILY_EN: Tones = {
  polite: `
I hung out the washing and the clouds came over. They always do.
I woke at [five|half past five] and went for a walk instead of lying there.
I let one train go and got a seat on the next. A small victory.
I found last year's chutney at the back of the fridge. It's still good.
I forgot my umbrella and stayed dry. That must be my luck used up.
The queue at the post office was so long that the woman ahead of me finished a sleeve.
I had my hair cut on Monday and nobody has noticed.
There was a shopping list in my library book. Leeks, eggs, batteries.
The [basil|tomato plant] on the balcony has one small flower.
I've put off the dentist for two years, and today is the day.
How is it that only left socks survive?
My father rang. He had nothing in particular to say, and said it for forty minutes.
A cat down the road has begun to wait for me on the wall.
Supper was frozen noodles with rather a lot of pepper.
I meant to tidy the bookshelf and read three books on the floor.
The wind has turned. It smells of autumn.
`,
  casual: `
Soup tonight. Soup tomorrow. Probably soup on Thursday.
Went all day with my jumper inside out. Thanks, everyone.
Pressed the wrong lift button and held eye contact with a stranger for 15 seconds.
Rain's stopped. My bike seat has not.
An old lady in the shop taught me how to pick a melon. Tap, then listen.
So tired. That's the third time I've said it today.
Fell asleep with the washing in the machine, so it's going round again.
Went out for batteries, came home with everything but batteries.
Five umbrellas at home, none where I am.
Parcel from my parents. Half newspaper, half cabbage.
My kitchen clock runs four minutes fast and those four minutes are why I still have a life.
Said I'd be in bed by ten. It's 11:48.
The guy at the corner shop said "the usual?" I've made it.
I can get two more weeks out of this toothpaste, watch me.
Washed the curtains. The room's a different colour. What was I looking at?
Yesterday me left the dishes for today me. We need to talk.
Four library holds came in at once. Why now.
Dropped my keys down the back of the radiator. Lived there an hour.
`,
  dialect: `
Stew tonight. It were stew last night and all.
Got the washing out and it's chucking it down. Course it is.
Missed me stop and ended up at the terminus. Nice view, to be fair.
There's a dog on our road sits down every time it sees me.
Mum rang. Forty minutes, and she'd nowt to say.
Take a brolly, bone dry. Leave it at home, drowned rat.
They yellow-stickered a pie right in front of me. What was I meant to do, leave it?
Did me back in. Sneezing.
Chippy had fresh ones out when I walked in. Made me week.
Next door's given us a carrier bag of apples. I've no idea what to do with them.
Puncture. Long walk home pushing a bike.
Did nowt today. It was that sort of day.
I could sleep on a washing line.
Bus came early. I'm still not over it.
`,
  slang: `
woke up at 1pm, day over i guess
dinner is toast again, payday is a myth
left the washing in the machine again. second round, fight
can't sleep, the sheep are in traffic
took me 45 min to get dressed to buy milk
new merch came in the post so this week is a win
set five alarms and turned off five alarms. teamwork
showering isn't hard, getting up to shower is a boss fight
dropped all my change at the till and just accepted my fate
found the remote in the fridge. no comment
my hair came out two shades too bright, it's fine, i'm fine
someone held the door when i was way too far so i did the little run
`,
  terse: `
Rain.
Good drying weather.
Overslept.
Early night.
[Noodles|Curry|Soup] tonight.
Stiff neck.
Train's late.
Six thousand steps.
Saw a cat.
Hole in my sock.
[Nice moon|Lots of stars].
Sleepy.
Tidied up.
Forgot the umbrella.
Thursday already.
Windy.
Somebody gave us apples.
Finished a book.
Awake at five.
Empty fridge.
Ten minutes looking for keys.
Can't leave this bed.
Long bath.
Haircut.
Bins out.
`,
  wordy: `
Walking to the station this morning I had three schoolchildren ahead of me, treading only on the white lines. Where a line stopped they jumped, and the smallest one couldn't make it. So the other two went back, took her by the hands, and all three fell in together. I missed my train and didn't mind.
I was clearing a cupboard and found a bundle of twenty years of Christmas cards. You can tell some people by their handwriting. Some I won't meet again. One of them has written "we really must see each other next year" every year since 2004, and we still haven't, and the cupboard is exactly as it was.
The baker at the end of our road is closing next month. When we moved here and didn't know a soul, hers was the first shop where they learned my name. She always put an extra roll in the bag, and to be truthful we couldn't always finish them. I walked home thinking that I'd no longer need to find a polite way of saying so.
`,
}

/** Answers in English that decide nothing. */
export const REACTIONS_EN: Phrasebook['reactions'] = {
  first: {
    polite: `
I know the feeling.
That sounds exhausting.
How lovely.
It's the same here.
Thank you for telling us.
That made me laugh.
There are days like that.
I think I understand.
Well put.
You've earned a rest.
I can picture it.
Do look after yourself.
I had no idea.
Congratulations.
What a relief to read this.
`,
    casual: `
Same.
Oh no.
Love this.
This made me laugh.
Ugh, been there.
Wait, really?
Of course it did.
Congrats!
Some days, huh.
Fair.
Well put.
Well that's one way.
Hang in there.
Haha, no way.
I can see it now.
`,
    dialect: `
Tell me about it.
Same in our house.
Ah, bless.
That's made me day.
Give over.
You poor thing.
Nice one.
Never mind, eh.
Go steady.
That's proper lovely, that.
One of them days.
Well I never.
You're not wrong.
`,
    slang: `
so real
the way you put it
no lies detected
some days huh
felt that
wait what
big mood
iconic behaviour
crying
you're so brave for this
no bc same
screaming
`,
    terse: `
Same.
Agreed.
Nice.
I see.
Well put.
Fair.
That sort of day.
Get well.
Bad luck.
Congrats.
Us too.
Rest up.
Ha.
Wow.
Huh.
Jealous.
`,
    wordy: `
I found myself nodding all the way through this.
For a moment I thought that you were writing about me.
I laughed out loud, alone, in the dark.
What a good thing to read before bed.
`,
  },
  next: {
    polite: `
It happened to me only yesterday.
I hope that you can take it easy now.
I look forward to the next instalment.
My mother would enjoy this story.
You must tell me the rest when we meet.
The last line is my favourite.
I thought I was the only one.
Please keep writing these.
May tomorrow be kinder.
It's raining here.
I shall try that.
I've read it twice.
`,
    casual: `
Happened to me yesterday.
Get some sleep.
Waiting for part two.
Tell me everything later.
That last line got me.
Glad it's not only me.
Tomorrow's another go.
Needed that.
My cat makes the same face.
That was me last week.
Stealing this.
Bed. Now.
`,
    dialect: `
Were the same with me yesterday.
Put your feet up.
I'll be wanting part two.
Tell us all about it when I see you.
Glad it's not just me.
Don't be overdoing it.
We've all been there, love.
That last bit finished me off.
Onwards.
`,
    slang: `
literally me yesterday
part two when
go to bed (i won't either)
screenshotted
glad it's not just me fr
checking back hourly
this fixed my day
following for exactly this
same time tomorrow
`,
    terse: `
Us yesterday.
More, please.
Take it easy.
Tomorrow, then.
Not alone.
Noted.
Rain here.
Sleep well.
Stealing that.
Good one.
`,
    wordy: `
The very same thing happened in our house last week, and we talked about it for three days without reaching a conclusion. I'm not sure that one is needed.
It isn't the point at all, but I do like the way you put things. I read it aloud to the cat, who opened one eye, which from her is applause.
I've been meaning to write about this for years and never have. Now that you've done it I feel as if somebody had taken a bag off my shoulder.
When I was younger I might have smiled and scrolled on. These days it catches me somewhere under the ribs. Let's put that down to age.
`,
  },
}

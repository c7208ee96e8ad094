import type { Tones } from './phrasebook.ts'

/** Posts in English that praise: advice for, delight, buying again, answers in favour. */
export const RECOMMEND_EN: Tones = {
  polite: `
If you're looking for a {K}, have a look at {P}. [Three months|Half a year] here and no trouble at all.
To anyone moving into a first flat: buy {P} early on. You'll use it every day.
{P} makes a very good housewarming present. I've given it twice now, and both are in use.
Do try {P} if you get the chance. I was doubtful too.
If your wrists aren't strong, pick up {P} in a shop. The weight makes all the difference.
It isn't cheap, but I'd tell anyone to buy {P}.
For beginners I'd suggest {P}. There's nothing difficult about it.
If you buy {P}, order the spare seal along with it. The rest you can trust.
Anyone with parents who don't read manuals: get them {P}. Mine managed on their own.
Between {R} and {P}, choose {P} if you'll use it daily.
`,
  casual: `
Get {P}. If you're still deciding, go today.
Not a morning person? Buy {P}. It's a reason to get up.
I've talked four people into {P} so far. Who's next?
First flat? Skip the fancy sofa, get {P}.
If you need a new {K} just get {P} and stop reading reviews.
{P} is on sale. If you don't have one, now's the time.
Stuck for a wedding present? {P}. Never missed yet.
I've used both, so trust me: {P} over {R}.
Buy {P} in white, not black. Learn from me.
Go and hold {P} in a shop. That's all it takes.
The small {P} is plenty, don't pay for the big one.
`,
  dialect: `
Get yourself {P}. Life's too short.
If you're after a {K}, go for {P}. You can't go wrong.
{P}'s dead good. Give it a go.
Get your mum {P}. Mine's over the moon.
I'd have {P} over {R} any day, and I've had both.
Any of you young 'uns moving out, sort {P} first.
{P}'s a bit dear but it's worth every penny. Get one.
Stick {P} in your work kitchen and watch folk cheer up.
`,
  slang: `
just buy {P}. that's the post
if you don't own {P} yet what are you doing, go
here to spread the word of {P}, you're welcome in advance
get {P} and thank me later, dead serious
{R} or {P}? get {P}. source: me
{P} is mandatory for living alone, i don't make the rules
everyone go get {P} so we can talk about it
`,
  terse: `
Get {P}.
In doubt: {P}.
{P} is worth buying.
For a present, {P}.
Need a {K}? {P}.
Try {P} once.
{P} over {R}. Trust me.
Buy {P} on sale.
New flat? {P} first.
The small {P} is enough. Get that.
Bad at mornings? Get {P}.
`,
  wordy: `
I'm not someone who pushes things on people, but {P} is the exception. Everyone who comes to the house asks what it is on the way out, and I say the same thing to all of them, which is buy one, and sooner than I did. If you drink more than two cups a day, don't even do the sums, simply go and hold it.
For those of you considering {P}, some advice from one year in. First, measure the shelf. Second, look at the colours in daylight rather than on a screen. If you've done those two things you can go ahead and buy it, and I think you'll wonder, as I do most mornings, what on earth you were waiting for.
`,
}

export const DELIGHT_EN: Tones = {
  polite: `
Since {P} arrived I've started to look forward to the kitchen in the morning.
{P} again today. Those quiet five minutes are my favourite part of the day.
I've had {P} for [a month|three months], and I'm glad of it every single day.
I served guests from {P} and was asked for a second cup. That never happens.
{P} arrived. You can tell from the box that somebody cared.
I'll admit that I didn't expect much, and {P} has won me over completely.
A Sunday afternoon, {P} and a paperback. I need nothing else.
Every time I use {P} I notice how well it's thought out. The angle of the handle, for one.
@flask What I poured into {P} at seven was still warm on the train home.
@kettle {P} pours so cleanly that I've stopped wiping the table.
@grinder The grounds from {P} are so even that I showed them to the neighbour.
@maker The smell from {P} gets the whole house out of bed.
@app {P} opens quickly and does what it should. My father uses it without ringing me.
`,
  casual: `
{P} is so much better than I thought it'd be.
I go out for coffee way less since I got {P}. Mine's better.
Just seeing {P} on the counter puts me in a decent mood.
{P} came today! Already used it three times.
Another solid day from {P}.
I'd like to tell last year's me to hurry up and buy {P}.
A friend came over and took a photo of {P}. I get it.
Thought about {P} until my last meeting was over. Home now. Bliss.
My husband makes his own tea since we got {P}. Historic.
Nothing special about today, but I've got {P}, so it's fine.
@flask Filled {P} at seven, burned my tongue at noon. Love it.
@kettle {P} boils before I've found a mug.
@grinder Ground a batch with {P} and the whole flat smells amazing.
@maker I love the little sound {P} makes when it's done. I come running.
@app The reminders in {P} are actually nice. Nobody's shouting at me.
@refill First cup after a fresh pack of {P} is always the best one.
`,
  dialect: `
Well chuffed with {P}, me. Every morning.
Whole kitchen feels different since {P} turned up. No word of a lie.
{P}'s a proper bit of kit. I'd shake the hand of whoever made it.
A brew out of {P} and a sit down. Grand.
Our {P}'s still grafting away, bless it.
The missus calls {P} "her ladyship". Fair enough.
Weren't expecting owt, but {P}'s mint.
{P} came today. I'm on me fourth brew.
Lent me nan {P} for a day. I'll not be seeing that again.
`,
  slang: `
{P} is so good i've lost the ability to form sentences
{P} CAME TODAY we are so back
powered entirely by {P} today tbh
whoever designed {P} gets a kiss on the forehead
can't go back to life before {P}, you did this to me
me and {P} against the world rn
caught myself smiling at {P} again. it's a {K}. get a grip
`,
  terse: `
{P} is good.
Glad I bought {P}.
{P} this morning. Good start.
{P} arrived. Happy.
{P}, month three. No complaints.
A cup from {P}. Content.
{P}: quietly excellent.
Mornings with {P}.
{P} gets used daily.
{P} fits my hand.
Better than expected, {P}.
{P} saved the day.
`,
  wordy: `
It's been [three|five] months with {P}. The first week went on learning where everything clips together, and now my hands do it while the rest of me is still asleep. This morning I opened the window and listened to the water, and when I next looked at the clock a quarter of an hour had gone. I think that is what I'd actually paid for.
Let me tell you about {P}. Two friends came round in the rain on Saturday, and where I'd normally have run out halfway through, it stayed hot to the last cup. That's all. But I'm a nervous host, and after they'd left I stood in the hall and quietly punched the air.
`,
}

export const RENEW_EN: Tones = {
  polite: `
I've bought a second {P}. The first one is moving to the office with me.
I renewed my {P} plan for another year. I couldn't think of a reason not to.
After five years I said goodbye to my old {P} and bought the same one again.
I ordered another {P} for my parents, since my mother uses mine whenever she visits.
I dropped my {P} and bought the same one the same day.
I looked at the others, and it's {P} again. My hand knows it.
The extended cover for {P} came up, and I took it without thinking twice.
I nearly strayed to {R}, but I'm back with {P}, for the second time.
A second {P}, in another colour. One for mornings, one for evenings.
`,
  casual: `
Bought {P} again. Third time.
Second {P}. This one lives at work.
And I'm back to {P}. Home.
{P} renewal email came, took me four seconds.
Used it till it died and got the exact same {P}. That's love.
Got one for my sister as well, so that's three {P}s in the family.
New colour {P}. No, the old one isn't broken. Don't ask.
Went to look at {R}, walked out with a second {P}.
One more year of {P}. Done.
Lost my {P}, tried to live without it, lasted three days. New one's here.
`,
  dialect: `
Second {P} bought. One's for the shop.
Got {P} again. Had a wander, came back.
{P} renewal came through, so I've kept it on. Cancelled everything else, mind.
Smashed me {P}. Same one bought by dinnertime.
Got me mum {P} and all. That's three of us now.
Five years out of {P}, so I've just gone and got the same again.
Had me head turned by {R}. Back with {P} now. Sorry, love.
`,
  slang: `
second {P} acquired. yes it's a lifestyle
renewed {P}, only subscription i've never rage cancelled
mine died so i bought the same {P} again. i will not be learning
third {P} and counting
got {P} in another colour. it's not collecting, it's infrastructure
cheated on {P} with {R} for three days. crawled back. got a new one
`,
  terse: `
Second {P}.
{P}, again.
{P} renewed.
Same {P}, same colour.
Next one: also {P}. Bought.
Third year of {P}. Renewed.
Another {P}, for work.
{P} for the parents too.
Tried {R}. Back to {P}.
Rebought {P}.
`,
  wordy: `
I have bought a second {P}. There's nothing wrong with the first, it's in rude health, but I wanted one upstairs so that I needn't walk down to the kitchen, which is about as lazy a reason as I've ever put in writing. Everyone laughed when they saw two of them side by side. By the next day somebody had carried one off to their own room.
I've renewed {P} for another year. At the start I was so sure that I'd stop after twelve months that I put a mark in the calendar. It became two years, then three, and this time I noticed that I'd forgotten to make the mark at all. There's a comfort in having one thing that needn't be reconsidered.
`,
}

export const ANSWER_FOR_EN: Tones = {
  polite: `
I'd go for {P}. Ours is [two|three] years old and hasn't missed a day.
In that case I'd recommend {P}. There's very little to wash.
We had the same question and chose {P}. It was the right choice, so do consider it.
{P} should suit you. It holds enough for what you describe.
Do have a look at {P}. It fits your budget.
{R} isn't bad, but for daily use choose {P}.
If space is short, take {P}. It went onto a {20-25} cm shelf here.
If it were me, I'd buy {P}, mainly because you can get every part on its own.
`,
  casual: `
{P}. Had ours two years.
Get {P}, you've spent longer asking than it takes to boil.
Same dilemma here, went with {P}, sorted. You should too.
{P} for sure, it's easy to wash.
For that budget? {P}, and you'll have change.
{P} over {R}, and I've owned both.
I'd say {P}. Come over and try ours.
Small kitchen? {P}. Fits in mine, so it'll fit in yours.
`,
  dialect: `
{P}, all day long. Two years and ours is still going.
Get {P}, you'll not regret it.
I'd go for {P}, it's no bother to clean.
Were in two minds meself, got {P}, dead happy. Do it.
{P} over {R} if you're using it every day, I reckon.
Go and have a hold of {P}. You'll see.
{P}'d do you nicely for that money.
`,
  slang: `
get {P}
{P} solves literally all of that
{P}, next question
less thinking more {P}
{P} over {R} and i own both so
just go with {P}? zero complaints here
`,
  terse: `
{P}, I'd say.
Go for {P}.
{P}. No question.
{P} here. Two years, fine. Get it.
{P} rather than {R}.
Then {P}.
{P} for small spaces.
I'd take {P}.
Within budget: {P}.
`,
  wordy: `
Forgive me for butting in, but we were looking for exactly the same thing and in the end took {P}. What settled it was the washing up. I know myself, and five or six parts every morning is four or five more than I'll do. If that weighs with you at all, I don't think you'll go wrong with it.
This may be longer than you wanted, but my answer is {P}. It all depends on what you expect of a {K}, and from what you've written the size and the price are just about right. There are three of us here, and I can't remember a time when there wasn't enough to go round.
`,
}

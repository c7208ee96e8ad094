import type { Tones } from './phrasebook.ts'

/** Posts in English before a decision: noticing, asking, comparing, being about to buy. */
export const DISCOVER_EN: Tones = {
  polite: `
I had never heard of {P} until this [morning|week], and now three people have mentioned it.
A friend had {P} sitting on her counter and I couldn't stop looking at it.
I keep seeing {P} in my feed. What is it that people like so much?
There was a photo of {P} in a magazine at the dentist's. I read the caption twice.
I spotted {P} in a shop window and only remembered the name. It looked rather lovely.
My {K} finally gave up. Somebody mentioned {P}, which I know nothing about yet.
My neighbour talks about {P} the way other people talk about their dog. I'm curious now.
I know nothing about {P} except that I like how it looks.
My mother asked me what {P} is. I said I'd find out.
The handle came off our {K}. I suppose it's time to look around.
I'd like a proper {K} one day, and I don't know where one even starts.
`,
  casual: `
What is {P} and why is everyone on about it?
My friend won't shut up about {P}. Fine, you've got my attention.
Guy on the train was hugging a box that said {P}. What's in there, treasure?
Huh, didn't know {P} was a thing.
Watched a whole video of somebody using {P}. It was just water. I watched to the end.
Our {K} died [last night|on Tuesday], may it rest. All I know about new ones is that {P} exists.
Saw {P} in a cafe and took a photo of it instead of my cake.
{P} is a great name. No idea what it does.
Never cared about a {K} in my life, then I saw a picture of {P}.
Three different people have said "{P}" to me this week. Is this a sign?
Okay so I need a new {K}. Apparently that's a rabbit hole.
Kinda want a decent {K} for once.
`,
  dialect: `
What's this {P} everyone's harping on about then?
Me mum's started on about {P}. Where's she even heard of it?
Never knew you could get a thing like {P}. Every day's a school day.
Proper old hardware shop in town had {P} in the window. Fair play to them.
Our {K}'s packed in. Bloke next door says summat about {P}, but I know nowt about it.
Went round me mate's and he's got {P} on the side. Dead smart, that.
Clocked {P} on the telly for about two seconds. Looked all right, did that.
Could do with a new {K}, me. Haven't a clue what's out there.
Lass at work brought {P} in and I've been nosy about it since.
`,
  slang: `
what even is {P} and why is it my entire timeline
ok who summoned {P} into my feed
wait {P} is a real thing?? thought it was a bit
it's late and i just found out {P} exists, rip my sleep
{K} died on me today. heard the name {P} somewhere and that's all i've got
somebody had {P} in the background of a stream and chat lost it
not me getting curious about {P} of all things
my friend just sent me a link to {P} with zero context. bold
`,
  terse: `
First time seeing {P}.
{P}? New to me.
What's {P}?
{P}. Curious.
{K} died. What's {P}?
{P} again. Fine, I'm listening.
Saw {P} in a window. Stopped.
Noting down: {P}.
So {P} exists. Huh.
Heard the name {P} twice today.
Need a {K}. Someday.
`,
  wordy: `
I met an old school friend last week, and just as we were saying goodbye at the station she said, have you heard of {P}? I hadn't. She missed her train telling me. I've thought about it on and off ever since, which I suppose is how these things begin.
Our {K} was a wedding present, so it has done [twelve|fourteen] years, and on Thursday it began to make a noise like somebody clearing their throat. I went looking for what people use these days and came across the name {P}. I had no idea the world had moved on so far.
I opened a magazine to read about cast-iron pans, and on the facing page there was a small piece about {P}. I couldn't now tell you one thing about the pans. I only know that I tore out the other page, folded it and put it in my coat.
`,
}

export const ASK_EN: Tones = {
  polite: `
Could anyone who owns {P} tell me how long the cleaning takes each day?
Does anyone know whether {P} can be seen in a shop? I'd like to hold it before I decide.
I'm considering {P} for [two people|a family of four]. Is it large enough?
How long is the guarantee on {P}? I couldn't find it on their site.
Is {P} likely to go on sale before the holidays? I can wait if so.
What are the running costs of {P} like? I'd rather know before I commit.
Is it worth waiting for the next version of {P}, or is that only a rumour?
Is {P} sensible for one person? I'd only use it once or twice a day.
Does the white {P} show every mark? I'd love to hear from someone who has one.
I have about {40-90} to spend. Would {P} fit within that where you live?
Will {P} work abroad? I'm moving next year and would like to be sure before I buy.
`,
  casual: `
Anyone here own {P}? How much counter space does it really take up?
How much does {P} actually cost? Every shop says something different.
Can you take {P} apart to wash it? If yes I'm sold.
Is {P} worth it or is it just pretty?
Who's had {P} for more than six months? Still using it?
Will {P} fit under a low cupboard? I've got {35-42} cm.
Anywhere still got {P} in stock? Three shops, nothing.
The old {P} is going cheap. What's different about the new one?
Need honest opinions on {P}. Five-star reviews make me nervous.
@flask Does {P} fit in a car cup holder? Mine are tiny.
@kettle,maker How long is the cord on {P}? My socket's miles away.
@grinder Does {P} go fine enough for espresso?
@app Does {P} run okay on an older phone? Asking before I install it.
`,
  dialect: `
Anyone got {P}? What's it actually like, day to day?
How much are they asking for {P} round your way? Can't find one here.
Is {P} any cop for a small kitchen? Ours is a cupboard with ideas.
Thinking of getting {P}. How long's the guarantee on it?
Is {P} a faff to clean? I'm bone idle, me.
Does {P} make a racket? Walls are like paper in our house.
Where can I have a go of {P} before I part with me money?
Would me nan manage {P}? She won't read owt longer than a bus ticket.
`,
  slang: `
{P} owners, be honest, is it worth it
is {P} annoying to clean or nah
been going back and forth on {P} for a week, someone just decide for me
is it sketchy to buy {P} second hand? there's so many
when does {P} go on sale, asking for my bank account
does {P} look huge in a tiny room? be real
anyone know if the cheaper {P} is the same thing minus the shiny bit
`,
  terse: `
{P}: how much?
Is {P} loud?
{P} in stock anywhere?
Is {P} easy to clean?
{P} for one person. Enough?
Guarantee on {P}?
Does the black {P} still exist?
How heavy is {P}?
{P}: buy now or wait?
Where can I see {P}?
Does {P} fit a small shelf?
`,
  wordy: `
I've been circling {P} for the best part of a month, and what holds me back is space. The toaster and the rice cooker have the counter divided between them like two old empires. If you own one, did it feel larger at home than in the photographs, or was it just what you expected?
A question about {P}, if I may. It would be a present for my parents, and my mother does not read instructions, she presses what is nearest. Is there one obvious button, or are there several that look equally important? Even small details like the size of the lettering would help me make up my mind.
`,
}

export const COMPARE_EN: Tones = {
  polite: `
I've been weighing {P} against {R} for [a week|ten days]. One is easier to clean, the other is easier to afford.
I saw {P} and {R} side by side today. The difference in finish is larger than the photos suggest.
{R} was my first choice until I picked up {P}. It's noticeably smaller.
I made a table of {P} and {R}, and they came out equal. So much for tables.
My husband wants {R}, I want {P}. Talks continue.
My wife leans towards {R} and I lean towards {P}, so we're going back to the shop.
{R} is cheaper, but once I add up the refills there's hardly anything in it, and {P} is better made.
{P} has the capacity and {R} has the weight. I wish someone would combine them.
I read the reviews of {R}, then of {P}, and now I'm back to {R}.
{P} is on my shortlist of two. The guarantee will decide it.
`,
  casual: `
{P} or {R}? I've been stuck on this for three days.
{R} is cheaper. {P} would look so much better on my shelf. Help.
Went to the shop for {P}, came out thinking about {R}.
Held {P} and {R}, one in each hand. The heavy one wasn't the one I thought.
On paper it's {R}. In the reviews it's {P}. In my heart it's neither budget.
I've watched so many {P} vs {R} videos I feel like I own both.
I like the handle on {R} and literally everything else about {P}.
Has anyone used both {P} and {R}? Not just read about them, used them.
{P} tab and {R} tab, open since [Sunday|last week].
Down to {P} and one other. This is the bit where I go quiet for a week.
Is the bigger {P} worth the extra {20-45} over the small one? Can't decide.
`,
  dialect: `
{P} or {R}? I've been dithering all week.
{R}'s cheaper, but I reckon {P}'d last.
Went in for {R}, and {P} were sat right next to it looking better made. Back to square one.
Asked the lad in the shop about {P} and {R}. "Depends what you like." Cheers, pal.
The missus wants {R}, I want {P}. I know how this ends.
Just settled on {P} and now they've knocked a tenner off {R}. Typical.
{P} for looks, {R} for me wallet. Tricky, that.
Weighing up {P} and a couple of others, can't split them.
`,
  slang: `
{P} vs {R}, day 6, no survivors
{R} is cheap, {P} is hot, i am broke
made a spreadsheet for {P} and {R} and they tied. cool cool cool
group chat is split on {P} or {R} and it's getting personal
was about to get {R} and then they dropped {P} in a new colour. evil
value says {R}, vibes say {P}, idk anymore
{P} costs a bit more than the rest but it's so pretty. torn ngl
`,
  terse: `
{P} or {R}.
{R} is cheap. {P} is quiet.
Leaning {P}. {R} still tempting.
{P} vs {R}: {20-40} apart.
Looked at {P} and {R}. Undecided.
{P} ahead. {R} is heavy.
Looks: {P}. Price: {R}.
Maybe {P} instead of {R}.
Comparing {P} with two others.
{P}, {R}. Deciding tonight.
`,
  wordy: `
I began a page of notes on {P} and {R}, and I'm on the fourth. Size, weight, noise, the price of a spare lid. Written down like that there is almost nothing between them, and I suspect it'll come down to which of the two I want to see first thing when I stumble into the kitchen. At present that is {P}, by a whisker.
I asked the woman in the shop about {P} and {R}, and it turned out that she owns {R} herself but bought {P} for her mother. I nodded and thanked her, and was halfway home before I realised that the only interesting question was why not the other way round.
`,
}

export const INTEND_EN: Tones = {
  polite: `
I've made up my mind. I'm buying {P} this weekend.
I've ordered {P}. It should be here by [Friday|the middle of next week].
{P} is pre-ordered. I have already cleared a space for it.
As soon as my bonus comes in, I'm getting {P}. Eleven days to go.
{P} is in the basket. If I still want it tomorrow, I'll order it.
I told everyone that I want {P} for my birthday. I wasn't subtle.
I've saved enough points for {P}, so that's where they're going.
The shop is holding {P} for me until Saturday.
I compared it with {R} for long enough. Tomorrow I'm buying {P}.
I'm giving {P} to my father this year and have already booked the wrapping.
Once the move is over, {P} comes into the house. The spot is chosen.
`,
  casual: `
Ordered {P}. I was tired of thinking about it.
That's it, payday comes and I'm getting {P}.
{P} has been in my basket for three days. Today I press the button.
Going out tomorrow to buy {P}. If it's sold out I'll cry in the shop.
Pre-ordered {P}. {12-30} days. Why.
It's going to be {P}. Sorry, {R}.
They asked what I want for my birthday and I said {P} before they'd finished the sentence.
Said I'd buy {P} if it ever went on sale. It went on sale. Well.
They had one {P} left so I got them to hold it for me.
Ordered {P}, so I'm being extra nice to the old {K} until it gets here.
All my points are going on {P}, no regrets.
`,
  dialect: `
Right, I'm having it. {P}, [Saturday|this week].
Ordered {P}. No regrets, me.
Decided. It's {P}. Rang the shop and everything.
Shop's putting {P} by for us. Picking it up tomorrow.
Nearly went for {R}, but I'm off to get {P} in the morning.
Soon as I'm paid I'm getting {P}. Five sleeps.
{P}'s on its way. Best clear a bit of space.
Dad's birthday: he's getting {P}. Chuffed with meself.
`,
  slang: `
pressed buy on {P}. future me can deal with it
bonus hits and i'm getting {P}, no notes
preordered {P}, we won
{P} in my cart looking at me like "well?" ok fine tonight
went back and forth with {R} but yeah it's gonna be {P}
please let {P} still be in stock on payday
ordered {P}, refreshing the tracking page is my job now
`,
  terse: `
Ordered {P}.
Buying {P} this week.
Going with {P}.
{P} pre-ordered.
Saturday: buying {P}.
{P} put aside at the shop.
Not {R}. Getting {P}.
Bonus, then {P}. Settled.
{P} tomorrow.
{P} in the basket. Tonight.
`,
  wordy: `
I've finally ordered {P}. I first noticed it last autumn, so it has taken me nearly a year, including a stretch in spring when I told everyone that any {K} will do as long as it works. Then I'd walk past the shop and pick it up again. It comes on Wednesday, and I've already moved the bread bin.
Next month I'm buying {P}, and I am writing it here so that I can't wriggle out of it. I've been putting a little in an envelope every Friday and counted it this evening, and it's all there. It'll be from the small electrical shop by the station, because they once spent a quarter of an hour finding me a bulb.
`,
}

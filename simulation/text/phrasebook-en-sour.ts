import type { Tones } from './phrasebook.ts'

/** Posts in English of those who are let down, need help, shrug, or leave. */
export const WARN_EN: Tones = {
  polite: `
If you're considering {P}, please hold it in a shop first. The photos flatter it.
I wouldn't recommend {P} to anyone. I stopped using mine after [two months|three weeks].
Please don't give {P} as a present. It puts people in an awkward position.
If you must buy {P}, keep the guarantee card. You'll need it.
Don't choose {P} for its looks. I did.
{P} isn't suitable for a house with small children. The lid opens far too easily.
There's no hurry to buy {P}. None of its faults has been put right.
Choose {R}. I say that as somebody who bought {P} first.
Anyone with small hands should avoid {P}. The handle is too thick.
Read the one-star reviews of {P} before you order. They're accurate.
`,
  casual: `
If you're about to buy {P}, wait a second.
Don't get {P}. Mine's been at the back of a cupboard since [May|the second week].
Trust me and skip {P}.
Don't fall for how {P} looks. Use it for a week and you'll see.
If you really want {P}, buy it somewhere that takes returns.
Thinking about {P}? Measure nothing, read the one-star reviews.
Any {K} but {P}, honestly.
I told my friends to get {P} and I'm sorry. Don't do it.
{P} is on sale for a reason. Walk past it.
Should've bought {R} instead of {P}. You still can.
To whoever is putting {P} on their wedding list: take it off.
`,
  dialect: `
Don't bother with {P}. Ours is in the loft.
Anyone thinking of {P}, I'd stop you at the door.
All show, {P}. Don't buy it.
Get {R} instead of {P}, save yourself the bother.
Don't be daft like me and buy {P} just 'cause it's cheap.
Whatever you do, don't give {P} as a present. Dead awkward.
If you're set on {P}, keep your receipt. I mean it.
`,
  slang: `
do not buy {P}. i walked so you could run
{P} is a trap, tell your friends
don't believe the five stars on {P}, i did and look at me
turn back now if {P} is in your cart
get {R} instead of {P}, break the cycle
the {P} sale is bait. scatter
do not pick {P} for the looks, this is a cry for help
`,
  terse: `
Don't buy {P}.
Avoid {P}.
Read the one-stars on {P} first.
{P} is not a good present.
{R}, not {P}.
See {P} in person before buying.
Wait on {P}.
Ignore the {P} sale.
I'd advise against {P}.
{P}: not with kids around.
`,
  wordy: `
For anyone about to buy {P}, from somebody who has. In the shop I couldn't find a single fault with it. At home, day after day, the small things add up, and the smallest of them is that the lid needs both hands. Picture doing that every morning with your eyes half shut, and think again.
A friend recommended {P} to me, and I recommended it to another friend, and I now owe at least one of them an apology. If you're choosing at the moment, please talk to somebody who's had it for half a year. What people say after the first week, and I include myself, isn't worth much.
`,
}

export const COMPLAIN_EN: Tones = {
  polite: `
[Three days|A week] after {P} arrived, the lid no longer closes. I'm disappointed.
The manual for {P} is printed so small that I couldn't read it with my glasses on.
{P} leaked from the base and has warped the shelf.
I expected a great deal of {P}, and I feel let down.
Everything from {P} tastes of plastic. I've rinsed it ten times.
{P} is playing up again. I had to switch it on three times this morning.
{P} was a deep green in the pictures. What came is grey.
My mother can't press the button on {P}. It's simply too stiff.
The previous {P} was so much better. What happened, {M}?
The handle of {P} gets so hot that I need a cloth to lift it.
{P} is sold as serving four. It serves three.
A screw on {P} has come loose again. I tighten it every week now.
`,
  casual: `
{P} has stopped working. Again. Brilliant.
Every morning I fight the lid on {P} and every morning it wins.
{P} leaked all over the floor. Socks soaked.
I was so looking forward to {P} and it was faulty out of the box.
Who decided on the cord length of {P}? A mouse?
Can't get the plastic smell out of {P}. How many cups am I supposed to bin?
{P} dribbles down the side every single time.
The light on {P} could land a plane. Some of us have it in the bedroom.
{P} does not fit where they say it fits. The size on the page is a lie.
I paid good money for {P} to annoy me twice a day.
The paint's coming off {P}. It's been [two months|ten weeks].
How did they update {P} and make it worse?
@app {P} logged me out after the update. Again. I don't know my password, nobody does.
@refill The packs of {P} never tear open cleanly. Not once.
`,
  dialect: `
{P}'s packed in again. I'm sick of it.
Lid on {P}'s that stiff you'd need a docker to shift it.
{P}'s leaked all over me floor. Cheers for that.
Waited weeks for {P} and it turns up broken. Marvellous.
You can't hold {P} when it's hot. Who thought that were clever?
The button on {P} works when it feels like it.
Ordered {P} in green. What's come is the colour of a wet Tuesday.
{P} stinks of plastic, and no amount of washing shifts it.
A month I've had {P}. One month. I could cry.
`,
  slang: `
{P} died again. shocked. not
got a dud {P}, there goes my luck for the year
opening the lid on {P} is my whole arm workout
{P} notifications will not leave me alone, i'm begging
{P} is built like a school project for that price
{P} leaked everywhere, my floor is a lake, i hate it here
whoever did the last {P} update i just want to talk
{P} lied about its size and now it lives on my bed
`,
  terse: `
{P} broke again.
{P} leaks.
Lid on {P}: stuck.
{P}, a letdown.
{P} came in the wrong colour.
{P} smells of plastic.
{P} is too hot to hold.
{P} won't start. Third morning.
Paint's coming off {P}.
Can't read the {P} manual.
{P} doesn't fit the shelf.
{P} faulty after three days.
Disappointed in {P}.
`,
  wordy: `
This is about {P}. On Wednesday, an hour before guests were due, it stopped. It had been perfectly well the day before. I ended up with a saucepan on the hob, and everyone was very kind and said how nostalgic, which made it worse. I spent that money precisely so as not to be standing there with a saucepan.
I've had {P} for [two|four] months, and I've been saving these up. The lid is stiff. The markings can't be read without a torch. And the third thing, the one that bothers me most, is that it creeps. I put it down in one place, and by morning it's a finger's width nearer to the sink, as though it were planning something.
`,
}

export const SUPPORT_EN: Tones = {
  polite: `
My {P} no longer switches on. Does anyone know how to reset it?
Where can I buy just the seal for the lid of {P}?
{M}, I sent in my {P} for repair [two weeks|ten days] ago. Could you tell me how it's coming along?
{P} is blinking red, and the manual doesn't mention that. What should I do?
I ordered {P}, but the tracking number doesn't work. Whom should I contact?
I'd like to return {P} but have thrown away the box. Will it be accepted?
{P} is leaking. Has anyone fixed that and could tell me how?
The page to register {P} won't open. Has anybody managed it?
A part was missing from the box of my {P}. Where do I report that?
How does one get the white deposit out of {P}? I don't want to scratch it.
`,
  casual: `
{P} won't turn on. Anyone know a fix?
Help, the lid of {P} is stuck and my tea is in there.
What does error [E3|E2|07] on {P} mean? I've lost the manual.
{M}, I messaged you about {P} [three days ago|last week]. Did it arrive?
Which way round does the filter go in {P}?
How do I send {P} back? Can't find the page anywhere.
Anyone know where to get spare parts for {P}?
What do you use for limescale in {P}? Is citric acid okay?
{P} stopped after a week. Will they swap it if I've got the receipt?
How do you factory reset {P}? Holding the button does nothing.
@app Can't log in to {P} and the reset email never comes. Anyone else?
`,
  dialect: `
{P} won't switch on. Anyone know what to do?
Lid's stuck on {P} with me brew still in it. Help.
Where do you get a new seal for {P}? Just the seal.
{M}, me {P}'s been away for mending two weeks. What's going on?
Red light on {P} won't shift. What's it after?
Lost the book for {P}. How do you clean the thing?
Want to send {P} back, but the box has gone to the tip. Am I stuck with it?
`,
  slang: `
{P} won't turn on, somebody smart help
anyone know what this error on {P} means, google is useless
how do you reset {P}, asking while panicking
{P} lid is stuck and i have work in ten minutes help
{M} you up? where do i get my {P} swapped
how is returning {P} this hard, can someone walk me through it
can't log in to {P}, just me? how'd you fix it
`,
  terse: `
{P} won't switch on. Any fix?
Seal for {P}: where to buy?
{P} blinking red. Meaning?
How do I reset {P}?
Who repairs {P}?
Part missing from {P}. Whom to ask?
Limescale in {P}. What works?
Can I return {P} without the box?
{P} lid stuck. Help.
Error on {P}. Anyone fixed it?
`,
  wordy: `
I'd be grateful for help from anyone who knows {P}. It worked last night, and this morning the button does nothing at all. I've changed the socket, left it to rest and tried again, without luck. The helpline is open only while I'm at work, so if there's some other way of reaching a human being I'd love to hear of it.
A question about getting {P} repaired. The card says one year, but mine was a present, so I'm not certain of the date, and it feels rude to ask the person who gave it. How does one go about this? If somebody has been in the same position, please tell me what you wrote on the form.
`,
}

export const SO_SO_EN: Tones = {
  polite: `
{P} is neither good nor bad. It's much like my old one.
I've had {P} for a month. I'd say you get what you pay for.
{P} is all right, though not what the reviews had led me to expect.
{P} is handy in the mornings. In the evenings I forget that it's there.
Nothing tastes different, but I do like the look of {P}.
One gets used to {P}. It took a while.
People ask me about {P}, and all I can say is that it works.
Half a year in, there's nothing to report about {P}.
Two good points and two weak ones: that's {P}.
`,
  casual: `
{P} is fine. That's the whole review.
{P}'s okay, not sure what the fuss was about.
I think I expected too much of {P}. It's alright though.
Week three with {P}. Not bored, not in love.
I only use {P} at weekends, if that.
Switched to {P} and I honestly can't tell what changed.
{P}: six out of ten.
{P} was a gift so I'm not complaining. Wouldn't have picked it.
{P} does the job and looks like a paperweight. Fair.
`,
  dialect: `
{P}? It's all right.
{P}'s not owt to write home about. Not bad, mind.
Somebody asked what {P}'s like and I had to think about it.
{P}'s middling, I'd say.
For the money {P} is just about what you'd expect. I'm not cross.
I use {P}. I've just nowt to say about it.
Six out of ten, {P}. Seven for trying.
`,
  slang: `
{P} is mid
{P} is like. fine i guess
got {P}, life did not change, as predicted
{P}? i feel nothing
{P} is the most three star thing i own
don't hate {P}, don't love it, we're coworkers
`,
  terse: `
{P}: fine.
{P}. It's okay.
{P}: six out of ten.
{P} is average.
{P}: what you pay for.
Used to {P} now.
{P}, not as good as they say.
{P}, same as the old one.
{P}. So that's it, then.
I use {P} sometimes.
`,
  wordy: `
Two months with {P}, so here is an honest account. It takes up very little room, which is good, and the markings are a touch hard to read, which isn't. In every other respect it's exactly as good as the one I had before. Perhaps things one uses every day ought to be as unremarkable as that, I don't know.
Several people have asked me what I make of {P}, and each time I've found myself stuck for an answer. There's nothing I dislike. There's also nothing I'd cross the room to tell you. My sister says I sound like somebody turning down a second date.
`,
}

export const LEAVE_EN: Tones = {
  polite: `
I've given up {P}. The next one will be [something simpler|from somebody else].
I have cancelled my {P} plan after three years.
I've moved from {P} to {R} and shan't go back.
That was my last thing from {M}. Goodbye, {P}.
{P} failed for the second time. Instead of repairing it I bought {R}.
{P} went up for sale this morning. The money goes towards {R}.
I gave my {P} away. It had stopped suiting me.
After some thought I'm not renewing {P}.
I'm done with {P}. One shouldn't have to put up with things.
`,
  casual: `
Cancelled {P}. Feels great.
Bye {P}. [{R} comes next week|It's {R} from now on].
Selling my {P}. May it find a patient person.
Second time {P} broke on me, so I got {R}.
I'm done with {M}. {P} was the last one.
Not renewing {P}. Three years, thanks, bye.
Swapped {P} for {R}. Why did I wait so long?
Took {P} to the tip. Best drive of the month.
Never buying {P} again. Writing it down so I remember.
Took me twenty minutes to find the cancel button on {P}, but I found it.
`,
  dialect: `
Jacked in {P}. {R} next.
Cancelled {P}. Weight off me mind.
{P} went wrong twice, so I've gone and got {R}. Enough's enough.
No more {M} for me. {P} saw to that.
{P}'s up for sale. Be nice to it, whoever gets it.
Ta-ra, {P}. It were good while it lasted.
Not renewing {P}. That's me done.
`,
  slang: `
cancelled {P} any% speedrun complete
me and {P} broke up, seeing {R} now
sold {P}. godspeed
done giving {P} my money fr
{P} died twice so i moved to {R}. new life who dis
uninstalled, returned, unfollowed. bye {P}
it's not me it's you {P}. never again
`,
  terse: `
{P} cancelled.
Letting {P} go.
From {P} to {R}.
Never again, {P}.
Not renewing {P}.
{P} is up for sale.
{P} returned. Getting {R}.
Done with {P}.
Goodbye, {P}.
Gave {P} away. Not coming back.
`,
  wordy: `
I've let {P} go. It isn't that I came to hate it, but what with mending it and coaxing it and mending it again I had started to tiptoe round it, and I don't think one should have to consider the feelings of {K}s. {R} is still a bit of a stranger in the kitchen. It does work every morning, though.
At the end of this month my contract for {P} is over. The form wanted a reason, and none of the six was quite right, so I chose "other" and wrote far too much in the little box. Whether anybody reads those I don't know. I'm going to {R} next.
`,
}

export const ANSWER_AGAINST_EN: Tones = {
  polite: `
I wouldn't choose {P}. Ours lasted [a year|six months].
I'd avoid {P}, since most people I know stopped using theirs.
If it's between the two, I think you'd be better off with {R} than {P}.
I bought {P} for the same reason and regret it. Do wait a little.
To be frank, I'd leave {P} alone.
{P} looks best in photographs. See it in a shop before you decide.
For what you describe, {P} is too small. I would look elsewhere.
{R} is the safer choice. {P} varies a lot from one to the next.
`,
  casual: `
Don't get {P}, ours went after six months.
{R} would be better for that. {P}, not so much.
I'm the person who bought {P} and regretted it. Don't be me.
{P} is all looks, skip it.
Keep the one you've got before you buy {P}.
{P} won't manage that. Look for something else.
Not {P}. Have a look at {R}.
Three friends bought {P} and none of them use it. Pick something else.
`,
  dialect: `
I'd not bother with {P}. Ours lasted six months.
You'd be better off with {R} for that. {P} is not the one.
I'd steer clear of {P}, me.
{P}'s all looks. Go and hold one, you'll see.
{P}'ll never do what you're after. Try summat else.
Bought {P}, regretted {P}. Don't.
`,
  slang: `
do NOT get {P}
this is what buying {P} did to me. don't
get {R}, {P} is a trap
nah not {P}, learned that one the hard way
{P} can't do that, keep looking
anything but {P} i'm begging
`,
  terse: `
Not {P}.
{R} over {P}.
{P} lasted six months. Avoid.
I'd skip {P}.
{P} is only looks. Pass.
{R} is safer. {P} failed here.
{P} didn't work for us. Try another.
Wrong job for {P}.
`,
  wordy: `
Sorry to interrupt, but we went through all this with {P}, bought it, and it now lives behind the fondue set. I don't say that it's a bad thing in itself. It's only that what you describe is daily use, and daily is where the fiddly parts begin to tell. In your place I'd leave it.
For what it's worth, the first month with {P} was the best month, and it went gently downhill from there. It may be our hard water. If you aren't in a hurry, I'd try two or three others before deciding, and I certainly wouldn't start with that one.
`,
}

import type { Tones } from './phrasebook.ts'

/** More daily life in English, of anybody. */
export const MORE_DAILY_EN: Tones = {
  polite: `
I pumped up the bicycle tyres, and it's as though somebody had removed a hill.
The florist [on the corner|by the station] halved the price at closing time, so I came home with an armful.
My watch stopped, and I've been living at ten past ten all day.
I fell into step with a stranger on the stairs, and neither of us knew how to stop.
I dropped a saucepan lid, and the cat has not forgiven me.
I slept through recycling day, as I do every month.
I used my fountain pen again, and now I've blue fingers.
Somebody on the bus had the ringtone my grandfather used to have.
There were leeks sticking out of the bag in front of me on the escalator. So it's soup tonight.
I lost a glove, and the next day somebody had hung it on the fence.
I washed the windows. My back aches, and the view is in focus.
An egg peeled cleanly this morning, and I've been cheerful ever since.
In an old photograph I look exactly like my nephew.
In the waiting room I read a newspaper from end to end, as one used to.
I found a postcard with an address on it and nothing else.
I unblocked the gutter. Leaves, mostly, and one golf ball.
I went to return a dish next door and stayed for an hour.
I couldn't think of my PIN, but my finger could.
It took a postcard and twenty minutes to show a bee the way out.
The sunset was so red that everyone at the crossing was looking the same way.
The building work has finished, and now I can't settle for the quiet.
I bought stamps. Choosing the picture took longest.
A button had been hanging by a thread for [a week|a fortnight]. It's gone now.
Ironing with the radio on is the best rest I know.
I counted the station steps. Fifty-two. I don't know what to do with that.
`,
  casual: `
The satnav said "you have arrived" and honestly I needed to hear it.
Found last year's birthday card for my aunt behind the bookcase. Still unsent.
Stepped aside for a pigeon. It stepped aside for me. We were there a while.
Looked for my phone using the torch on my phone.
Someone on the platform was reading the same book and we did the nod.
They've put the Christmas stuff out already. It's like a jump scare.
Went back in for forgotten things three times. Shoes on every time.
Upstairs drops something heavy at ten every night. What is it? Is it a ritual?
"12 minutes left" at the launderette is when I get all my reading done.
Threw away a receipt and needed it within the hour.
The hairdresser asked if I'm off today and I lied for no reason.
The [hall|bathroom] bulb's been out three days. I can see in the dark now.
Got someone else's post again. Barry, your catalogue's here.
There are homes where you can find the nail scissors. I don't live in one.
Got a really shiny coin in my change and can't bring myself to spend it.
Fell asleep in my glasses. The world leans left now.
Waved back at someone who wasn't waving at me. Moving town.
Put the batteries in wrong three times. The first way was right.
My mum told me off over the phone for overwatering a plant she can't see.
Answered an unknown number. It was the dentist. Yes. Sorry. I'll come.
Walked past a house that smelled of roast and wanted to be adopted.
Went back to check I'd locked the door. I had. Third day running.
Cleaned behind the cooker. I've seen things.
My hair and the humidity have reached an agreement and I wasn't invited.
Bought one (1) lemon and felt like a person with a life.
`,
  dialect: `
Pumped me tyres up and it's like a new bike.
Bulb's been gone a week and I still flick the switch.
Whichever till I pick is the slow one. Every time.
[Next door's|The neighbour's] cat's asleep in our yard again. I'm charging it rent.
Got to the till, no purse. Put it all back and walked home.
Dad's learned how to send photos. It's his thumb. It's always his thumb.
Ran the bath, pulled the plug, then remembered the bubble bath.
Took the bins out on the wrong day. Took them back in again.
Nodded off on a stranger on the bus. Said ta when I got off.
Ice cream melted while I were talking. That'll teach me.
Popped into town for bread and got stopped by three people. That's the afternoon gone.
Woke up with a stiff neck. Don't know what match I was playing.
Remote was down the settee. Three days I've been looking.
Burnt me mouth on a pie. I do it every single time.
Lost me good pen. I know who's got it and all.
It's not cold enough for the big coat and it's too cold for the little one.
Neighbour's cutting his hedge at seven. On a Sunday. With feeling.
Me specs were on me head. Twenty minutes.
Somebody's nicked me parking space that isn't officially mine.
Had a lovely chat with a woman about drains. Didn't catch her name.
`,
  slang: `
looked for my phone with my phone. we're done here
upstairs is bowling again. at midnight. in heels
said "you too" to the guy who said enjoy your meal. at the cinema
odd socks today. it's called fashion
bedhead so strong it has its own postcode
214 steps today but emotionally a marathon
missed my stop, currently exploring the end of the line
opened the fridge. closed the fridge. opened the fridge. nothing spawned
ran out of plates so i'm eating off a lid
whoever said "i'll do it later" (me) should be in prison
sneezed and my back left the group
the delivery guy heard my morning voice and took a step back
got up early then napped it all away. net zero
walked in the rain like a main character, got a cold like a side character
waved at someone who was waving at someone behind me. new name who dis
first dentist appointment in three years pray for me
it's 3pm and i've achieved one (1) yoghurt
my plant grew a leaf and i told everyone like it was my child
`,
  terse: `
Missed bin day.
Changed a bulb.
[Nine|Eleven] minutes to the station.
Bent my glasses.
Red sunset.
Lukewarm bath.
Piano next door.
Blanket's out.
One mosquito.
Watch stopped.
Bought stamps.
Crusts for lunch.
Button's gone.
Fifty-two steps.
Pumped the tyres.
Forgot my wallet.
Let a bee out.
Two hour nap.
Humid.
One glove.
Dentist done.
A crate of oranges came.
Polished my shoes.
Last bus.
Radio on, lights off.
Swept the step.
First frost.
Wrong coat.
`,
  wordy: `
I went to the lost property office for my umbrella last week. Navy blue, I said, with a wooden handle, and the man went away and came back with seventeen of them. To think that there are so many of us, and all of us forgetful. I chose one with great confidence, and I've been less and less sure of it ever since.
There's a new crossing near us, and the button takes an age. Every morning the same four of us stand there and say nothing. Today, after a month, one of them muttered "it is slow, isn't it", and the other three burst out laughing. I suppose that from tomorrow we'll have to say good morning.
My father's chess set turned up in the shed. One pawn is missing, and in its place there's a small shell, which he always insisted was perfectly legal. It isn't worth anything. But I began to wipe the pieces one by one, and when I had finished it was getting dark, and nothing on my list was done.
I've been walking to the next station for three weeks now. There is a footbridge on the way, and on the mud below it stands a heron, always at the same time. At first it flew off. These days it only gives me a look. I can't tell whether I've been accepted or have simply become dull.
`,
}

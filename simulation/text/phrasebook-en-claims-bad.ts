import type { Tones } from './phrasebook.ts'
import type { Claim } from './text-request.ts'

/** Claims that speak ill, in English: whole sentences without the product's name. */
export const BAD_CLAIMS_EN = {
  'battery-dies': {
    polite: `
Fully charged in the morning, it's empty by lunch.
The battery doesn't last a day.
It holds less than half the charge that it had when it was new.
It has run flat on me three times while I was out.
It showed thirty per cent and then simply switched off.
`,
    casual: `
The battery doesn't even last half a day.
Left home with it full, red light by noon.
It loses charge when I'm not even using it.
I charge it every day. It dies before my phone does.
It goes from 30% to dead in a second.
`,
    dialect: `
Battery's flat before dinnertime.
Charge it full and it's gone by noon, it's hopeless.
It goes flat just sat there doing nowt.
`,
    slang: `
the battery dies in like a minute
fully charged in the morning, on life support by noon
battery has the lifespan of a mayfly
`,
    terse: `
Battery dies by noon.
Battery won't last.
Drains too fast.
Battery reading lies.
`,
  },
  'support-slow': {
    polite: `
I wrote to support [ten days|two weeks] ago and have had no answer.
I was on hold for forty minutes.
All that support has sent me is an automatic reply.
It has been away for repair for a month without a word.
I had to explain the same thing to three people.
`,
    casual: `
Still nothing from support. It's been [nine days|two weeks].
I know their hold music by heart now.
Support sent a copy-paste answer to a different question.
Waited forty minutes in the chat and it hung up on me.
Sent it for repair and never heard back.
`,
    dialect: `
Can't get through on the phone for love nor money.
Two weeks and not a word back from them.
Told the same tale to three different folk.
`,
    slang: `
support left me on read
been waiting for support so long i've aged
i can sing their hold music now, it slaps but still
`,
    terse: `
No reply from support.
Can't get through by phone.
Two weeks, no answer.
Slow support.
`,
  },
  'hard-to-clean': {
    polite: `
I can't reach the bottom, so the stains build up.
It has [eight|nine] parts, and washing them is a job in itself.
Powder gets into the gaps, and only a cotton bud gets it out.
I found out afterwards that it can't go in the dishwasher.
The groove in the seal is hard to wash and has turned black.
`,
    casual: `
It's such a pain to clean.
My hand won't fit and neither will a sponge, so how?
Gunk collects in the seal and I can't get it out.
So many parts, I nearly lose one every time.
I spend longer washing it than using it.
`,
    dialect: `
It's a right faff to clean.
You can't get your hand in, so it's all tea stains.
That many parts there's always one left over.
`,
    slang: `
cleaning it is so annoying i just stopped using it
why does it have more parts than a lego set, i have to wash those
washing it is my villain origin story
`,
    terse: `
Hard to clean.
Hand doesn't fit.
Stains won't come off.
Too many parts to wash.
`,
  },
  noisy: {
    polite: `
It's so loud that I can't follow the television.
If I use it early, it wakes the whole house.
The noise carries, and I feel sorry for those downstairs.
It was quiet at first and has begun to whine.
The beep at the end is so loud that I flinch.
`,
    casual: `
It's so loud, I thought they were digging up the road.
Can't use it in the morning, it's way too loud.
The cat leaves the room when I switch it on.
Does the beep really need to be that loud?
You can hear it through a closed door and a phone call.
`,
    dialect: `
It makes a right racket.
Can't use it first thing, it'd wake the street.
Dog barks every time it starts up.
`,
    slang: `
it sounds like a plane taking off
used it in the morning and woke up literally everyone
so loud i have to pause my show every time
`,
    terse: `
Loud.
Too noisy.
Too loud for mornings.
That beep.
`,
  },
  'price-high': {
    polite: `
It isn't worth what they ask for it.
The price is much too high for what it does.
It has gone up twice since last year.
Even the refills are dear, so that it's hard to keep up.
You can get the same thing for half the money.
`,
    casual: `
It's way overpriced.
That's a lot of money for what it does.
Price went up again. My pay didn't.
They get you with the refills.
Someone explain how it's different from the one at half the price.
`,
    dialect: `
It's daylight robbery.
That much, for that? Give over.
Price has gone up again. They must think we're made of money.
`,
    slang: `
it's so overpriced it's embarrassing
for that price it should do my taxes
price went up again lol ok
`,
    terse: `
Too expensive.
Not worth the price.
Price up again.
Even the refills cost a lot.
`,
  },
  'app-disconnects': {
    polite: `
The app loses the connection several times a day.
Every morning it has vanished from the app.
Each time I reconnect it, my settings are gone.
Since the update the app doesn't connect at all.
I set the timer, and overnight the connection drops.
`,
    casual: `
The app keeps disconnecting. I pair it every single morning.
It's lost Bluetooth again, and it's right there next to the phone.
The app connects maybe one time in three.
Updated it and it disappeared from the app.
Set it up for the morning, app lost connection, nothing happened.
`,
    dialect: `
App keeps dropping out on us.
"Not found", it says. It's sat right next to it.
Every morning starts with getting the app to talk to it.
`,
    slang: `
the app disconnects so much we're basically long distance
stuck in pairing hell again
app said who? and disconnected
`,
    terse: `
App keeps disconnecting.
Connection drops.
Pairing again. Every morning.
App won't connect since the update.
`,
  },
  'delivery-late': {
    polite: `
It's [five days|a week] past the delivery date, and nothing has come.
The delivery has been put off three times.
It has been marked as shipped for [six|eight] days without moving.
It was meant for a birthday and came a week late.
Nobody even told me that it would be late.
`,
    casual: `
It still hasn't come. It was due [four days|a week] ago.
"Shipped" a week ago, hasn't moved since.
Delivery moved again. Third time.
Took a day off to be home for it. It didn't come.
It was a birthday present. The birthday's been.
`,
    dialect: `
Still waiting on it turning up.
Delivery's been put back again. Third time, that.
Sent a week since, they say. Are they walking it here?
`,
    slang: `
my parcel is on a gap year
it's been "shipped" for a week, sure it has
delivery date came and went lol
`,
    terse: `
Still not here.
A week late.
Delivery postponed, third time.
Shipped. Not moving.
`,
  },
  'breaks-early': {
    polite: `
It broke after [two|three] months.
It stopped working the week after the guarantee ran out.
The handle snapped in perfectly normal use.
The replacement cracked in the very same place.
Within half a year a piece of the lid had broken off.
`,
    casual: `
It broke after three months. Three.
Guarantee ran out and it died that week, funny that.
Never dropped it and the handle still came off.
They swapped it and the new one lasted two months.
Didn't make it to a year, won't switch on now.
`,
    dialect: `
Three months and it's had it.
Guarantee up, and it conks out. Every time.
Handle's come clean off and I've hardly used it.
`,
    slang: `
3 months and it's dead, my hamster did better
warranty ended and it died on cue
the handle just fell off?? i was standing there
`,
    terse: `
Broke in three months.
Died right after the guarantee.
Handle snapped.
Didn't last a year.
`,
  },
  'refill-hard-to-find': {
    polite: `
No shop here has the replacement filters.
The refills are always out of stock.
I went to [three|four] shops for the spare part and found none.
Even their own shop says two months for refills.
Nobody near me sells the refills now, so I take the train.
`,
    casual: `
You can't get the refills anywhere.
Tried three shops for the filter, nothing.
The refills have been "back soon" since forever.
Refills are online only and the postage costs more than they do.
Shelves full of the thing itself, and the refill hook is empty.
`,
    dialect: `
Can't get refills for it anywhere.
Four shops I've been round for a filter.
"We're expecting some in," they say. Every week.
`,
    slang: `
the refills are extinct
finding a filter for it is a side quest
refills sold out everywhere, they're basically limited edition
`,
    terse: `
No refills anywhere.
Filters out of stock.
Can't find the spare part.
Three shops, no refills.
`,
  },
} satisfies Partial<Record<Claim, Tones>>

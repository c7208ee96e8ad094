import type { Tones } from './phrasebook.ts'
import type { Claim } from './text-request.ts'

/** Claims that speak well, in English: whole sentences without the product's name. */
export const GOOD_CLAIMS_EN = {
  'battery-lasts': {
    polite: `
One charge lasts [ten days|well over a week].
I can't remember when I last charged it.
It got through a two-night trip without the charger.
I use it daily and charge it once a week.
The battery goes down so slowly that I no longer look.
`,
    casual: `
The battery just doesn't run out.
Charged it last week and it's still at [half|60%].
The charger lives in a drawer, I never need it.
Used it all long weekend on one charge.
Battery life is ridiculous, in a good way.
`,
    dialect: `
Battery goes on for donkey's.
Charge it once and it'll do you ten days.
I've forgotten where the charger even is.
`,
    slang: `
battery is immortal
haven't charged it since forever and it's still going
the battery outlives my phone three times over
`,
    terse: `
One charge, ten days.
Battery lasts.
Charged weekly. Enough.
Great battery.
`,
  },
  'support-kind': {
    polite: `
I wrote to their support and had a kind reply the same day.
The lady on the phone stayed with me until it was solved.
I lost a part, and they sent me one free of charge.
Their support explained it so well that my mother fixed it herself.
The repair people kept me informed the whole way through.
`,
    casual: `
Their support people are so nice.
Emailed them, got an answer in three hours, from an actual human.
No waiting on the phone, and the guy laughed at my jokes.
It was my own fault and they sent the part anyway.
The chat person looked at my photo and worked it out with me.
`,
    dialect: `
Lass on the helpline was an absolute star.
Rang them up and they stopped on till it was sorted.
Told them I'd lost a bit and they sent one for nowt.
`,
    slang: `
their support is staffed by angels apparently
support replied so fast i got scared
the support guy was so sweet about my dumb question
`,
    terse: `
Kind support.
Support answered same day.
Helpful people on the phone.
Repair staff were lovely.
`,
  },
  'easy-to-clean': {
    polite: `
There's so little to wash that I'm finished in a minute.
It comes apart easily, so I clean it properly every night.
A quick rinse and no smell is left.
My whole hand goes in, so I can reach the bottom.
You wipe it with a cloth and that's all.
`,
    casual: `
Cleaning it takes like ten seconds.
Three parts, quick rinse, done.
My hand actually fits inside so I can scrub the bottom.
I'm lazy and even I clean it every day.
Rinse it, flip it, forget it.
`,
    dialect: `
It's a doddle to clean.
You can get your whole hand down it to wash it.
Quick swill and it's done.
`,
    slang: `
cleaning it takes zero effort which is exactly my amount
you just rinse it?? that's it??
easiest thing to wash in my entire kitchen
`,
    terse: `
Easy to clean.
Washes in a minute.
Few parts, quick rinse.
Hand fits inside.
`,
  },
  quiet: {
    polite: `
It's so quiet that nobody wakes up when I use it early.
I have to go and look whether it's running.
One can use it at midnight without a bad conscience.
It doesn't wake the baby next door.
I no longer turn up the radio when I use it.
`,
    casual: `
You can barely hear it.
Thin walls and nobody's complained.
It's so quiet I didn't notice it had finished.
I can use it while I'm on the phone.
Everyone sleeps right through it.
`,
    dialect: `
Not a peep out of it.
It's that quiet I went to check it was on.
You could run it next to a sleeping cat.
`,
    slang: `
it's so quiet i thought it was broken
dead silent, my upstairs neighbour could never
i can use it late without getting murdered by my flatmates
`,
    terse: `
Very quiet.
Hardly makes a sound.
Quiet enough for midnight.
Can't hear it.
`,
  },
  'price-fair': {
    polite: `
For what it is, the price is fair.
It works out at a few pence a day, which I don't grudge.
It holds its own against things twice the price.
I doubted the price at first, but it's worth it.
There are no needless functions, and it costs accordingly.
`,
    casual: `
For that price I've got nothing to complain about.
Paid for itself once I stopped buying coffee out.
I'd have believed you at double the price.
Everyone I tell the price to goes "is that all?"
Decent price, didn't have to think about it twice.
`,
    dialect: `
It's a bargain for what you get.
I'd have paid double and not moaned.
You get your money's worth out of it.
`,
    slang: `
the price is kind of insane, good insane
it paid for itself in like a month
basically free if you do the maths wrong like me
`,
    terse: `
Fair price.
Worth the money.
Good value.
Paid for itself.
`,
  },
  'design-good': {
    polite: `
It looks so good that I never put it away.
Visitors always ask where it's from.
Its lines are simple, and it suits any shelf.
The colour is even lovelier than in the photographs.
I like that the logo is so small.
`,
    casual: `
It looks so good just sitting there.
First thing people ask when they come over is where I got it.
It's too pretty for the cupboard.
The matte colour goes with everything I own.
Looks better in real life than online, for once.
`,
    dialect: `
It's a bonny thing to look at.
Smart as you like on the side.
Everyone who comes in asks where it's from.
`,
    slang: `
it's so pretty it makes the rest of my room look bad
the design is unreal, i just stare at it
looks like it belongs in a museum and i'm the janitor
`,
    terse: `
Beautiful shape.
Looks good.
Lovely colour.
Nice on the shelf.
`,
  },
  'delivery-fast': {
    polite: `
It arrived the day after I ordered it.
I ordered on Sunday, and by Monday noon it was at the door.
The delivery was quick and the packaging sensible.
I had expected a week, and it took two days.
Even out here on the island it came quickly.
`,
    casual: `
Ordered it yesterday and it's already here.
The doorbell rang five hours after the shipping email.
It was meant to come next week. It's here.
Next day delivery, all I did was sleep.
It came before I'd forgotten I ordered it.
`,
    dialect: `
Came next day, I couldn't believe it.
Quick as you like, it was on the step by dinnertime.
They said next week and it's here already.
`,
    slang: `
ordered it last night and it's in my hands, what is this speed
delivery so fast i think they live here
next day. i wasn't even dressed
`,
    terse: `
Arrived next day.
Fast delivery.
Here in two days.
Ordered, delivered, done.
`,
  },
  'lasts-years': {
    polite: `
It's been [five|six|seven] years, and it has never failed once.
It has survived three moves.
After [four|five] years of daily use it has scratches and nothing else.
It was my mother's, and it still works as it did.
I've dropped it more than once without harm.
`,
    casual: `
[Five|Six] years of every day and it's still going.
Had it since college. Won't die.
Dropped it three times, not a mark.
The handle's worn smooth and the rest is like new.
The fridge I bought the same day went first.
`,
    dialect: `
Six years and there's nowt wrong with it.
Been dropped more times than I can count, and it just carries on.
Me mum had it before me and it's still grand.
`,
    slang: `
5 years of abuse and it refuses to die
i've dropped it so many times, it's unkillable
it's outlasted two phones and a relationship
`,
    terse: `
Five years, no faults.
Built to last.
Dropped it. Fine.
Six years on, still going.
`,
  },
  'tastes-better': {
    polite: `
The same tea tastes rounder than it used to.
I hardly recognised my usual beans, the aroma is so clear.
Even plain hot water tastes sweeter.
I said nothing, and the others asked why it was so good today.
I've stopped adding sugar, because it no longer needs it.
`,
    casual: `
Same beans, completely different taste.
My tea tastes sweeter now, what was I drinking before?
Even instant tastes good.
First sip and I said "oh" out loud.
It's so smooth I've stopped putting milk in.
`,
    dialect: `
Brew tastes miles better.
Same tea bags, and it's a different drink.
I've knocked the sugar on the head, it doesn't need it.
`,
    slang: `
same beans but they taste rich now, i owe them an apology
my cheap tea is suddenly acting expensive
everything tastes better and i can't explain it
`,
    terse: `
Tastes better.
Smoother taste.
Same beans, better cup.
More aroma.
`,
  },
} satisfies Partial<Record<Claim, Tones>>

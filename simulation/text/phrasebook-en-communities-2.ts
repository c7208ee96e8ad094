import type { Tones } from './phrasebook.ts'

/** Shop talk in English: cooking, gadgets, running, small shops, interiors, games. */
export const COMMUNITIES_EN_2 = {
  cooking: {
    polite: `
I fed the sourdough, and it seems to be in a good mood.
Peeling that much celeriac leaves one thoughtful.
The stock has been on since noon, and the kitchen windows are white.
My marmalade has set. I held the jar upside down to be sure.
I forgot the lid, and the potatoes fell apart. The taste is right, though.
Somebody gave us chestnuts. Two hours to peel, five minutes to eat.
`,
    casual: `
Fry it twice. This is the hill.
Caramelised onions for 40 minutes and got one spoonful. Worth it.
Flipped the omelette in one piece and nobody was there to see.
Grew up and still don't know how much a "knob" of butter is.
Dough won't rise. It's 17 degrees in here, I wouldn't either.
Made fried rice from scraps and it's the best thing I've ever cooked. Can't repeat it.
Stew's better on day two so I'm pretending it's day two.
`,
    dialect: `
Yorkshires rose. That's me week made.
Gravy's not gravy if you can see through it.
Baked a parkin and next door's kids could smell it.
Forgot about me starter. It's not speaking to me.
`,
    slang: `
the omelette had an accident
fried a kilo of chicken. party of one
what is "to taste" i don't know what i taste
`,
    terse: `
Stock's on.
Starter's alive.
Onions: golden.
Omelette: intact.
Marmalade day.
Burned the pan.
Bread didn't rise.
Day two stew.
`,
  },
  gadgets: {
    polite: `
I tidied the cables under the desk. It took [three|four] hours and looks the same.
I've fitted quieter switches to my keyboard, and the household has thanked me.
I replaced an old phone's battery myself. There's one screw left over.
I counted my chargers. Fourteen, of which I use three.
I'm one of those who read the acknowledgements in manuals.
`,
    casual: `
Everything I own is USB-C and yet the drawer keeps making micro-USB.
Changed my keyboard layout two days ago and can't type my own name.
Firmware's been at 97% for an hour. Praying.
Renamed the wifi and now every lamp in the house is lost.
One screw left over. It works. I saw nothing.
Spent my whole Saturday running benchmarks. No regrets.
`,
    dialect: `
Sorted me cables out and now I can't find owt.
Third keyboard. I've still only the ten fingers.
They say the update'll fix it. It's been on 98% since dinner.
`,
    slang: `
the cable drawer pulled me in, tell my family
update stuck at 97% again, comedy
mechanical keyboard people hear each other through walls
rewatched the unboxing three times
one screw left but it turns on so we move
`,
    terse: `
Update stuck at 97%.
One screw left.
Cables tidied.
Fourteen chargers.
New switches. Quiet.
Out of cables.
Restart fixed it.
Reading logs.
`,
  },
  running: {
    polite: `
Eight kilometres along the river, and half the people I met nodded.
After consulting my knee, I walked today.
[Five|Four] weeks to the marathon, and one toenail down.
The vending machine at the top of the hill is where I turn round.
The old gentleman who runs at my hour overtook me again.
`,
    casual: `
10k at 5:40. The last one was pure vanity.
Rained off. Slightly too happy about it.
Every light was red. So was I.
Tying the laces is 90% of running.
The wall at 30k is real. I've touched it.
Overtaken by a dog. It was on a lead.
`,
    dialect: `
Ran along the cut, headwind both ways somehow.
Me knees are laughing at me.
Lady with shopping bags overtook me on the hill. Respect.
`,
    slang: `
ran 5k, ate for 10
hill sprints x10, blacked out around 6
legs are newborn deer today
`,
    terse: `
8k.
Rest day.
5:30 pace.
Headwind.
800 km on these shoes.
Two hills.
Right knee, hm.
Three weeks to go.
`,
  },
  'small-shops': {
    polite: `
The quarter of an hour before opening, when nobody's in, is my favourite.
We ran out of change, and the florist opposite rescued us.
Today's first customer was a schoolboy sheltering from the rain.
I repainted the sign. One letter leans.
Market days start at [four|half past four]. I go for the fried egg sandwich.
A regular came in to tell us that she's getting married. It's days like these.
The books were out by seven pence, and it took me an hour to find it.
`,
    casual: `
Sweeping outside before opening and someone asks "are you open?" I am now.
Till balanced first time. Skipped home.
The baker across the road and I have reached full barter.
Rain means no customers and very tidy accounts.
A kid corrected the spelling on my chalkboard. He was right.
`,
    dialect: `
Chucking it down. Not a soul in. Might as well do the books.
Greengrocer gave us a swede, so I gave him a pie.
Not the same when the regulars aren't in.
Raffle on the high street, and one of our customers won the big one.
`,
    slang: `
till was out by 30p and i lost an hour of my life
shutter broke five minutes before opening, hard mode
`,
    terse: `
Open.
Rain. Quiet day.
Till out by seven pence.
Market at four.
Repainting the sign.
A regular, back after months.
Closing early.
Out of wrapping paper.
`,
  },
  interior: {
    polite: `
I moved the chair ten centimetres nearer the window, and the room is another room.
The [brass hook|glass shade] in the hall needs a second one for company.
With the linen curtains drawn the morning light is very soft.
Wiping the leaves of the plants one by one makes me calm.
I painted the wall. It's much bluer than on the card, and I shall need time.
`,
    casual: `
Moved all the furniture and now the hoover doesn't reach.
Only lamps tonight. Can't find a thing, feel amazing.
The sofa's been in three places today and it's back where it was.
Three spirit levels and the shelf still looks wonky.
New leaf on the plant, all curled up. Well done you.
Put a chair by the window. It's the cat's room now.
`,
    dialect: `
Shifted everything round and I've stubbed every toe I own.
Put a shelf up. It's got a lean on it you could ski down.
Sawed a bit off one chair leg, then the others. It's a stool now.
`,
    slang: `
started rearranging and lost the floor
one lamp and suddenly my life is a film
the shelf is crooked so now it's a feature
`,
    terse: `
Chair to the window.
Third layout today.
Soft light.
Crooked shelf.
New leaf.
One lamp fewer.
Nothing at the flea market.
Painting the wall.
`,
  },
  games: {
    polite: `
I've begun a game that has waited four years on the shelf. Thank you, earlier me.
I've been standing before the last boss for three days. It isn't skill, it's nerve.
A stranger helped me through, and we waved goodbye.
I did nothing but fish all Sunday. The kingdom can wait.
A match with an old friend. Half the talk was about our backs.
`,
    casual: `
Ranked up. Three games later, ranked down.
There should be a word for when one last game turns into five.
Spent all evening picking armour. Fought nobody.
A random waited for me the whole way. Thank you, nameless archer.
Cat got on voice chat and everyone became nice.
Forgot to save, lost two hours. That's life, literally.
Maintenance extended, so I did the laundry.
`,
    dialect: `
One more go, I said. It's three in the morning.
Last boss has had me in bits all week.
Forgot to save. Two hours. I'm not crying.
Whole team's run in again. Calm down, lads.
`,
    slang: `
hit pity again, rip
my team is an experience
46 losses to the final boss, we're roommates now
maintenance extended, guess i'll do laundry
rank gone. the universe said sleep
that archer in my lobby is my hero now
"one more game" is the biggest lie ever told
`,
    terse: `
Demoted.
One more game.
Loss number 46.
Maintenance extended.
One off the backlog.
Hit pity.
Forgot to save. Two hours.
Kind randoms today.
`,
  },
} satisfies Record<string, Tones>

import type { Tones } from './phrasebook.ts'

/** More shop talk in English, of each community. */
export const MORE_COMMUNITIES_EN = {
  'home-coffee': {
    polite: `
Weighing out eighteen grams, I always hesitate over the last bean.
It hardly bloomed, and then I looked at the roast date. [Three weeks|Twenty days].
Yesterday's grounds are in the shoe cupboard, where they do good work.
I make iced coffee the quick way, or would if I'd remembered the ice.
`,
    casual: `
Went to a cupping. So much slurping. So much eye contact.
Lost guess-the-origin three times running. Everything is Brazil to me.
If the first pour goes in straight the whole day goes straight. It's science.
Hoovered up some spilled grounds and now the hoover smells like a cafe.
Finally get why people say Kenyan tastes of tomato. It does. It just does.
`,
    dialect: `
No ice, so it's a hot one on a hot day.
Cat scarpers when I grind and comes back for the smell.
Proper crema on that one. Shame nobody was stood here to see it.
`,
    slang: `
failed guess the origin again, my tongue is decorative
spilled the grounds, kitchen is a beach now
`,
    terse: `
Good bloom.
Eighteen grams.
Kenyan. Tomato.
Out of ice.
`,
  },
  tea: {
    polite: `
I love the moment when the lid of the caddy sinks by its own weight.
Cold-brewed, a leaf that I never liked has turned gentle.
Cheese with oolong. I was sceptical, and I was wrong.
I've begun to note the weather beside each pot. Rain suits the dark ones.
`,
    casual: `
I can wait for the last drop from the pot now. Growth.
Cold leftover tea isn't that bad. I said what I said.
The water cools while I do the dishes, so basically I'm efficient.
You learn a lot about people by how they cut a cake.
Tea first, then the news. Never the other way round.
`,
    dialect: `
Pot for one, they said. I've had the lot.
Cake's cut. I've been accused of a big slice.
Found a cold one I'd forgot about behind the telly.
`,
    slang: `
argument at home about cake slice thickness, peak civilisation
made tea, forgot tea, found tea, circle of life
`,
    terse: `
Last drop.
Cold-brewed overnight.
Rain. Dark oolong.
Forgot a cup. Found it.
`,
  },
  camping: {
    polite: `
I trimmed the lantern's wick, and the flame stands up straight.
There were deer tracks all round the tent this morning.
We pitched on the wrong plot and carried the whole tent across, standing.
Long after the fire was out the stones were still warm.
`,
    casual: `
Marshmallow one: perfect. Marshmallow two: perfect. Marshmallow three: a meteor.
The family next door: "can we go home?" "We got here yesterday." I could listen all day.
Looked at stars until my neck gave up.
Tripped over a guy rope three times. My own guy rope.
The tent bag has shrunk. They always shrink. Who's doing this?
`,
    dialect: `
Went over me own guy rope and took the tent with me.
Knocked the pan over, so it's crisps for tea.
`,
    slang: `
the tent bag shrinks in the night and i have proof
marshmallow went viral. as in fire
`,
    terse: `
Stars, lots.
Deer tracks.
Marshmallow: charcoal.
Tripped. Own rope.
`,
  },
  parents: {
    polite: `
My son tells me that he'll be a traffic light when he grows up.
At nursery somebody else's child hugged me first.
There was a note in my shoe this morning. "Well done mummy."
We own [thirty|forty] paper stars, and another is being folded as I write.
`,
    casual: `
When do you throw out kids' art? Asking from inside the gallery that was my shelf.
"Watch this" twenty times in five minutes. I'm watching. I've never stopped watching.
My daughter's career plan has been updated to "dog".
Tooth brushing took only three songs today. A record.
My son, asleep, very clearly: "that one's third." What's third?
`,
    dialect: `
Ours wants to be a lamp post when he's big. We'll support him.
Trod on a brick in bare feet. Words were said.
`,
    slang: `
my daughter's dream job is "dog" so i'm the owner now i guess
stepped on lego at 6am, ascended
`,
    terse: `
Dream job: dog.
Forty paper stars.
"That one's third."
Three songs. Teeth done.
`,
  },
  'office-workers': {
    polite: `
My predecessor has left twenty pairs of chopsticks in the drawer.
I forgot my badge, and the lady at reception let me in on my face.
Asked for a hobby in the round of introductions, I said "watering".
All real conversation here takes place at the printer.
`,
    casual: `
I'd like to know how many times I've typed "hope this finds you well" today. It didn't.
The printer says paper jam. I've opened every door it has. There is no paper.
Soup day in the canteen. I'll take it.
Shared my screen and everyone saw "how to sit" in my searches.
You learn who runs a floor by who gets the first biscuit.
`,
    dialect: `
Printer says it's jammed. Jammed with what? It's empty.
Box of biscuits came round and ran out right before me.
`,
    slang: `
shared my screen with "can cats talk" in the search bar. update the cv
me and the printer are not on speaking terms
`,
    terse: `
Paper jam.
Soup day.
Forgot my badge.
Shared the wrong screen.
`,
  },
  students: {
    polite: `
I ride a bicycle that four students have owned before me. Only the lock is mine.
In statistics I found out that I'm the outlier.
I'm kept alive by the mother of the boy I tutor. She sends me off with stew.
`,
    casual: `
Student tickets while they last. Third film this month.
The pudding with my name on it is gone from the lab fridge. It was the professor.
The hill to campus counts as my degree.
Group project: four names, two people, one document, me.
The last owner of my textbook wrote "fell asleep here". Same page as me.
`,
    dialect: `
Someone's had me pudding. It had me name on it.
Group work. Half of them I couldn't pick out of a line-up.
`,
    slang: `
the pudding thief was the professor, case closed, justice impossible
group project members are all ghosts and i'm the medium
`,
    terse: `
Pudding: gone.
Third film this month.
Statistics, help.
The hill. Late.
`,
  },
  cooking: {
    polite: `
I used the mushroom water as well. It would be a sin not to.
Chopped prunes with the pork. For a whim it was rather good.
A greengrocer who gives you the tops is a good greengrocer.
My custard curdled. I was three minutes too late with the heat.
`,
    casual: `
Leftover curry on toast is the actual meal. Yesterday was the trailer.
Cooked without a recipe and the flavour got lost somewhere around the cumin.
Folded eighty dumplings. The last thirty are abstract.
How you take the seeds out of a pepper says everything about your family.
Tasted it so often I'm full and dinner isn't ready.
`,
    dialect: `
Leftover hotpot's better than hotpot. Fact.
Eighty dumplings, and the last few look like cushions.
Me pastry's come out like roof tile.
`,
    slang: `
folded 80 dumplings and reached inner peace around 50
tasted it until there was none left. chef life
`,
    terse: `
Eighty dumplings.
Mushroom stock.
Custard curdled.
Curry on toast.
`,
  },
  gadgets: {
    polite: `
Another cable of unknown purpose has joined the drawer.
Reading logs is a little like reading a diary.
Since the power cut every clock in the house has its own opinion.
`,
    casual: `
All my smart bulbs turned on at 3 am. Ghost or firmware?
Gave my little server a name and now I can't get rid of it.
Forgot the password to my password manager. It's poetry, really.
Searched an error and found my own question from ten years ago. No answers.
First solder joint today came out perfect. I may retire.
`,
    dialect: `
Every light in the house came on at three in the morning. Nearly had a heart attack.
Looked up the fault and found meself asking it years back. Nobody'd answered.
`,
    slang: `
googled an error and found me from 10 years ago, also stuck
all the lights came on at 3am and i met god
`,
    terse: `
One more mystery cable.
Solder: clean.
All clocks differ.
Logs: quiet.
`,
  },
  running: {
    polite: `
I tied the laces another way, and my foot is grateful.
I admire those who fold the paper cup and drink without stopping.
Three times round the park, and the same dog barked at me three times.
`,
    casual: `
Forgot my headphones. Eight kilometres of my own breathing.
Who is the person who gives me speeches in the last kilometre? It's me. I'm intense.
Half of every water stop goes on my face.
There's a house on the hill that always smells of curry and it's my pacemaker.
My laundry is going further than I am.
`,
    dialect: `
Same dog's barked at me three laps running. It knows me now.
Got the water up me nose again.
`,
    slang: `
water stop was a face wash
last km me turns into a sports movie coach
`,
    terse: `
No headphones. 8k.
Half the water on my face.
Barked at. Thrice.
Three laps.
`,
  },
  'small-shops': {
    polite: `
When the change bag is heavy I feel oddly safe.
A regular's grandson has drawn our shop. It's much straighter than in life.
A new brush for the price tags, and it's as if somebody else had written them.
At stocktaking we found a note from three years ago. It says "sunny today".
`,
    casual: `
Someone ran in a minute before closing and said "made it". Best moment of the day.
"The last one was lovely" keeps me going for a week.
My own ringtone came out of the shop speakers. The customers were kind about it.
Stocktaking. It's always the same shelf that doesn't add up.
`,
    dialect: `
Them that come in at closing talk the most. I don't mind really.
Counted the stock three times. There's always one over.
`,
    slang: `
my ringtone played over the shop speakers, closing forever, goodbye
`,
    terse: `
Stocktaking. One over.
Fetched change.
New price tags.
Three in at closing.
`,
  },
  interior: {
    polite: `
I've lowered the picture by two centimetres. Nobody will notice, except that I do.
We've gone back to sitting on the floor, and the ceiling has gone up.
I sewed socks for the chair legs from scraps.
`,
    casual: `
Filled the nail holes with toothpaste. The wall is minty.
Got rid of so much that the room echoes. Put one thing back.
Turned the plant round and by morning it was looking at me again.
Measured everything except the door. It was the door.
Warm bulbs or cool bulbs: we're holding a vote at home.
`,
    dialect: `
Put a hole in the wall. There's a picture over it now.
Measured up lovely and it won't go through the door.
`,
    slang: `
filled the nail holes with toothpaste, deposit is safe and minty
`,
    terse: `
Picture, two centimetres lower.
The plant turned round.
Nail holes filled.
Through the window, then.
`,
  },
  games: {
    polite: `
I can't move on until I've talked to every villager.
In the margin of an old guide I found my own handwriting, aged nine.
First co-op with my brother in twenty years. First quarrel in twenty years, too.
`,
    casual: `
Finished the game holding 99 potions. Use them? Never.
Fell asleep on fast forward and the town did great without me.
Found my childhood save. The hero's name is "aaaa". Art.
An opponent said "good game" and I've been floating since.
Fell off cliffs 31 times today. New hobby.
`,
    dialect: `
Got to the end with ninety-nine potions. I'm saving them, aren't I.
Co-op with our kid. There's not much co in it.
`,
    slang: `
ended the game with 99 potions, hoarder route unlocked
fell off 31 cliffs, gravity has a crush on me
found my old save, hero is called aaaa, cinema
`,
    terse: `
99 potions, unused.
Cliff: 31.
Party wiped.
Talked to every villager.
`,
  },
} satisfies Record<string, Tones>

import type { Tones } from './phrasebook.ts'

/** Shop talk in English: coffee, tea, camping, parents, office, students. */
export const COMMUNITIES_EN_1 = {
  'home-coffee': {
    polite: `
The smell on opening a new bag decides my mood for the day.
I brought the water down to [92|90|88] degrees, and the bitterness settled.
A light Ethiopian today. My family says that it's tea.
Thirty seconds of blooming are the only seconds in which I think of nothing.
This month's roastery trip is to [Leeds|Bergen|Lisbon].
I had run out of filter papers and used a tea strainer. Gritty, but drinkable.
`,
    casual: `
One click coarser and it's a different drink. One click.
I freeze my beans and I will not be taking questions.
The roaster near me does the dark roast on Fridays only, which is cruel.
45 seconds of bloom and it tastes sweeter. Might be in my head. Don't care.
200 g gone in nine days. I live alone.
Spent grounds smell better than the actual cup, explain that.
Been through the whole light roast thing three times and I'm back to dark.
`,
    dialect: `
Cracking bag of beans this week. You can smell it from the stairs.
Changed me grind a touch and it's come out a treat.
Lad at the roastery chucked in 30 grams extra. Good lad.
I could watch it bloom all day, me.
`,
    slang: `
today is a dark roast day and nobody can stop me
messed up the pour and brewed pure mud
my freezer is 80% beans 20% peas
`,
    terse: `
40 g of beans left.
Light roast today.
Water at 90.
Thirty second bloom.
Roaster closed.
Good bag, this.
Second cup. Ethiopian.
One click finer.
`,
  },
  tea: {
    polite: `
I opened the first flush today. Even the steam smells green.
I roasted some leaves in a pan, and the whole house smells of toast.
I've taken the strainer out of the pot to let the leaves swim.
I said that I prefer the second steeping, and my teacher smiled.
Somebody brought me oolong from Taiwan. It's still flowery at the fifth cup.
[Sixty|Fifty-five] degrees for the good green, and the waiting is part of it.
`,
    casual: `
Milk in last. This is not a debate. Okay it's a debate.
The second steep is the real one.
My matcha has lumps. My wrist has opinions.
Left the bag in for twenty minutes and drank it anyway.
Cold brew goes in the fridge at ten, so tomorrow's already sorted.
Found a biscuit that survives four seconds of dunking. Notebook out.
`,
    dialect: `
Can't beat a proper strong brew and a biscuit.
Builder's, two minutes, splash of milk. Don't mess with it.
Lost half a biscuit in me cup. Moment's silence.
Nan warms the pot first, so I warm the pot first.
`,
    slang: `
roasted rice tea smells illegal
fought the matcha lumps, matcha lumps won
switched to rooibos, became a different person
`,
    terse: `
First flush season.
Second steep, better.
Kettle's on.
Oolong today.
Lumpy matcha.
Lost a biscuit in it.
Five minutes. Too strong.
`,
  },
  camping: {
    polite: `
By the fire two hours feel like twenty minutes.
It's only on the mornings when I pack the tent that there's such dew.
We heard deer by the river in the middle of the night.
I was [one peg|two pegs] short and used a stone.
My first winter camp. Two hot water bottles were exactly right.
While the charcoal caught we talked about school trips.
`,
    casual: `
Tent up in 22 minutes. Personal best.
The wood was damp and my hair still smells like bacon.
Woke up to the whole valley under fog. Said one swear word, respectfully.
I want to stay another night just so the tent dries.
Next pitch's dog is asleep in my chair. I live on the floor now.
Potato in the embers: charcoal outside, heaven inside.
Drinking something hot with only my face out of the sleeping bag.
Forgot the forks. Whittled one.
`,
    dialect: `
Soon as the tent's out, it's raining. Every time.
Sat by the fire till it were tomorrow.
Stars over the moor last night were something else.
Lost another peg. They must be breeding somewhere.
`,
    slang: `
campfire people stay winning
solo camping is so quiet i can hear myself chew
the tent tried to leave without me, full sprint across the field
chopped wood and now my arms are decorative
`,
    terse: `
Tent's up.
Three hours by the fire.
Damp wood.
River noise.
Packed up. Soaked.
Minus two. Staying in the bag.
Clear skies up here.
One peg missing.
`,
  },
  parents: {
    polite: `
My son put his shoes on the wrong feet and is standing in the hall, very proud.
The nursery's note says: third helping of carrots.
My daughter has lost a front tooth. We're debating the going rate.
I fell asleep putting them to bed. That's [three|four] nights running.
I queued from six for a place at sports day and was third.
Twelve picture books before the light went out.
`,
    casual: `
Five minutes before we leave: "I need a costume today." Of course you do.
"Just one more minute" in kid is 45 minutes.
My daughter collects stones. Four a day. My pockets know.
Left the water bottle at nursery again. Third this month.
My son is wearing his porridge.
They're finally asleep. It's too quiet. I don't trust it.
The sand you see in the park is nothing. Wait till you get home.
Jabs today. The one who cried was me.
`,
    dialect: `
Battle of the socks this morning. Socks lost.
Our little one had three helpings at nursery. Don't know who she takes after.
Ten stones in me coat pocket. Ten.
Thought he'd dropped off, stood up, eyes wide open. Back to the start.
`,
    slang: `
1.5 hours of bedtime and the parent logged off first
toddler final boss energy today
my son hit me with a 37 combo of "why"
`,
    terse: `
Asleep at last.
Made it to nursery. Just.
Water bottle left behind.
Tooth out. Proud face.
Sock negotiations.
Book nine.
Fever. Home early.
Sand in the hall.
`,
  },
  'office-workers': {
    polite: `
One meeting was cancelled, and suddenly the afternoon is enormous.
I went up to the roof at lunch and found someone from another floor doing exercises.
The minutes have taken longer than the meeting.
I shared the lift with the managing director and spoke about the weather for seven floors.
Three kinds of farewell cake on my desk this week.
My telephone hasn't rung all day. I checked the cable.
`,
    casual: `
"Got five minutes?" It was fifty-two.
Whoever books meetings for nine on a Monday, who hurt you?
Working from home means egg on toast, every time, no exceptions.
Excel is not responding. Neither am I.
Ran out of business cards and then met eight people.
Left on time. It was light outside. Unsettling.
I'd been humming with my mic on. Right up to the key change.
`,
    dialect: `
Long meeting. Outcome: another meeting.
Boss is in a good mood and I don't like it.
Finished on time. Didn't know what to do with meself.
No fork with me dinner. Considered the stapler.
`,
    slang: `
monday should be illegal
my entire contribution to the meeting was "makes sense"
left work on time, any% world record
excel froze and honestly good for it
`,
    terse: `
Four meetings.
Left on time.
Minutes still not done.
Boss away. Quiet.
Got a seat on the train.
Out of business cards.
Sandwich at the desk.
Day three of no reply.
`,
  },
  students: {
    polite: `
My seminar talk is over. There was one question, and it was the painful one.
The window seat on the library's fourth floor was free today.
Three days of lab data are gone. I've learned what backups are for.
My landlady left a pot of stew outside the door.
[Six|Nine] hours to the essay deadline, and I'm on the first line.
`,
    casual: `
Made it to the 9 am lecture. Applause please.
Essay in at 23:59. Hands still shaking.
Canteen curry went up by 40p. I'm in mourning.
Fell asleep in the library and woke up with a stranger's coat over me.
My dissertation has a really strong title.
Fourth year, October, just recounted my credits. Uh oh.
Pay came in, so today I'm royalty.
The professor had the most energy at the seminar drinks by far.
`,
    dialect: `
Who invented the nine o'clock lecture? I just want to talk.
Canteen's gone up again. Chips it is.
Two thousand words to go and me brain's already on the bus home.
Gave me talk. Prof just said "and?"
`,
    slang: `
9am lectures are a concept
0 words, 6 hours, easy win (it was not)
extra chicken day at the canteen, everyone assemble
dissertation progress: the cover
whoever shared the past papers, i'm naming my firstborn after you
`,
    terse: `
Missed the nine o'clock.
Essay in.
Library full.
Canteen prices up.
Talk done.
Thesis: title only.
Just enough credits.
All-nighter.
`,
  },
} satisfies Record<string, Tones>

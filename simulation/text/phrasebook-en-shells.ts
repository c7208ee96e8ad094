import type { Phrasebook } from './phrasebook.ts'

/** Posts in English around a claim that speaks well. */
export const GOOD_SHELLS_EN: Phrasebook['shells']['good'] = {
  recommend: {
    polite: `
I'd recommend {P} to anyone. {C}
If you're looking for a {K}, consider {P}. {C}
{C} If you're hesitating over {P}, go ahead.
Do try {P}. {C}
I keep telling people to get {P}. {C}
`,
    casual: `
Get {P}. {C}
If you're still choosing, it's {P}. {C}
{C} Go buy {P}.
You want {P}. {C}
For everyone who's tired of reading about {K}s: {P}. {C}
`,
    dialect: `
Get yourself {P}. {C}
{C} You'll not go wrong with {P}.
If you can't decide, {P}. {C}
Give {P} a go. {C}
`,
    slang: `
get {P}. {C}
{C} everyone go get {P}
you still don't have {P}?? {C}
`,
    terse: `
Get {P}. {C}
{C} Buy {P}.
In doubt, {P}. {C}
I'd say {P}. {C}
`,
  },
  delight: {
    polite: `
I've been using {P}. {C}
{P} was a good purchase. {C}
{C} It's at such moments that I'm glad of {P}.
{P} again today. {C}
A word about {P}. {C} It makes me happy.
`,
    casual: `
{P} is great. {C}
So glad I got {P}. {C}
{C} Well done, {P}.
Late to the party, but {P}. {C}
Love {P}. {C}
`,
    dialect: `
{P}, honestly. {C}
Best thing I've bought, {P}. {C}
{C} Proper job, {P}.
Can I brag about {P} a sec? {C}
`,
    slang: `
ok but {P}. {C}
{C} {P} you genius
i love {P} so much. {C}
`,
    terse: `
{P}. {C}
{P}, happy. {C}
{C} {P} is good.
Glad of {P}. {C}
`,
  },
  renew: {
    polite: `
I'm staying with {P} for another year. {C}
I've bought {P} again. {C}
{C} So the next one is {P} as well.
A second {P} for us. {C} That was reason enough.
`,
    casual: `
{P} again. {C}
Rebought {P}. {C}
{C} So yeah, another {P}.
{P} renewed. {C} Why would I stop.
`,
    dialect: `
Got {P} again. {C}
{C} So that's another {P} for us.
Kept {P} on. {C}
`,
    slang: `
rebought {P}. {C}
{C} anyway that's {P} number two
renewed {P} no hesitation. {C}
`,
    terse: `
{P}, renewed. {C}
{P} again. {C}
{C} Same {P} again.
`,
  },
  'answer-for': {
    polite: `
I'd suggest {P}. {C}
We have {P}. {C} I would recommend it.
In that case, do consider {P}. {C}
`,
    casual: `
{P} is what you want. {C}
We've got {P}. {C} Get it.
I'd go {P}. {C}
`,
    dialect: `
{P}'s your best bet. {C}
We've {P}. {C} I'd get it if I were you.
Go for {P}. {C}
`,
    slang: `
get {P}. {C}
{P}, easy. {C}
it's {P}. {C} trust
`,
    terse: `
{P}, I'd say. {C}
We have {P}. {C} Get it.
Go with {P}. {C}
`,
  },
  'so-so': {
    polite: `
On {P}: {C} Otherwise it's ordinary.
{C} I'll give {P} that. The rest is neither here nor there.
My view of {P}. {C} For the rest, you get what you pay for.
`,
    casual: `
{P}, then. {C} That's about it though.
{C} That's the one thing about {P}. Rest is whatever.
Had {P} a while. {C} Otherwise meh.
`,
    dialect: `
{P}, right. {C} Rest of it's nowt special.
{C} I'll give {P} that. Otherwise middling.
`,
    slang: `
{P}. {C} rest is mid
{C} and that's all {P} has going for it
`,
    terse: `
{P}. {C} Rest is average.
{P}: okay. {C}
`,
  },
}

/** Posts in English around a claim that speaks ill. */
export const BAD_SHELLS_EN: Phrasebook['shells']['bad'] = {
  warn: {
    polite: `
A word to anyone considering {P}. {C} I'd look at others.
I can't recommend {P}. {C}
{C} Please know that before you buy {P}.
{C} If you're choosing now, don't stop at {P}.
`,
    casual: `
Before you buy {P}, listen. {C}
Don't get {P}. {C}
{C} So no, don't buy {P}.
Skip {P}. {C}
`,
    dialect: `
Don't bother with {P}. {C}
{C} I'd not buy {P} if I were you.
Anyone after {P}, hear me out. {C} Leave it.
`,
    slang: `
{P} is a trap. {C}
{C} so yeah don't buy {P}
psa before you get {P}. {C} run
`,
    terse: `
Careful with {P}. {C}
{C} Don't get {P}.
Avoid {P}. {C}
`,
  },
  complain: {
    polite: `
About {P}. {C}
I use {P}. {C} It's a pity.
{C} I do wish {P} were better than that.
{P} has let me down. {C}
{C} {M}, please do something about this with {P}.
`,
    casual: `
{P}, man. {C}
Come on, {P}. {C} Sort it out.
{C} Classic {P}.
{P} today. {C} I give up.
Things you only find out once you own {P}. {C}
`,
    dialect: `
{P}, I ask you. {C}
{C} What are they playing at with {P}?
Bought {P}. {C} I'm not having it.
One thing about {P}. {C}
`,
    slang: `
{P} pls. {C}
{C} thanks {P}
{P} is testing me. {C}
{C} the real {P} experience
`,
    terse: `
{P}. {C}
{C} Not happy with {P}.
{P}, sigh. {C}
{P} again. {C}
`,
  },
  support: {
    polite: `
A question to owners of {P}. {C} Is there a remedy?
{C} If you have {P}, how do you deal with it? Please tell me.
{M}, it's about {P}. {C} What would you advise?
`,
    casual: `
{P} people, help. {C} Is there a fix?
{C} What do I do about this on {P}?
{M}, about {P}. {C} Can you sort this out please?
`,
    dialect: `
Anyone else with {P}? {C} What do you do about it?
{C} Is there a trick to it with {P}?
{M}, can you look into {P} for me? {C} What's going on?
`,
    slang: `
{P} gang help. {C} what do i do
{C} anyone know how to fix this on {P}?
{M} hello?? it's about {P}. {C} help
`,
    terse: `
{P}. {C} Any fix?
{M}, about {P}. {C} Advice?
{C} How to solve that on {P}?
`,
  },
  leave: {
    polite: `
I've stopped using {P}. {C} That's why.
{C} I'm leaving {P} at that.
{C} I'm changing from {P} to {R}.
I've parted with {P}. {C} I won't be buying another.
`,
    casual: `
Done with {P}. {C}
{C} That's it, I'm out. Bye {P}.
Moved from {P} to {R}. {C}
{C} So long, {P}.
`,
    dialect: `
Packed {P} in. {C}
{C} That's me and {P} finished.
Gone from {P} to {R}. {C}
`,
    slang: `
cancelled {P}. {C}
{C} so me and {P} are over
left {P} for {R}. {C}
`,
    terse: `
{P}, cancelled. {C}
{C} No more {P}.
Quit {P}. {C}
`,
  },
  'answer-against': {
    polite: `
I wouldn't recommend {P}. {C}
I used to have {P}. {C} I'd look at others.
In your place I'd avoid {P}. {C}
`,
    casual: `
Not {P}. {C}
We've got {P}. {C} Get something else.
I'd skip {P}. {C}
`,
    dialect: `
I'd not get {P}. {C}
We've {P} here. {C} Get summat else.
`,
    slang: `
don't get {P}. {C}
i have {P}. {C} don't do it
`,
    terse: `
Not {P}. {C}
We have {P}. {C} Pick another.
`,
  },
  'so-so': {
    polite: `
On {P}: {C} The rest isn't bad, so it evens out.
{C} Apart from that {P} is what one pays for.
My view of {P}. {C} It isn't worth being cross about.
`,
    casual: `
{P}, hm. {C} Oh well.
{C} Other than that {P} is fine.
Had {P} a while. {C} Not mad about it either way.
`,
    dialect: `
{P}, eh. {C} Can't have everything.
{C} Otherwise {P}'s all right.
`,
    slang: `
{P}. {C} it's whatever
{C} otherwise {P} is fine i guess
`,
    terse: `
{P}. {C} Otherwise fine.
{P}: average. {C}
`,
  },
}

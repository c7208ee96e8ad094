import { describeVotes } from '#test/vote-examples.ts'
import { ENGLISH_STANCE_FUNCTIONS } from './stance-en.ts'

const EXAMPLES = `
for-recommends
  + Highly recommend the boat trip
  + you can't go wrong with the blue one
  - I can't recommend it
for-tells-you-to
  + trust me, you won't regret it
  + worth every penny
  - was it worth every penny?
for-comes-again
  + would book it again tomorrow
  + on my third pair
  - would you stay again?
for-loves-it
  + I absolutely love my new lamp
  + best money I've spent this year
  - I used to love this app
for-defends-it
  + don't get the hate, mine runs fine
  + criminally underrated little cinema
  - it deserves a refund
against-warns-off
  + Avoid at all costs
  + would not recommend
  - we tried to avoid the traffic
against-never-again
  + I'll never order from them
  + that's the last time we eat there
  - never seen snow like this
against-regrets
  + complete waste of money
  + I regret buying the big one
  - you won't regret it
against-gives-it-up
  + sent it back the same day
  + cancelled my membership
  - she came back
against-scorns-it
  + so overhyped
  + it's really not worth the price
  - is it worth it?
`

describeVotes('the English signs of for and against', ENGLISH_STANCE_FUNCTIONS, EXAMPLES)

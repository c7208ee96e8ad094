import { describeVotes } from '#test/vote-examples.ts'
import { ENGLISH_INTENT_FUNCTIONS } from './intents-en.ts'

const EXAMPLES = `
question-asks-what-how-where
  + What time do you open on Sunday?
  + hi, how long does the battery last?
  - how hard can it be??
question-asks-yes-or-no
  + Is the pool heated in winter?
  + do you still sell the small jars?
  - are you kidding me right now?
question-asks-the-crowd
  + does anybody remember the name of that song?
  + Anyone here been to the night market?
  - does anyone else hate Mondays?
complaint-broke
  + strap snapped after two weeks
  + app keeps crashing
  - phone died on the train
complaint-rude-people
  + the receptionist was rude to my dad
  + worst customer service in town
  - the driver was never rude
complaint-late-or-missing
  + three weeks and still no parcel
  + On hold for an hour
  - be there in two hours
complaint-bad-value
  + complete rip off
  + they charged me twice
  - is it a rip off?
complaint-worse-since
  + since the update it won't load photos
  + this chain has gone downhill
  - walked downhill to the lake
complaint-let-down
  + deeply disappointed with the stay
  + what a shambles
  - disappointed that my team lost
complaint-sarcasm
  + thanks for losing my suitcase
  + love how the app logs me out every time, never fails to crash
  - thanks for the lift
complaint-asks-why-so-bad
  + why is your app so slow
  + who thought removing the search was clever
  - why is the sky blue
praise-good-people
  + the staff were so helpful
  + kudos to the repair desk
  - the staff were not friendly
praise-works-well
  + works perfectly with the old lamp
  + so easy to use
  - it doesn't work well
  - is it easy to use?
praise-loves-it
  + I absolutely love my new boots
  + best purchase of the year, best purchase ever
  - I love my mum
praise-tasty-or-lovely
  + the food was delicious
  + best ramen I've had
  - the food was not delicious
praise-better-than-expected
  + not bad at all
  + way better than I expected
  - not bad, or is it?
purchase-plans-to-buy
  + I'm going to order two
  + we've decided to book the barn
  - I was going to buy one
purchase-buys-soon
  + picking up the bike this afternoon
  + take my money
  - stop buying the cheap ones this week
purchase-has-just-bought
  + Just booked the ferry!
  + finally ordered a proper mattress
  - just ordered and it came broken
purchase-asks-to-order
  + Could I book a table for six on Friday
  + how do I order the refill
  - can I order them to stop
recommendation-sought-asks-for-any-good-one
  + any recommendations for a podiatrist?
  + does anyone know a good locksmith
  - I have a recommendation for you
recommendation-sought-asks-what-is-best
  + What's the best way to get a cheap ticket?
  + where should we eat in Porto?
  - what a great place
recommendation-sought-x-or-y
  + torn between the two sizes, help
  + should I get the oak or the pine?
  - now or never
recommendation-sought-asks-whether-to
  + should I wait for the sale?
  + is the museum worth it?
  - it was worth it
recommendation-given-recommends
  + Would recommend to any beginner
  + highly recommended.
  - I would not recommend
recommendation-given-tells-you-to
  + you have to see it at night
  + You won't regret it
  + Everyone needs to see this film
  - do you need to book?
recommendation-given-orders-others-to-get-one
  + Go for the second row.
  + nah, get the small one
  - did you get the small one?
recommendation-given-warns-off
  + Avoid the place by the station
  + don't bother with the deluxe version, do not buy it
  - I avoid mornings
recommendation-given-i-would-choose
  + I'd stick with the basic plan
  + for anyone on the fence, the lining is thin
  - anyone on the fence?
support-asks-how-to
  + how do I reset the thermostat?
  + Where do I return the rental keys?
  - how do I look?
support-asks-for-help
  + please help, locked out since noon
  + could you please check my booking?
  - please help me choose
support-where-is-it
  + where is my refund?
  + order number 55120, nothing yet
  - where is my mind
support-does-not-work-and-asks
  + screen won't turn on, any ideas?
  + can't log in, tried everything
  - it works, thanks
feature-wishes-it-had
  + I wish the app had a dark mode
  + it just needs a bigger pocket
  - I wish you well
feature-asks-for-it
  + Please add subtitles
  + bring back the old logo
  - please add my refund
feature-why-is-there-none
  + why isn't there a search box
  + somebody should make a quiet hand dryer
  - why isn't he here
churn-never-again
  + will never shop there
  + I won't be back
  - never in my life
churn-cancels
  + cancelled my gym membership
  + uninstalled.
  - cancelled my dentist appointment
churn-switches
  + I'm switching to another bank
  + taking my business elsewhere
  - switch to the left lane
churn-says-goodbye
  + that was the final straw
  + you've just lost a customer
  - I'm done with homework
spam-follow-for-follow
  + follow back guaranteed
  + F4F anyone
  - I follow the news
spam-giveaway
  + Follow & RT to win a tablet!
  + claim your prize now
  - we win a lot
spam-easy-money
  + passive income with crypto, DM me now
  + earn $900 a day from home
  - I earn too little
spam-hard-sell
  + Shop now, link in bio
  + 60% off today 👉 deals.example.com
  - the promo code doesn't work
spam-shady-services
  + we recover hacked accounts, whatsapp @fixer
  + selling 5 star reviews, cheap
  - my account was hacked
`

describeVotes('the English signs of an intent', ENGLISH_INTENT_FUNCTIONS, EXAMPLES)

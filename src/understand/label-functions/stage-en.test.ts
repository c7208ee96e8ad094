import { describeVotes } from '#test/vote-examples.ts'
import { ENGLISH_STAGE_FUNCTIONS } from './stage-en.ts'

const EXAMPLES = `
discovery-wants
  + saw the little red teapot again. i want one so bad
  + Oh wow, I need this in my life
  - I don't want this
  - I want to go home
discovery-curious
  + that paddle thing looks interesting
  + my neighbour's got me curious about sourdough ovens
  - never heard of it again after I paid
discovery-first-heard
  + TIL you can rent a whole lighthouse
  + just found out there is a cat cafe two streets away
  - just found out my order was lost
discovery-asks-what-it-is
  + what is this lamp everyone keeps posting
  + What even is a weighted blanket
  - what is the price
discovery-needs-a-new-one
  + I really need a new kettle
  + hoover finally died, any ideas what to get?
  - I need a new job
discovery-asks-for-any-good-one
  + anyone know a decent barber in Leith?
  + can someone recommend a quiet keyboard
  - I recommend the quiet one
discovery-looks-for
  + I'm looking for something to keep soup hot
  + on the hunt for a winter coat
  - looking for my keys
discovery-would-like-to-try
  + would love to try bouldering some day
  + thinking of taking up pottery
  - I tried to get a refund
discovery-begins
  + new to film cameras, no idea where to start
  + complete beginner here, what bike do I need?
  - the show starts at eight
evaluation-wavers
  + torn between the grey and the green
  + been going back and forth on this sofa for weeks
  - torn ligament
evaluation-compares
  + which one should I take for hiking?
  + Is there a real difference between the two plans?
  - which is why I left
evaluation-asks-whether-worth-it
  + is the annual pass worth it for two visits?
  + should I upgrade or not
  - it was worth every penny
evaluation-asks-the-price
  + how much is the large one
  + Any discounts for students?
  - how much longer do I have to wait
evaluation-asks-whether-it-fits
  + does it work with the older charger?
  + Do you deliver to the islands?
  - it does work with mine
evaluation-asks-for-experience
  + anyone tried the overnight train?
  + thoughts on the new standing desks?
  - anyone having trouble logging in?
evaluation-plans-to-buy
  + gonna order the blue one
  + ordering the bunk bed as soon as I get paid
  - I'm going to bed
evaluation-has-just-clicked
  + finally pulled the trigger on the canoe
  + just preordered the sequel!
  - just ordered it and they cancelled
evaluation-states-a-budget
  + budget is around 400
  + need something decent under £60 for a ten year old
  - budget airline lost my bag
evaluation-waits-for-stock-or-sale
  + will grab it once it goes on sale
  + sold out in my size again
  - the concert sold out in minutes
evaluation-looks-at-it-first
  + second viewing of the flat on Friday
  + getting three quotes for the roof
  - they quoted the minister
evaluation-would-have-bought
  + wanted to buy two but there was no pickup
  + nearly booked it, then saw the cleaning fee
  - we would have bought it again
recommendation-recommends
  + Highly recommend the evening tour
  + I'd recommend the smaller tent.
  - wouldn't recommend
  - does anyone recommend a tent?
recommendation-tells-you-to
  + You really need to try their dumplings
  + everybody should visit that museum once
  + do yourself a favour and walk up the tower
  - why do you need to visit the branch
recommendation-orders-others-to-get-one
  + Just get the cheap one and add a case.
  + honestly try the bakery behind the church
  - should I just get the cheap one?
recommendation-warns-off
  + Stay away from the airport taxi desk
  + don't buy the first edition, pages fall out
  - I never buy new cars
recommendation-cautions
  + Word of warning: the pump is sold separately
  + PSA for anyone thinking about the winter pass, read the small print
  - anyone thinking of going?
recommendation-i-would-choose
  + I'd go with the older model
  + you're better off with a bus pass
  - I'd go back there any day
satisfaction-bought-it
  + I finally bought a proper desk
  + Bought these for the school run
  - I almost bought one
satisfaction-arrived-or-has-not
  + my parcel says delivered but nothing here
  + the rug arrived yesterday
  - when we arrived it rained
satisfaction-uses-it
  + I've been using it since spring
  + so far so good
  - I love my mum
satisfaction-broke
  + stopped working after a week
  + it keeps crashing on the map screen
  - I stopped working there in May
satisfaction-was-there
  + we stayed at the mill for two nights
  + our waiter was lovely
  - stayed up too late
satisfaction-deals-with-support
  + forty minutes on hold with them
  + I want a full refund
  - holding hands
satisfaction-tells-of-service
  + staff were lovely and the rooms spotless
  + Shout out to the night porter
  - is the food good?
satisfaction-comes-again
  + we'll be back next summer. will definitely be back
  + would stay here again
  - my back hurts
satisfaction-leaves
  + never flying with them again
  + I'm cancelling, you had three chances
  - the match was cancelled
satisfaction-review-fragment
  + Easy to assemble, great value
  + exactly as described
  - is it easy to assemble?
satisfaction-since-the-update
  + since the last update the alarm is silent
  + my bill went up by nine pounds
  - any update on the weather
none-advertises
  + Use code SPRING for free shipping
  + We're hiring! apply now
  - the code does not work
none-reports
  + Senate passes the bill, according to aides
  + Breaking: storm closes the port
  - according to the app my order is lost
none-greets
  + Good morning everyone!
  + Happy birthday to my brother
  - good morning, can someone help me with a login?
`

describeVotes('the English signs of a stage', ENGLISH_STAGE_FUNCTIONS, EXAMPLES)

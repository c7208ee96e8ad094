import type { OfficeText, Phrasebook } from './phrasebook.ts'

/** What companies announce in English: the news, what everybody should know, a farewell. */
export const ANNOUNCE_EN: OfficeText = {
  heads: `
You can now choose the lid of {P} in {4-7} colours.
Your questions, answered. This week: how to look after {P}.
On show in our lobby: {8-20} prototypes of {P}. Most of them are failures.
The box of {P} is smaller now, and all the padding is paper.
Have you had {P} for long? We'd like to hear about it and will pay for your time.
The drawings of every part of {P} are online, for those who mend things themselves.
Maintenance: registering {P} won't be possible for {2-4} hours on the night of the {2-28}th.
We've doubled the number of days on which you can watch {P} being put together.
It's been wet. Here's how to dry {P} properly: lid open, half a day.
{P} is {3-9} years old today. The first one ever made still works in our canteen.
Beware of false shops that claim to sell {P}. Please check the address before you order.
The manual for {P} is now also available in sign language.
A corrected quick guide for {P} is out. The times in line {2-9} have changed.
The handle of {P} now suits left hands as well, from next month's batch on.
We took {P} to a primary school. "Why does it hum?" took {10-20} minutes.
{P} in a new colour. [Slate|Moss|Oat] goes on sale on {2-28} [March|October].
Introducing {P}. Three things are new: the lid, the markings and the handle.
{P} is now sold in {20-90} more shops. The list is on our site.
We are showing {P} live this month. Come and try it, no booking needed.
Seals and filters for {P} can now be bought one at a time.
You can now have a name engraved on {P}. It takes {4-9} working days.
We rewrote the manual for {P}. Larger type, {12-30} drawings, half the words.
Update {2-6}.{1-9} for {P} is out. It fixes the timer and two smaller faults.
Correction: the product page gave the wrong weight for {P}. We apologise.
Holiday hours: our {P} support line is closed from the {24-26}th and back in the new year.
Trade in your old {K}, whoever made it, when you choose {P}.
A day at our factory, in {7-14} minutes of film. See how {P} is made.
Spare parts for {P} will be kept for {8-12} years. We've put that in writing.
The repair cafe is back. Bring your {P}, and our engineers will look at it for nothing.
`,
  bodies: `
Many of you had asked, so here it is.
Shops have been told and are ready for your questions.
All details are on the product page.
Large print and plain text versions are available.
Owners have had an email from us.
Our site has the rest.
`,
  ends: `
Questions are welcome right here.
Thank you from all of us at {M}.
Our line is open from {8-9} to {17-18} on weekdays.
More news will follow on this account.
Your nearest dealer is on the map on our site.
Do tell us what you think.
{M}, {2-28} of this month.
`,
}

/** What the press reports in English: a headline with its first sentence, a second, an end. */
export const REPORT_EN: OfficeText = {
  heads: `
Power cut at the {M} works on the {2-28}th. Deliveries of {P} are a few days behind.
What does {P} cost to run? Our reporter measured it for a month: {2-6} pence a day.
A survey finds that households use their {K} {2-5} times a day. Owners of {P} use theirs more often.
{M} moves its advertising for {P} from television to local papers. "We'd like to be read," it says.
The longer people keep a thing, the likelier they are to keep the manual. We asked {100-400} owners of {P}.
New recruits at {M} spend their first {2-4} weeks at the repair bench for {P}.
A bench, a roof and {P}: the high street has a new place to rest. Takings go towards the lamps.
The queue for {P} at the trade fair reached {20-60} metres on the first day.
{M} has told for the first time where its name is from. {P} comes from the same dialect.
Should appliances be mended? Makers and sellers differ over the parts for {P}.
Copies of {P} are turning up abroad. {M} is considering legal steps.
{M} removes plastic from the packaging of {P}. That saves {10-40} tonnes a year.
Books: the diary of the {2-4} years in which {P} came about. Drier than expected, and better.
Changes in haulage will delay deliveries of {P} by a day or two in the country.
The general meeting of {M} lasted {30-90} minutes. Most questions were about the price of {P}.
When the weather turns, {K}s sell. {P} picks up below {5-9} degrees, shops report.
University team measures the noise of {6-12} appliances. {P} is among them.
{M} and a technical college have signed an agreement. Mending {P} becomes part of the course.
{M} to expand production of {P}. A new line opens in spring, the company said on [Monday|Thursday].
{P} passes {100-900},000 sold. {M} launched it {3-6} years ago to modest reviews.
Small households reshape kitchen sales. {M} was early with {P}, and rivals are following.
{M} to replace a part in some {P} units free of charge. Owners will be written to directly.
Quiet sells. Shoppers now ask about noise first, and {M} built {P} around that.
{M} sets out a three-year plan around {P}. Exports are to reach {20-40} per cent.
Former school becomes repair workshop. {M} will mend {P} where children once did sums.
Raw materials push up prices, but {M} holds {P} where it is. "For now," the finance chief said.
The engineer who spent {2-4} years taking a sound away: an interview with the designer of {P}.
{M} pledges spare parts for {P} for {8-12} years. Consumer groups called it a start.
Tea growers and {M} join forces. Courses with {P} begin next month.
{M} reports higher half-year sales. {P} made up for a weak autumn elsewhere.
`,
  bodies: `
Demand has risen by {5-30} per cent on a year ago, by the company's own count.
"There was a time when we couldn't keep up," a spokeswoman said.
In a city store on a weekday afternoon, several people were lifting display models off the shelf.
The trade association has counted {2-4} years of growth in a row.
More people are drinking at home, and the trade is watching closely.
Analysts note that households now wait {4-7} years between purchases.
The local chamber of commerce has welcomed the news.
Consumer advisers, for their part, have had enquiries about replacement parts.
The chief executive told reporters that the firm would rather be slow than sorry.
`,
  ends: `
Shares in {M} moved little.
Rivals are expected to respond before the year is out.
Details are due on the {5-25}th.
The company expects to be ready by next spring.
Visits are open to the public from next month.
Competitors declined to comment.
Supply of parts remains the open question.
More on page {4-17}.
`,
}

/** How a company's staff answers in English. */
export const STAFF_ANSWER_EN: Phrasebook['staffAnswer'] = {
  sorry: {
    heads: `
I'm sorry for the trouble.
Hello, this is {M} support. We've read your post.
We apologise that you've had to wait.
Thank you for using {P}, and I'm sorry for the worry.
We're sorry to have disappointed you.
Thank you for being so frank.
Your note about {P} has gone to the right team.
It helps that you described it so carefully.
Excuse us for writing unasked. We're from {M}.
That isn't how it should be.
`,
    bodies: `
Could you send us the serial number from the base in a message?
Please unplug it for ten minutes and try once more.
Let us check whether we can send you the part.
If you tell us when and where you bought it, we'll start a repair.
We've heard the same from others and are looking for the cause.
With a photo our engineers could see what's wrong.
With your order number we can find out where it is.
Within the guarantee we pay the postage.
As soon as we know more, we'll say so here.
The phones are busy today, so a message is quicker.
`,
    ends: `
Thank you for your patience.
You'll hear from us by {5-7} this evening.
I'll stay with this until it's solved.
Whenever it suits you.
We look forward to your reply.
Once more, our apologies.
We're here from {8-9} on weekdays.
Ask for desk {1-9}, that's me.
We mean to put it right.
With kind regards from the support team.
`,
  },
  thanks: {
    heads: `
Thank you, that's kind of you.
I'm on the team that built it, and I showed your post to the next desk.
Thank you for being so good to {P}.
We saw your post, and it went round the whole floor.
Thank you for choosing {P}.
As makers we can't ask for more than that.
What a nice message to start with.
It's good to hear that {P} has found such a home.
`,
    bodies: `
That was the part we spent longest on.
I'll pass it on to the factory. They'll be pleased.
A rinse with warm water and citric acid once a month keeps it that way.
The seal likes to be changed every {2-3} years.
If anything does bother you, please tell us that as well.
We read it out at this morning's meeting.
We mean to keep it so in the next one.
`,
    ends: `
Enjoy it.
We hope it stays with you for a long time.
Have a good day.
Do write again.
You've made our day.
Here's to the next cup.
`,
  },
}

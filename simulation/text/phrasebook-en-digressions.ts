/** Asides of those who write long. */
export const DIGRESSIONS_EN = `
By the way, the plum tree next door has outdone itself this year.
This has nothing to do with it, but I finally finished the last jar of damson jam.
While I've been writing, the cat on my knee has turned over three times.
Our teapot was my grandmother's, and the spout is chipped, which is beside the point.
My father used to say something of the kind, come to think of it, and I used to roll my eyes.
Once I start thinking about such things the hoovering doesn't get done.
It reminds me that the day we moved in here was just as grey as this one.
I can hear myself beginning to sound like my mother, so let me get back on track.
The postman came in the middle of this, and I had to read it from the top to see what I meant.
The kitchen clock is still five minutes fast, not that it matters.
I may have mentioned that our kitchen is tiny. If the fridge is open, nobody can pass.
Whoever I tell about it says "oh" and changes the subject, and so you're getting it instead.
I'm rambling. It's got worse lately.
There's building work across the road, and it only goes quiet at ten and at three.
It must be age that makes one notice these little things.
A young colleague told me that this was deep. It isn't, but it was kind of him.
I had a pan on the hob all this while, as I've just remembered. I was in time.
I turned it over in my head in the waiting room last week, where there was nothing to read but leaflets.
Ten years ago, according to my diary, I was fretting about much the same thing.
It sounds grand when I put it like that, but most of life is made of this sort of thing, isn't it?
It has now taken me an hour to write this.
I'd meant to say it in three lines.
I told a friend on the telephone, but she was boiling an egg and had to go.
One writes too much when it's raining.
The trees by the church have begun to turn, and I go the long way round to look at them.
My nephew laughed when I told him. I don't think it was a laughing matter.
For somebody who gives everything up after three days I've kept at it rather well.
The soup was too salty today. That's what comes of thinking while one cooks.
It was bright when I began writing this, and since then the clouds have come over.
My grandmother would have said that it must be nice to have such worries.
The boy across the street keeps stumbling over the same bar on the piano, and I find that I hold my breath with him.
This time last year I was in hospital, so I'm in no position to complain about anything.
I've been looking for my glasses all the while. They were on my head.
The flowers I bought on Tuesday are still up, which may explain my mood.
A younger me would be surprised at how small the things are that I write about.
People tell me to keep it short, but then I leave out the main thing.
I cycled to the next village with this on my mind and took the wrong turning home.
I thought of it in the dentist's chair, so a detail or two may be off.
The television is on with the sound off, and everyone in it seems to be having a lovely time.
A man I used to work for said that people who talk about tools haven't enough to do. He had a point.
The shopping is still on the floor, and I daren't think about the butter.
I'd rather have talked it through with somebody, but there's only the goldfish.
It has just struck me that I should have brought the washing in first.
I nearly signed this with kind regards, which shows you how long it has become.
A dog looked up at me in the street today as if it understood.
My sister claims that the smaller the matter, the longer I talk.
A song I know came on just now, and I lost the thread for a while.
It's no secret, it only takes too long to say aloud.
When I think of the time you've spent on reading this I feel quite guilty.
Notices for the village hall are the one thing that I manage to write briefly.
I've put the chair up a notch. One thinks gloomier thoughts with a bad back.
By next month I may have forgotten all about it. Today it matters.
An old calculator turned up in a drawer, and it still runs. I mention it only because it pleased me.
There's something simmering at my elbow, so forgive me if I jump about.
The goldfish is seven this year. Where was I?
I've written this out twice already, and it still comes to more than I meant.
`

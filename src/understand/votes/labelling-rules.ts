/**
 * The rules by which people label posts, in short, for a language model: the same in both languages,
 * so that votes and audits speak of the same labels.
 */
export const LABELLING_RULES = `Label each post as its author meant it. Text that the author quotes from others does not count as the author's own. Japanese and English alike. When in doubt, the plainer label.

sentiment: the author's feeling in the post: negative, neutral or positive. Mixed: what outweighs; balanced: neutral. Sarcasm: what is meant. A factual question or notice is neutral unless feeling shows.

stage: where the author is in a decision about a product, service, brand, place or work that one can choose.
- none: no such decision shows (daily life, news, politics, greetings, advertising of one's own).
- discovery: has just become aware, is curious, sees a need; weighs no particular option yet.
- evaluation: weighs particular options or is about to buy: compares, asks price, features, fit, stock; means to buy or book.
- recommendation: advises others, for or against.
- satisfaction: has it, uses it, was there: experience, delight, complaint, support, return, leaving.
Both advice and experience: recommendation if others are told what to do, else satisfaction.

stance: praise together with complaint or churn is mixed; praise alone is for; complaint or churn alone is against; none of these, but advice or an experience: positive is for, negative against; everything else is none.

Each of these is yes or no:
- question: wants an answer, also without a question mark; not rhetorical.
- complaint: a product, service, company or its people fell short; not bad mood about weather, life or politics.
- praise: a product, service, company or its people were good; not being happy about something else.
- purchase: means to buy, order, book or subscribe, or just did; not bought long ago, not a mere wish.
- recommendation_sought: asks others what or whether to choose; not for a fact or for help.
- recommendation_given: advises others for or against choosing something; not an experience without advice.
- support: needs help with something owned, ordered or booked; not a complaint that asks for nothing.
- feature: wishes that a product or service had or did something else.
- churn: is leaving or threatens to: cancels, switches, "never again".
- spam: advertising, scams, giveaways by strangers, machine-made link posts; not a person sharing their own shop once in conversation.
- toxicity: insults, threats, slurs, harassment of people or groups; not mild swearing at things.`

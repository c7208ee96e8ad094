/**
 * English words of feeling, written for this project. The number is the strength on the scale of
 * -4 (most negative) to 4; a phrase is written with `_`. Forms in -s, -ed, -ing, -er, -est, -ly are
 * found through their stem (`english-sentiment.ts`).
 */
export const ENGLISH_LEXICON: readonly (readonly [weight: number, words: string])[] = [
  [
    3.4,
    `amazing awesome outstanding superb phenomenal magnificent extraordinary breathtaking flawless
    perfection masterpiece best_ever blown_away life_changing second_to_none game_changer
    chef's_kiss heavenly`,
  ],
  [
    3,
    `excellent perfect fantastic wonderful brilliant incredible fabulous marvelous marvellous
    terrific spectacular stunning exceptional adore ecstatic thrilled overjoyed bliss blissful
    glorious best love loving loved delightful delighted exquisite unbeatable top_notch
    highly_recommend must_have world_class five_stars 5_stars lifesaver stellar sublime
    mind-blowing mindblowing`,
  ],
  [
    2.4,
    `great happy beautiful gorgeous impressive impressed enjoy enjoyable joy joyful win winner
    winning hilarious excited exciting favorite favourite lovely charming splendid celebrate
    celebration congrats congratulations grateful thankful blessed yay woohoo hooray hurray woot
    cheerful remarkable admirable elegant genius glad pleased pleasure proud refreshing rewarding
    satisfying triumph vibrant worth_it well_worth well_done hats_off can't_wait cant_wait
    so_far_so_good works_like_a_charm wow fun exhilarating dazzling heartwarming captivating
    engrossing riveting compelling masterful delicious yummy tasty scrumptious treasure miracle
    paradise adorable sweetheart honored honoured ftw xoxo hugs yum`,
  ],
  [
    1.8,
    `good nice cool thanks thank thx ty cute sweet kind friendly helpful reliable
    comfortable comfy smooth fast_delivery recommend recommended sturdy durable generous pleasant
    fresh clean beauty lucky success successful succeed praise appreciate appreciated appreciation
    welcome funny smile smiling laugh laughing lol haha hahaha hehe lmao rofl warm wise smart
    clever talented gifted inspire inspired inspiring inspirational hope_so hopeful optimistic
    confident strong safe secure peace peaceful calm relaxing relaxed cozy cosy handy versatile
    intuitive seamless quick responsive efficient effective bargain well_made well_written
    well_built well_acted entertaining amusing witty touching moving insightful engaging thoughtful
    graceful rich powerful imaginative inventive original memorable superior advantage benefit
    improve improved improvement upgrade solid crisp accurate value quality kudos bravo cheers
    freedom hero honest honesty honor hopefully hug kiss loyal passion passionate pretty prize
    promising romantic sexy sincere spirited stylish super supportive sunshine trust trusted
    trustworthy truth victory wealth wonder worthwhile worthy birthday merry`,
  ],
  [
    1.2,
    `better fine ok okay easy easily works worked satisfied satisfactory decent adequate fair like
    liked likes likable interesting interested useful want_to_go agree agreed yes yep yeah sure
    ready free bonus discount deal affordable cheap_price light lightweight simple compatible
    convenient flexible modern sleek bright care caring clear clever_enough comfort creative
    dear eager ease encourage energetic enough_room faith festive fit fits fond forgive friend
    gain gentle gift glow grand growth help helped helps heart hope ideal important innocent
    intelligent interest join justice keen legit luck matter_of_taste natural noble nostalgic
    patience playful polite popular positive precious privilege progress protect rescue resolved
    respect romance save share significant spark stable steady support sweetly sympathy
    tender tolerant treat unique useful_for valuable virtue vitality well willing wish`,
  ],
  [
    0.6,
    `not_bad no_complaints no_problem no_problems no_issues no_worries trouble-free worry-free`,
  ],
  [
    -0.8,
    `unfortunately sadly average mediocre meh okayish slow wait waiting late boring_at_times cheap
    expensive pricey overpriced small hard difficult difficulty complicated confusing confused
    unsure doubt doubtful skeptical miss missing missed lack lacks lacking lacked limited short
    no_longer pressure drop dropped strange odd weird random rough loud noisy heavy bulky tired
    sleepy bored sorry apology apologies serious tough old outdated alone bother blame avoid
    argue cost cut debt delay delayed demand deny dump excuse hassle hesitant ignore ignored
    interrupt leak loose noise oversight plain poorly_lit predictable repetitive restrict
    shallow shaky shy silly skip stiff stuck struggle struggled superficial thin uneven vague
    unresolved wrongly predictably tedious uninspired unremarkable formulaic contrived flat`,
  ],
  [
    -1.6,
    `bad sad poor poorly wrong fail failed fails failure problem problems issue issues complaint
    complain complaining annoying annoyed annoy upset disappointed disappointing disappointment
    disappoint unhappy dislike disliked hurt hurts pain painful ugly weak worse broken broke break
    defective faulty error bug bugs buggy glitch glitchy crash crashed crashes crashing stupid dumb
    lame dull boring bore boredom lost lose losing loser cry crying lonely worried worry worries
    worrying anxious anxiety stress stressed stressful nervous scared scary fear afraid angry anger
    mad mess messy messed nasty rude unfair unfriendly unreliable unprofessional uncomfortable
    unhelpful unresponsive unacceptable unable useless wasted junk cheaply flimsy scratched
    damaged damage sick ill headache exhausted frustrated frustrating frustration jealous guilty
    ashamed shame embarrassing embarrassed awkward ridiculous nonsense pointless pathetic sucks
    suck sucked crap crappy damn hell ugh argh sigh boo regret regrets regretted refund scratch
    kill killed dead death die dying danger dangerous threat war crime criminal cruel corrupt
    corruption crisis disease enemy evil fight fraudulent greed greedy guilt hopeless ignorant
    injured injury insult lie lied lies lying liar miserable misery misleading neglect poison
    punish reject rejected revenge risky ruin sin steal stole suffer suffering tragic tragedy
    trouble troubled troubles victim violent violence vulgar warning wicked wound clumsy
    incoherent clichéd cliched lifeless lackluster soulless amateurish bland inept muddled stale
    contempt absurd chaos collapse condemn controversial cheated costly denied desperate destroy
    doom dread failing harm harmful hostile inferior insane insecure isolated lazy offensive
    overrated panic paranoid pity sore sucker tense terrify unstable unwanted weep wtf bs
    smh yuck eww gross grumpy cranky gloomy freezing cold_food soggy stinky smelly dirty filthy`,
  ],
  [
    -2.4,
    `terrible awful horrible hate hated hates hating disgusting disgusted disgust dreadful horrific
    disaster disastrous furious outraged outrage outrageous appalling atrocious unbearable nightmare
    garbage trash rubbish scam scammed scammer fraud rip-off ripoff rip_off ripped_off waste
    waste_of waste_of_time waste_of_money bullshit shit shitty pissed hideous repulsive heartbroken
    heartbreaking devastated devastating depressed depressing depression abysmal joke_of fucked
    never_again stay_away steer_clear fed_up had_enough fell_apart falls_apart stopped_working
    doesn't_work does_not_work didn't_work not_working won't_turn_on let_down letdown
    piece_of_crap piece_of_junk a_joke dead_on_arrival customer_service_is_a_joke lost_my_package
    murder rape torture terror terrorist terrorism abuse abused abusive racist racism betrayed
    betrayal catastrophe crushed despise detest deplorable brutal bastard bitch asshole idiot
    idiotic moron morons imbecile`,
  ],
  [-3.2, `worst worst_ever unforgivable hellish vile abomination loathe zero_stars excruciating`],
]

/** Words that strengthen (positive) or weaken what follows; strengths after Hutto & Gilbert (2014). */
export const ENGLISH_INTENSIFIERS: Readonly<Record<string, number>> = {
  ...strengths(
    0.293,
    `absolutely amazingly completely considerably deeply effing enormously entirely especially
    exceptionally extremely fabulously freaking fricking fucking fully greatly highly hugely
    incredibly insanely intensely literally majorly more most particularly purely quite really
    remarkably seriously so substantially super thoroughly too totally tremendously truly
    unbelievably unusually utterly very`,
  ),
  ...strengths(
    -0.293,
    'almost barely hardly kinda kindof less little marginally occasionally partly scarcely slightly somewhat sorta sortof fairly',
  ),
}

export const ENGLISH_NEGATIONS: ReadonlySet<string> = new Set(
  `not no never none nobody nothing neither nor nowhere without cannot cant can't dont don't doesnt
  doesn't didnt didn't isnt isn't wasnt wasn't arent aren't werent weren't wont won't wouldnt
  wouldn't couldnt couldn't shouldnt shouldn't hasnt hasn't havent haven't hadnt hadn't aint ain't
  neednt needn't rarely seldom hardly lacks`.split(/\s+/),
)

function strengths(strength: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(/\s+/).map((word) => [word, strength]))
}

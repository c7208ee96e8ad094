/** Word classes of English that turns share; each stands for the inside of a group in a pattern. */

/** People of one's own, who serve nobody. */
export const KIN =
  'sister|brother|mum|mom|mother|dad|father|gran|granny|grandma|nan|grandad|grandpa|aunt|auntie|uncle|cousin|cousins|nephew|niece|daughter|son|husband|wife|partner|boyfriend|girlfriend|fiancée?|friend|friends|mate|mates|flatmate|roommate|neighbour|neighbor|neighbours|neighbors|colleague|coworker|boss|kid|kids|boy|boys|girl|girls|baby|toddler|twins|date'

/** Who works for the company that is spoken of. */
export const STAFF =
  'staff|team|crew|driver|drivers|instructor|instructors|teacher|teachers|tutor|coach|trainer|cook|cooks|chef|waiter|waitress|barista|bartender|host|guide|nurse|nurses|doctor|dentist|vet|physio|surgeon|mechanic|plumber|electrician|builder|builders|fitter|courier|postman|cashier|clerk|receptionist|reception|agent|advisor|adviser|support|service|customer care|customer service|helpline|manager|owner|owners|receptionists|pilot|conductor|hairdresser|barber|stylist|therapist|seller'

/** What goes wrong with goods and services. */
export const FAILS =
  "broke|broken|breaks|break|breaking|crash\\w*|fail\\w*|late|lost|loses|losing|cancel\\w*|block\\w*|froze\\w*|freez\\w*|stuck|jams|jammed|leak\\w*|burnt|stale|stone cold|freezing|lukewarm|hung up|hangs? up|hanging up|on hold|delay\\w*|refus\\w*|ignor\\w*|missing|wrong|dead|smashed|mould\\w*|mold\\w*|out of order|out of service|delet\\w*|disappear\\w*|vanish\\w*|expired|overcharg\\w*|twice|locked (?:me )?out|logg?(?:ed|s) (?:me )?out|errors?|outage|surcharge|cold|somebody else's hair|hairs?|plaster|cockroach\\w*|down again|shut|closed|not working|doesn't work|didn't work|won't|can't|unanswered|squashed|soaked|cracked|snapped|rusty|ripped|torn|scratched|an hour late|sold out|charged"

/** Words of approval: where one stands, a post isn't bare of feeling. */
export const GOOD =
  'great\\w*|best|amazing\\w*|brilliant\\w*|lovely|lov(?:e|ed|es|ing)|perfect\\w*|excellent\\w*|fantastic\\w*|wonderful\\w*|awesome|superb\\w*|delicious|beautiful\\w*|gorgeous|friendl\\w+|helpful\\w*|kind\\w*|fast\\w*|quick\\w*|speedy|prompt\\w*|spotless|delight\\w*|thrilled|happy|pleased|glad|grateful|bliss\\w*|joy\\w*|magic\\w*|impress\\w*|incredibl\\w*|outstanding|flawless\\w*|top|notch|hats off|worth|recommend\\w*|good|nice\\w*|well|better|fab\\w*|genius\\w*|hero\\w*|legend\\w*|stars?|saints?|artists?|dream\\w*|tasty|yum\\w*|comfy|comfortable|cosy|cozy|smooth\\w*|gem|treats?|stunning|fun|enjoy\\w*|ador\\w*|thoughtful|patien\\w*|gentl\\w*|wizards?|angels?|lifesavers?|godsend|sturd\\w+|eas\\w+|clean|fresh|attentive|professional\\w*|polite\\w*|cheerful\\w*|generous\\w*|honest\\w*|reliabl\\w*|quality|neat\\w*|care|caring|careful\\w*|talented|skil\\w+|effort|made my|saved|masters?|pros?|class|classy|charming|welcom\\w*|warm\\w*|heavenly|divine|spoil\\w*|going above|above and beyond|went out of|extra mile|sorting|sorted|fix\\w*|like new|works'

/** Words of blame. */
export const BAD =
  'bad|badly|awful\\w*|terribl\\w*|horribl\\w*|slow\\w*|rude\\w*|dirty|filthy|late|noisy|noise|broken|useless|rubbish|worst|worse|hat(?:e|ed|es|ing)|disappoint\\w*|ruin\\w*|wreck\\w*|annoy\\w*|pathetic|miserable|lousy|dreadful\\w*|boring|bored|pain\\w*|ugly|overpriced|never again|fuming|furious|livid|stale|burnt|soggy|tasteless|bland|stress\\w*|scam\\w*|rip-?off|mess\\w*|chaos|chaotic|dread\\w*|regret\\w*|avoid|waste\\w*|fail\\w*|nightmare|joke|shambles|ridiculous\\w*|unacceptabl\\w*|disgust\\w*|shame\\w*|shambolic|unbelievabl\\w*|absurd|sick of|fed up|angry|sad|sadly|unfortunately|sorry|scared|fear\\w*|worr\\w*|crap\\w*|shit\\w*|damn|bloody|fuck\\w*|hell|ugh|sigh|grr+|again|still'

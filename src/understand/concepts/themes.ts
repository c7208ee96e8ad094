/**
 * Concepts that speak of one matter, as those who analyse reviews by aspect divide them (M. Pontiki et
 * al., "SemEval-2016 Task 5: Aspect Based Sentiment Analysis": an entity and its attribute): who says
 * "noisy" and who says "the sound" is loud say the same. Each concept stands under one theme at most;
 * what fits under none (a house, a country, "satisfying") is left to itself.
 */
export const THEMES: Readonly<Record<string, readonly string[]>> = themes({
  noise: 'sound noise noisy quiet disturbs-nobody disturbs-people',
  'audio-quality': 'great-sound hard-to-hear background-music soundtrack microphone',
  looks: 'design colour beautiful ugly looks-fitting',
  lifetime:
    'durability warranty breaks-down does-not-last lasts-long sturdy flimsy used-for-years died-early',
  power: 'battery device-charging power-consumption driving-range charging-station',
  picture: 'screen picture-quality camera too-dark bright too-bright graphics frame-rate',
  heat: 'device-heat overheats',
  weight: 'weight heavy lightweight portable',
  size: 'size too-big right-size size-runs-small clothing-fit',
  make: 'workmanship material high-quality poor-quality well-made bad-work',
  'ease-of-use':
    'user-interface manual easy-to-use hard-to-use function assembly overcomplicated-rules',
  upkeep: 'washing-care easy-to-clean hard-to-clean',
  dishwashing: 'dishwasher',
  taste: 'taste delicious tastes-bad bland too-sweet too-salty too-spicy tastes-better',
  texture: 'greasy dry-food tender crispy undercooked served-cold',
  freshness: 'fresh gone-off ingredient-food',
  portions: 'portion small-portion generous-portion',
  smell: 'smell smells-bad smells-good',
  price: `price expensive cheap good-value waste-of-money price-rise
    fee worth-its-price not-worth-its-price`,
  discounts: 'discount discount-offer coupon',
  'hidden-costs': 'hidden-fees unclear-pricing clear-pricing',
  support: `support customer-service chat-support phone-line complaint-handling communication
    reception on-hold no-reply quick-reply ignored-by-service waits-for-ages
    bad-service blames-customer indifferent does-not-listen listens kind-service rude
    went-out-of-their-way staff`,
  explanation: 'explanation explains-clearly explains-poorly',
  delivery:
    'delivery shipping-cost arrives-late arrives-early came-quickly lost-in-delivery pickup',
  waiting: 'waiting-time queue queue-line',
  packing: 'packaging well-packed badly-packed',
  wrapping: 'gift-wrapping',
  availability:
    'hard-to-get-supplies stock out-of-stock in-stock product-range rich-in-choice poor-in-choice',
  connection: 'app crashes buggy wireless-connection weak-signal stability server disconnects',
  speed: 'responsiveness slow fast processor',
  network: 'network-speed wifi',
  updates: 'software-update update-made-worse',
  safety: 'safety-of-use unsafe safe child-lock',
  account: 'login password user-account',
  privacy: 'privacy security',
  advertising: 'advertising intrusive-ads',
  refunds: 'return-exchange refund',
  cancelling: 'cancellation easy-to-cancel contract-terms',
  booking: 'reservation hard-to-reserve overbooked',
  cleanliness: 'cleanliness dirty clean',
  crowding: 'crowding crowded not-crowded',
  space: 'cramped spacious',
  location: 'access well-located badly-located',
  comfort: 'seat bed comfortable uncomfortable ride-comfort',
  temperature: 'too-hot-place too-cold-place air-conditioning heating insulation',
  atmosphere: 'atmosphere good-atmosphere bad-atmosphere',
  authenticity: 'fake-product genuine-product not-as-described works-as-promised',
  skin: 'skin ingredients irritates-skin moisturising side-effect',
  story: 'story ending predictable unpredictable-plot spoiled',
  balance: 'difficulty too-difficult too-easy bad-balance',
  work: 'workplace good-workplace working-hours overworks-people workload',
  pay: 'wage underpays pays-well',
  leak: 'leaks water-resistance',
})

function themes(lists: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(lists).map(([theme, ids]) => [theme, ids.trim().split(/\s+/)]),
  )
}

const THEME_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(THEMES).flatMap(([theme, ids]) => ids.map((id) => [id, theme])),
)

/** The theme under which a concept stands. */
export function themeOf(conceptId: string): string | undefined {
  return THEME_OF.get(conceptId)
}

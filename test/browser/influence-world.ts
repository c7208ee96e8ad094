import { seededChance } from '#vocabulary/index.ts'

const DAY_MS = 86_400_000
const DAYS = 60
const READERS = 300

/** Whose words move people, and who is only heard everywhere. */
export const QUIET = 'Hana'
export const LOUD = 'Taro'
/** Whom the quiet one reads before she writes. */
export const BEHIND = 'Mika'
export const TOPIC = 'Yurari'

interface Author {
  name: string
  posts: number
  likesAPost: number
  says: string
  /** Chance that a like is followed by a purchase that would not have happened. */
  causes: number
}

const AUTHORS: Author[] = [
  { name: QUIET, posts: 30, likesAPost: 12, says: 'を買ってよかった', causes: 0.4 },
  { name: LOUD, posts: 60, likesAPost: 16, says: ' 気になる', causes: 0 },
  { name: BEHIND, posts: 12, likesAPost: 10, says: 'おすすめです', causes: 0.4 },
  { name: 'Emma', posts: 20, likesAPost: 6, says: ' 気になる', causes: 0 },
]
const BY_THEMSELVES = 150
const CURIOUS_BY_THEMSELVES = 80

/** Activities in the form of POST /activities. */
export interface Told {
  activities: object[]
  outcomes: number
  caused: number
}

/**
 * A small world of which it is known who caused what: people like posts of four authors for two months
 * and buy, most of them by themselves, some because of the quiet one or of whom she reads before she
 * writes. The loud one is liked most and causes nothing.
 */
export function influenceWorld(seed: number, end: Date): Told {
  const chance = seededChance(seed, 'a world for the page of influence')
  const begin = end.getTime() - DAYS * DAY_MS
  const anyTime = () => begin + chance() * (DAYS - 1) * DAY_MS
  const anyReader = () => `reader-${Math.floor(chance() * READERS)}`
  const told: object[] = []
  const purchases: { at: number; by: string }[] = []
  const curious: { at: number; by: string }[] = []
  const tell = (type: string, by: string, at: number, more: object) =>
    told.push({
      id: `told-${told.length}`,
      ...{ type, actor: { platform: 'forum', handle: by, name: by } },
      ...{ published: new Date(at).toISOString(), ...more },
    })
  let posts = 0
  const say = (by: string, at: number, says: string) => {
    posts += 1
    const id = `post-${posts}`
    tell('Create', by, at, { id, object: { type: 'Note', id, content: `${TOPIC}${says}` } })
    return id
  }
  for (const { name, posts: count, likesAPost, says, causes } of AUTHORS) {
    for (let i = 0; i < count; i++) {
      const at = anyTime()
      if (name === QUIET) {
        const before = say(BEHIND, at - 7_200_000, 'おすすめです')
        tell('Like', QUIET, at - 3_600_000, { object: before })
      }
      const post = say(name, at, says)
      for (let n = 0; n < likesAPost; n++) {
        const by = anyReader()
        const liked = at + chance() * 0.3 * DAY_MS
        tell('Like', by, liked, { object: post })
        const waited = -Math.log(1 - chance()) * 0.8 * DAY_MS
        const [buys, asks] = [chance(), chance()]
        if (buys < causes) purchases.push({ at: liked + waited, by })
        else if (asks < causes) curious.push({ at: liked + waited, by })
      }
    }
  }
  const caused = purchases.filter(({ at }) => at < end.getTime()).length
  for (let i = 0; i < BY_THEMSELVES; i++) purchases.push({ at: anyTime(), by: anyReader() })
  const bought = purchases.filter(({ at }) => at < end.getTime())
  for (const { at, by } of bought) {
    const outcome = { type: 'purchase', value: 12_800, currency: 'JPY', about: TOPIC }
    tell('Outcome', by, at, { outcome })
  }
  for (let i = 0; i < CURIOUS_BY_THEMSELVES; i++) curious.push({ at: anyTime(), by: anyReader() })
  for (const { at, by } of curious.filter(({ at }) => at < end.getTime())) {
    const id = `curious-${told.length}`
    tell('Create', by, at, { id, object: { type: 'Note', id, content: `${TOPIC} 気になる` } })
  }
  return { activities: told, outcomes: bought.length, caused }
}

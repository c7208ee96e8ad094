import { seededChance } from '#vocabulary/index.ts'
import type { Chance } from '../text/text-request.ts'
import type { Actor, WorldOptions, Writing } from '../world.ts'
import { openAccounts } from './accounts.ts'
import { profileOf } from './bios.ts'
import { draftOrganisations } from './organisations.ts'
import { type Draft, draftPeople, staffCount } from './people.ts'

/** Everybody in the world, people first; the loud and the quiet one stand right behind the staff. */
export function makeCast({ seed, people }: WorldOptions, writing: Writing): Actor[] {
  const voices = seededChance(seed, 'voices')
  const drafts = draftPeople(people, seededChance(seed, 'people'), writing, voices)
  const loud = staffCount(people)
  const planted = drafts.map((draft) => {
    if (draft.index === loud) return plantLoud(draft, writing, seed)
    return draft.index === loud + 1 ? plantQuiet(draft, writing, seed) : draft
  })
  const organisations = draftOrganisations(people, writing, voices)
  const actors = openAccounts([...planted, ...organisations], seededChance(seed, 'accounts'))
  const bios = seededChance(seed, 'bios')
  return actors.map((actor) => withProfile(actor, bios))
}

/** The first account says who its owner is, if it says so at all. */
function withProfile(actor: Actor, chance: Chance): Actor {
  const { bio, is } = profileOf(actor, chance)
  const [first, ...others] = actor.accounts
  if (first === undefined || bio === undefined) return actor
  const told = { ...first, handle: { ...first.handle, bio } }
  return { ...actor, accounts: [told, ...others], ...(is === undefined ? {} : { is }) }
}

/** Many posts, many followers, and nobody does anything because of them: r = 0. */
function plantLoud(draft: Draft, writing: Writing, seed: number): Draft {
  return {
    ...draft,
    ...{ planted: 'loud', influence: 0, pace: 90, popularity: 1 },
    ...{ name: '家電めぐり隊長', usernameStem: 'kaden_taicho' },
    ...unnamed,
    interests: ['kettle', 'coffee-maker'],
    utcOffsetHours: 9,
    voice: writing.makeVoice('gadgets', 'ja', seededChance(seed, 'loud')),
  }
}

/** Few posts, few followers, and they act on them. */
function plantQuiet(draft: Draft, writing: Writing, seed: number): Draft {
  return {
    ...draft,
    ...{ planted: 'quiet', influence: 3, pace: 6, popularity: 1 },
    ...{ name: '山際のひと', usernameStem: 'yamagiwa' },
    ...unnamed,
    interests: ['flask', 'kettle'],
    utcOffsetHours: 9,
    voice: writing.makeVoice('camping', 'ja', seededChance(seed, 'quiet')),
  }
}

/** They go by their nicknames alone. */
const unnamed = { family: '', given: '', reading: '' }

import type { Chance } from '#vocabulary/index.ts'
import type { ActorRole, Writing } from '../world.ts'
import type { CompanyId } from './company.ts'
import type { Draft } from './people.ts'

/** An organisation that speaks: its name, what it is to the company, where it has its account. */
interface Organisation {
  id: string
  name: string
  usernameStem: string
  role: ActorRole
  language: 'ja' | 'en'
  platform: string
  companyId?: CompanyId
  /** Posts a week. */
  postsPerWeek: number
  popularity: number
  influence: number
}

/** All invented. Competitors keep to themselves, partners sell ours, the press writes about everybody. */
export const ORGANISATIONS: readonly Organisation[] = [
  own('kotoyu-ja', 'コトユ公式', 'kotoyu_jp', 'ja', 'x'),
  own('kotoyu-en', 'Kotoyu', 'kotoyu', 'en', 'bluesky'),
  own('kotoyu-mastodon', 'コトユ開発室', 'kotoyu_lab', 'ja', 'mastodon'),
  rival('brellwick', 'Brellwick Home', 'brellwick', 'en', 'bluesky'),
  rival('brellwick', 'ブレルウィック日本', 'brellwick_jp', 'ja', 'x'),
  rival('hinomaki', 'ヒノマキ', 'hinomaki', 'ja', 'x'),
  rival('velkaro', 'Velkaro', 'velkaro', 'en', 'x'),
  partner('shop-yukara', '道具屋ゆからや', 'yukaraya', 'ja', 'x'),
  partner('shop-nagomido', 'なごみ堂キッチン', 'nagomido', 'ja', 'bluesky'),
  partner('shop-finch', 'Finch & Fennimore Kitchen', 'finchfennimore', 'en', 'bluesky'),
  partner('shop-lanterne', 'Lanternhill Outfitters', 'lanternhill', 'en', 'mastodon'),
  partner('refill-tokari', 'とかり製紙フィルター工房', 'tokari_filter', 'ja', 'x'),
  press('press-kurashino', 'くらしの道具帖', 'kurashinodogu', 'ja', 'feed'),
  press('press-ippuku', '週刊いっぷく', 'weekly_ippuku', 'ja', 'x'),
  press('press-kadenhibi', '家電ひび', 'kadenhibi', 'ja', 'feed'),
  press('press-thedrip', 'The Daily Dripper', 'dailydripper', 'en', 'feed'),
  press('press-counter', 'Countertop Review', 'countertopreview', 'en', 'bluesky'),
]

type Place = [
  id: string,
  name: string,
  usernameStem: string,
  language: 'ja' | 'en',
  platform: string,
]

function organisation(
  role: ActorRole,
  [id, name, usernameStem, language, platform]: Place,
  rest: Pick<Organisation, 'postsPerWeek' | 'popularity' | 'influence'>,
): Organisation {
  return { ...{ id, name, usernameStem, language, platform, role }, ...rest }
}

function own(...place: Place): Organisation {
  const rates = { postsPerWeek: 3, popularity: 160, influence: 0.25 }
  return { ...organisation('company', place, rates), companyId: 'kotoyu' }
}

function rival(
  companyId: CompanyId,
  name: string,
  stem: string,
  language: 'ja' | 'en',
  platform: string,
): Organisation {
  const rates = { postsPerWeek: 2.5, popularity: 110, influence: 0.25 }
  const place: Place = [`${companyId}-${language}`, name, stem, language, platform]
  return { ...organisation('competitor', place, rates), companyId }
}

function partner(...place: Place): Organisation {
  return organisation('partner', place, { postsPerWeek: 2, popularity: 40, influence: 0.35 })
}

function press(...place: Place): Organisation {
  return organisation('press', place, { postsPerWeek: 3.5, popularity: 130, influence: 0.3 })
}

/** The organisations as actors, numbered on from the people. */
export function draftOrganisations(from: number, writing: Writing, voices: Chance): Draft[] {
  return ORGANISATIONS.map((one, i) => {
    const voice = writing.makeVoice('small-shops', one.language, voices)
    return {
      index: from + i,
      id: `org-${one.id}`,
      role: one.role,
      isOrganisation: true,
      name: one.name,
      usernameStem: one.usernameStem,
      ...(one.companyId === undefined ? {} : { companyId: one.companyId }),
      voice: { ...voice, register: one.role === 'press' ? 'press' : 'staff' },
      utcOffsetHours: one.language === 'ja' ? 9 : 0,
      pace: one.postsPerWeek,
      influence: one.influence,
      popularity: one.popularity,
      interests: [],
      eagerness: 0,
    }
  })
}

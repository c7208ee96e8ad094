import { organisationKey } from '#language/index.ts'

/** An organisation that may be named in profiles. */
export interface KnownWorkplace {
  id: string
  name: string
}

/** Where a profile or a display name says that somebody works. */
export interface WorkplaceFound {
  organisationId: string
  /** As they stand in the text. */
  words: string
  in: 'bio' | 'name'
}

/** Shorter names are words of everyday language too often. */
const NAME_CHARS_MIN = 3
const CHARS_MAX = 1_000

const NOT_BEFORE =
  /(?:元|前職は?|旧|もと|ex[-\s]|former(?:ly)?\s+(?:at\s+|of\s+|with\s+)?|previously\s+(?:at\s+)?|not (?:affiliated|associated) with\s+|no longer (?:at|with)\s+|fan of\s+|love\s+|loves\s+|loving\s+|customer of\s+|user of\s+|left\s+|used to work (?:at|for)\s+|(?:married to|wife of|husband of|daughter of|son of|friend of|dating) .{0,30}(?:at|from|of|with)\s+|もう|いつか|憧れの|夫は|妻は|父は|母は|友人が|主人が|夫が|妻が|父が|母が)[「『"“]?$/iu
const NOT_BEHIND =
  /^[」』"”]?(?:['’]s\s+(?:fan|customer|user)|\s+(?:fan|fans|lover|user|customer|collector|addict|alumn|alum\b|veteran|refugee|devotee|owner)|さん?が?(?:好き|大好き|推し|信者)|(?:の|を)?(?:ファン|愛用|愛好|信者|推し|ユーザー|使い|製品|商品|ケトル|ミル|ボトル)|が?(?:好き|大好き|推し)|(?:を|は)(?:退職|辞め|卒業|やめ)|に(?:入りたい|就職したい|憧れ|内定)|志望|OB|OG|出身|とは(?:関係|無関係)|に勤める(?:夫|妻|父|母|兄|姉|友)|勤務の(?:夫|妻|父|母)|で働く(?:夫|妻|父|母))/iu

const POSTS =
  '社員|勤務|所属|の中の人|で働(?:いて|く|き)|広報|営業|開発|設計|製造|品質|企画|マーケティング|エンジニア|デザイナー|研究員|店員|店長|バイヤー|担当|サポート|スタッフ|部長|課長|マネージャー|取締役|代表|人事|技術|販売|記者|編集|ライター'
const BEHIND_JA = new RegExp(
  `^[」』"”)）]?(?:株式会社)?(?:の|に|で|\\s|・|:|:|、|/|｜|\\|)?\\s?(?:[一-龠ァ-ヶーA-Za-z]{0,10}(?:部|課|室|事業部|チーム)?の?)?(?:${POSTS})`,
  'u',
)
const BEFORE_JA = /(?:勤務先|勤め先|所属|会社|仕事)(?:は|:|:|\s)\s?[「『]?$/u
const BEFORE_EN =
  /(?:\b(?:i\s+)?work(?:s|ing)?\s+(?:at|for|with)|\bemployed\s+(?:at|by)|\bday job:?|\bemployee (?:of|at)|\b(?:engineer|designer|manager|developer|marketer|marketing|sales|support|buyer|analyst|lead|specialist|head|director|scientist|technician|staff|team|product|operations|pr|comms|communications|qa|logistics|reporter|editor|writer|journalist|barista|merchandiser)(?:\s+[a-z&]+){0,2}\s*(?:@|\bat\b|\bfor\b|\bwith\b|,)|@)\s*$/iu
const BEHIND_EN =
  /^(?:\s+(?:employee|staff|team member|staffer|engineer|designer|support team|sales team|marketing team|product team|crew)\b|,\s*(?:engineer|designer|sales|marketing|support|product|operations)\b)/iu

/**
 * The organisations at which a profile, or a display name in its brackets, says that somebody works.
 * That a name occurs is not enough: the words beside it must say so, and none that it is over, or
 * that somebody merely likes it.
 */
export function createWorkplaceFinder(
  known: readonly KnownWorkplace[],
): (profile: { name: string | null; bio: string | null }) => WorkplaceFound[] {
  const names = known.flatMap(({ id, name }) => {
    const key = organisationKey(name)
    return [...key].length < NAME_CHARS_MIN ? [] : [{ id, pattern: patternOf(name, key) }]
  })
  return ({ name, bio }) => {
    const found = new Map<string, WorkplaceFound>()
    const add = (organisationId: string, words: string | undefined, where: 'bio' | 'name') => {
      if (words === undefined || found.has(organisationId)) return
      found.set(organisationId, { organisationId, words, in: where })
    }
    const [title, text] = [fold(name), fold(bio)]
    for (const { id, pattern } of names) {
      if (title !== '') add(id, inName(title, pattern), 'name')
      if (text !== '') add(id, inBio(text, pattern), 'bio')
    }
    return [...found.values()]
  }
}

const fold = (text: string | null) => (text ?? '').normalize('NFKC').slice(0, CHARS_MAX)

const LEGAL_FORM =
  /^(?:株式会社|有限会社|合同会社|\(株\)|\(有\))|(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|,? (?:Inc|Ltd|LLC|GmbH|K\.?K)\.?)$/giu

/** Latin names stand as words of their own; a legal form before or behind belongs to them. */
function patternOf(name: string, key: string): string {
  const plain = name.normalize('NFKC')
  const escaped = [...new Set([plain, plain.replace(LEGAL_FORM, '').trim(), key])]
    .filter((one) => [...one].length >= NAME_CHARS_MIN)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s?'))
    .join('|')
  const edge = (at: string) => (/[A-Za-z0-9]/.test(at) ? '\\b' : '')
  const legal = '(?:株式会社|有限会社|合同会社|\\(株\\))?\\s?'
  return `${legal}${edge(name.charAt(0))}(?:${escaped})${edge(name.charAt(name.length - 1))}(?:\\s?(?:株式会社|有限会社|合同会社|\\(株\\)))?`
}

/** 山田 花子(コトユ), Hana @ Kotoyu, Hana | Kotoyu. */
function inName(title: string, pattern: string): string | undefined {
  const held = new RegExp(
    `[(@|/\\[【〈<]\\s?(${pattern})(?:広報|公式|営業)?\\s?(?:[)\\]】〉>]|$)`,
    'iu',
  )
  const match = held.exec(title)
  if (match === null) return undefined
  return /元|ex[-\s]|fan|ファン|推し/iu.test(title) ? undefined : match[0].trim()
}

function inBio(text: string, pattern: string): string | undefined {
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    const end = match.index + match[0].length
    const start = match.index + (/^\s/.test(match[0]) ? 1 : 0)
    const before = text.slice(Math.max(0, start - 50), start)
    const behind = text.slice(end, end + 30)
    if (NOT_BEFORE.test(before) || NOT_BEHIND.test(behind)) continue
    const said = BEFORE_EN.exec(before) ?? BEFORE_JA.exec(before)
    if (said !== null) return `${said[0]}${match[0].trim()}`.trim()
    const follows = BEHIND_JA.exec(behind) ?? BEHIND_EN.exec(behind)
    if (follows !== null) return `${match[0]}${follows[0]}`.trim()
  }
  return undefined
}

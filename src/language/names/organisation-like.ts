import { foldText } from '../fold.ts'
import { foldHan } from './han-folds.ts'
import { nicknameGroups } from './nicknames.ts'
import type { NameBearer } from './person-name.ts'
import { nameReadings } from './readings.ts'
import { splitHan } from './split.ts'

/** Marks of legal persons and of bodies, as folding leaves them (㈱ is (株)). */
const ORGANISATION_HAN = new RegExp(
  [
    '株式会社|有限会社|合同会社|合資会社|\\((?:株|有|同|社|財|一社|学|医|福|独)\\)|法人|協会|連盟|連合会?$|組合|財団|機構|学会|学園|大学$|大学院',
    '高校$|高等学校|中学校|小学校|幼稚園|保育園|専門学校|病院|医院|クリニック|くりにっく|薬局|歯科$|銀行|信用金庫|証券$|保険$|生命$|市役所|区役所|町役場|村役場|県庁|[都道府県]警',
    '警察|消防|消防署|図書館|博物館|美術館|水族館|動物園|公園$|劇場|劇団|楽団|合唱団|交響|新聞|放送$|出版$|書店$|書房|文庫$|編集部|編集室|広報|事務局|事務所|商店|商会|商事|商工会|工業$|工務店|製作所|製菓',
    '製薬$|建設$|不動産|運輸$|運送$|鉄道|交通$|航空$|観光$|旅行$|旅館|ほてる|温泉|食堂|酒場|居酒屋|喫茶|珈琲|かふぇ|べーかりー|れすとらん|らーめん|[^\\p{sc=Han}]店$|本店|支店|[^ ]{2}店$|売店|工房|研究所',
    '研究室|研究会|実行委員会|委員会|部会$|同好会|さーくる|くらぶ|倶楽部|ふぁんくらぶ|公式|運営|窓口|相談室|さぽーと|せんたー|すたじお|すくーる|塾$|教室|おふぃしゃる|にゅーす|ちゃんねる|まがじん|しょっぷ|すとあ|まーけっと',
    '支部$|本部$|協議会|ぷろじぇくと|製造$|電力$|電機$|電鉄|自動車$|産業$|ぐるーぷ$|ほーるでぃんぐす',
  ].join('|'),
  'u',
)
const ORGANISATION_WORDS = new Set(
  `inc incorporated ltd limited llc llp corp corporation company gmbh ag kg plc pty pvt bhd oy ab bv nv spa srl sarl
  foundation association institute university college school academy church hospital clinic pharmacy bank insurance
  hotel restaurant cafe bakery bar grill brewery store shop market museum gallery library theatre theater orchestra
  ensemble festival committee council ministry department agency bureau office government embassy police
  official news newspaper times herald gazette radio tv magazine press media records studio studios films entertainment
  games software technologies technology solutions systems services consulting ventures capital partners holdings
  group industries international global team club society union federation league fc united project community
  network labs lab app podcast channel support helpdesk help care hq japan usa`
    .trim()
    .split(/\s+/),
)
/** Endings that family names have as well: 守屋 is a person, 中村屋 a shop. */
const WEAK_ENDING = /^[\p{sc=Han}ぁ-ん]{2,}(?:屋|軒|省|市|町|村|区|都|府|県|園)$/u
const FIRST_WORDS = new Set(
  'fc studio cafe hotel team club university museum radio bank'.split(' '),
)
/** Signs that are family names as well when a given name stands before them. */
const FAMILY_TOO = new Set('church bank sales press bar market shop store hall hospital'.split(' '))
const BOT =
  /(?:^|[^\p{L}])bot$|[_-]bot$|^[a-z0-9._-]+bot$|ぼっと$|自動(?:投稿|返信|配信)|^bot(?:[^\p{L}]|$)|\bautomated\b|非公式bot/u
const NOT_A_BOT = /^(?:abbot|talbot|chabot|cabot|robot|ebbot|jabot|sabot|turbot)$/
const SHARED =
  /(?:^|[^\p{L}])(?:admin|info|contact|staff|team|support|sales|noreply|no-reply|webmaster|office|press|hello|everyone|our family|the \w+ family|the family|family of)(?:$|[^\p{L}])|すたっふ|担当者?$|中の人|夫婦(?:$|ちゃんねる)|家族$|一家$|みんな|係$| & |＆|(?<=\p{sc=Han})(?:&|と)(?=\p{sc=Han})|\p{L} and \p{L}/u

export interface BearerJudgement {
  bearer: NameBearer
  /** The piece of the folded name that says so; absent for a person. */
  sign?: string
}

/**
 * Whether a display name names an organisation, a bot or an account that several share, rather than
 * one person, and by which sign. Judges by the name alone: 田中商店 is an organisation, 田中 a person.
 */
export function judgeBearer(name: string): BearerJudgement {
  const folded = foldText(name.slice(0, 200)).trim()
  const bot = BOT.exec(folded)
  if (bot !== null && !folded.split(/\s+/).some((word) => NOT_A_BOT.test(word))) {
    return { bearer: 'bot', sign: bot[0].trim() }
  }
  const organisation =
    ORGANISATION_HAN.exec(folded)?.[0] ?? weakEnding(folded) ?? organisationWord(folded)
  if (organisation !== undefined) return { bearer: 'organisation', sign: organisation }
  const shared = SHARED.exec(folded)
  return shared === null || isGivenThen(folded, shared[0].trim())
    ? { bearer: 'person' }
    : { bearer: 'shared', sign: shared[0].trim() }
}

/** Whether a display name names no single person; see `judgeBearer`. */
export function isOrganisationLike(name: string): boolean {
  return judgeBearer(name).bearer !== 'person'
}

/** The first word of a name is rarely the sign (Bank Jones), the last one often. */
function organisationWord(folded: string): string | undefined {
  if (/\b(?:k\.k\.|s\.a\.|s\.p\.a\.)/.test(folded)) return 'k.k.'
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  if (words.length > 1 && FIRST_WORDS.has(words[0] ?? '')) return words[0]
  const found = words.find(
    (word, at) => (at > 0 || words.length === 1) && ORGANISATION_WORDS.has(word),
  )
  return found !== undefined && isGivenThen(folded, found) ? undefined : found
}

/** Chris Sales, Mary Church: a given name, then a sign that is a family name too. */
function isGivenThen(folded: string, sign: string): boolean {
  const words = folded.split(' ')
  return (
    words.length === 2 &&
    words[1] === sign &&
    FAMILY_TOO.has(sign) &&
    nicknameGroups(words[0] ?? '').length > 0
  )
}

/** 中村屋 and 神戸市, but neither 守屋 nor 古田 市. */
function weakEnding(folded: string): string | undefined {
  if (!WEAK_ENDING.test(folded) || folded.length < 3) return undefined
  if (nameReadings().family.has(foldHan(folded))) return undefined
  const split = splitHan(folded)
  const isName = split?.isListed === true && nameReadings().given.has(foldHan(split.given))
  return isName ? undefined : folded.slice(-1)
}

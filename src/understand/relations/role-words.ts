/** What a profile says of somebody's post. */
export interface RoleFound {
  kind: 'decision-maker' | 'media'
  /** As they stand in the text. */
  words: string
}

/** Business departments whose heads decide; clubs of schools are not among them. */
const DEPARTMENTS =
  '営業|購買|調達|仕入|資材|総務|人事|経理|財務|経営企画|事業企画|商品企画|企画|開発|研究開発|製造|生産管理|生産|品質保証|品質管理|情報システム|システム|IT|DX推進|マーケティング|広報|宣伝|販売|販売促進|海外|法務|事業|管理|店舗|店舗運営|商品'

/** Tells that a Japanese text speaks of a company, so that a bare 部長 is no captain of a club. */
const COMPANY_JA =
  /株式会社|有限会社|合同会社|\(株\)|（株）|㈱|㈲|会社|商事|商店|製作所|工業|産業|ホールディングス|グループ本社/u

const TOP_JA =
  /代表取締役(?:社長|会長|副社長|CEO)?|代表社員|取締役(?:社長|副社長|会長|[一-龠]{1,6}部長|[一-龠]{1,6}本部長)?|執行役員(?:CEO|COO|CFO|CTO|CMO|CIO)?|最高(?:経営|執行|財務|技術|情報|マーケティング)責任者|経営者です|会社を経営|会社経営(?:者)?|オーナー社長/u
const HEAD_JA = new RegExp(
  `(?:${DEPARTMENTS})(?:本?部|統括部|室|課)?(?:本部長|部長|事業部長|室長|責任者)|調達責任者|購買責任者|事業部長|本部長`,
  'u',
)
/** Only beside a company. */
const BARE_JA = /社長|専務|常務|部長(?!代理|補佐)|支社長|支店長|工場長/u

const MEDIA_JA =
  /(?<!新聞部の?)(?:新聞|雑誌|経済|社会部|文化部|専門紙|業界紙|テレビ|フリーの?)?記者|編集長|副編集長|編集者|編集部|報道(?:局|部|担当)|ジャーナリスト|(?:ニュース|情報|専門)(?:サイト|メディア)(?:を?運営|の公式|公式|です)|(?:ウェブ|web|Web|オンライン)マガジン|ディレクター兼記者/u

/** Before or behind a role these say that it is not, or no longer, held: 元部長, 部長の妻, 社長になりたい. */
const NOT_BEFORE_JA =
  /(?:元(?![気々年素])|前職は?|旧|もと|将来は?|未来の|いつか|目指せ|自称|偽|エセ|ニセ|脳内|我が家の|わが家の|うちの|家庭内|自宅警備|妄想|なんちゃって|ただの|あこがれの|憧れは?|好きな|夫は|妻は|父は|母は|主人は|旦那は|兄は|上司の|隣の|推しは|名ばかり|猫の|犬の|愛猫|愛犬)[^、。・/|｜\n]{0,20}$/u
const NOT_BEHIND_JA =
  /^(?:[^、。・/|｜\n]{0,4})?(?:になりたい|になる(?:の|こと)?が?夢|を目指|めざし|志望|見習い|候補生|の(?:妻|夫|娘|息子|嫁|母|父|犬|猫|秘書|部下|下僕|ファン|卵|たまご|親戚|友|愚痴|弟子|言う)|夫人|令嬢|秘書|代理|補佐|付き|アシスタント|に(?:怒|憧|振り回|恋)|ごっこ|でした|だった|を(?:引退|退任|退職|卒業|辞め)|引退|退任|じゃない|ではな|ではありません|嫌い|は嫌)/u

const TOP_EN =
  /\b(?:CEO|COO|CFO|CTO|CMO|CIO|CPO|chief (?:executive|operating|financial|technology|technical|marketing|information|procurement|product|commercial|revenue) officer|managing director|(?:co-?)?founder (?:&|and) (?:CEO|director|managing director)|vice president|(?:S|E)?VP(?: of)?|president (?:&|and) CEO|company (?:director|owner)|business owner|owner (?:&|and) (?:director|operator))\b/iu
const HEAD_EN =
  /\b(?:head of|director of|director,|VP,?) (?:global |group |corporate |regional |strategic )?(?:procurement|purchasing|sourcing|supply chain|buying|operations|marketing|sales|IT|engineering|product|finance|HR|people|facilities|retail|e-?commerce|merchandising|customer (?:service|success|experience)|communications|technology|food (?:&|and) beverage)\b|\b(?:procurement|purchasing|sourcing|operations|sales|marketing|finance|category) director\b|\bpurchasing lead\b/iu

const MEDIA_EN =
  /\b(?:(?:senior |staff |freelance |tech |food |consumer |business |features |investigative )*(?:journalist|reporter|correspondent)|(?:senior |managing |deputy |features |reviews |news |food |tech |consumer |contributing )*editor(?:-in-chief)?,? (?:at|of|for|@|with)|editor-in-chief|editorial team|newsroom|news desk|(?:online|web|print|independent) magazine|news site|trade (?:press|magazine)|staff writer (?:at|for)|columnist (?:at|for))\b/iu

const NOT_BEFORE_EN =
  /\b(?:ex|former(?:ly)?|retired|recovering|past|aspiring|future|wannabe|want(?:s)? to be|hope to be|not an?|never an?|no|fake|self-appointed|self-proclaimed|unpaid|part-time pretend|married to (?:an?|the)|wife of (?:an?|the)|husband of (?:an?|the)|partner of (?:an?|the)|daughter of (?:an?|the)|son of (?:an?|the)|assistant to (?:an?|the|our)|EA to (?:an?|the|our)|PA to (?:an?|the|our)|report(?:s|ing)? to (?:an?|the|our)|my|our|the|cat'?s?|dog'?s?|student|citizen|armchair|amateur|video|film|photo|audio|school|yearbook|was an?|used to be (?:an?|the))[\s-]+(?:[\w'’]+[\s-]+){0,1}$/iu
const NOT_BEHIND_EN =
  /^(?:['’]s\b|\s+(?:of|at)\s+(?:my|the|our|this|a)\s+(?:own\s+|family\s+|messy\s+|tiny\s+|very\s+|small\s+)*(?:home|house|household|kitchen|couch|sofa|garden|family(?!\s+(?:firm|business|company))|cat|cats|dog|dogs|kids?|chaos|mess|laundry|life|living room|snack|snacks|coffee corner|fun)\b|\s+of\s+(?:nothing|naps?|snacks?|chaos|fun|mischief|nonsense|laundry|me|myself|dad jokes|everything)\b|\s+of\s+(?:the\s+|our\s+|a\s+)?(?:[\w'’]+\s+){0,3}(?:club|society|choir|band|class|team|student|students|fan)\b|\s+my\b|\s+our\s+(?:home|family)|\s+(?:in training|wannabe|assistant|someday|one day|at heart|cosplay|wife|husband|mom|mum|dad|turned)\b|,? retired\b|\s*\((?:retired|former|ret\.?)\))/iu

interface Pattern {
  kind: RoleFound['kind']
  pattern: RegExp
  notBefore: RegExp
  notBehind: RegExp
  /** What the whole text must show besides. */
  beside?: RegExp
}

const IN_JAPANESE = { notBefore: NOT_BEFORE_JA, notBehind: NOT_BEHIND_JA }
const IN_ENGLISH = { notBefore: NOT_BEFORE_EN, notBehind: NOT_BEHIND_EN }

const PATTERNS: readonly Pattern[] = [
  { kind: 'decision-maker', pattern: TOP_JA, ...IN_JAPANESE },
  { kind: 'decision-maker', pattern: HEAD_JA, ...IN_JAPANESE },
  { kind: 'decision-maker', pattern: BARE_JA, beside: COMPANY_JA, ...IN_JAPANESE },
  { kind: 'decision-maker', pattern: TOP_EN, ...IN_ENGLISH },
  { kind: 'decision-maker', pattern: HEAD_EN, ...IN_ENGLISH },
  { kind: 'media', pattern: MEDIA_JA, ...IN_JAPANESE },
  { kind: 'media', pattern: MEDIA_EN, ...IN_ENGLISH },
]

/** So much of a profile is looked at. */
const CHARS_MAX = 1_000

/**
 * The posts that a profile says somebody holds, as far as they make a decision maker or somebody of
 * the media; one a kind at most. Posts that are over, wished for, joked about or somebody else's are
 * left out, and so is what leaves doubt: precision goes before recall.
 */
export function rolesIn(text: string): RoleFound[] {
  const whole = text.normalize('NFKC').slice(0, CHARS_MAX)
  const found = new Map<RoleFound['kind'], RoleFound>()
  for (const pattern of PATTERNS) {
    if (found.has(pattern.kind)) continue
    const words = firstHeld(whole, pattern)
    if (words !== undefined) found.set(pattern.kind, { kind: pattern.kind, words })
  }
  return [...found.values()]
}

/** The role of an entry in a list of contacts: it is held, so that only the words count. */
export function isDecidingRole(role: string): boolean {
  const text = role.normalize('NFKC')
  if (/代理|補佐|秘書|アシスタント|元|assistant|former|\bex-/iu.test(text)) return false
  return [TOP_JA, HEAD_JA, BARE_JA, TOP_EN, HEAD_EN, /^(?:owner|president|founder)$/iu].some(
    (one) => one.test(text),
  )
}

function firstHeld(
  text: string,
  { pattern, notBefore, notBehind, beside }: Pattern,
): string | undefined {
  if (beside !== undefined && !beside.test(text)) return undefined
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 40)
    if (!notBefore.test(before) && !notBehind.test(behind)) return match[0].trim()
  }
  return undefined
}

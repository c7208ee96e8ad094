import type { Voice } from './text-request.ts'

/** Words that put a sentence at a time, in a weather, early or late in an ownership. */
const CIRCUMSTANCES: readonly (readonly RegExp[])[] = [
  [
    /朝|モーニング|起き抜け|出勤前|morning|breakfast|\b[67]\s?am|school run/i,
    /昼|ランチ|\bnoon|lunch|afternoon|midday/i,
    /夕方|夕飯|帰り道|退勤|evening|after work|dinner|\btea ?time/i,
    /今夜|昨夜|夜中|夜更|深夜|寝る前|晩|夜に|夜は|夜の|夜。|\bnight|bedtime|midnight|\b[23]\s?am/i,
  ],
  [
    /寒|冷え込|雪|冬|氷点|cold|freezing|snow|winter|frost/i,
    /暑|猛暑|夏|冷房|\bhot day|heat(?!ing|ed)|summer|sweat/i,
  ],
  [
    /雨|台風|rain|drizzl|pouring|storm|umbrella/i,
    /晴れ|快晴|日差し|いい天気|\bsun\b|sunny|blue sky/i,
  ],
  [
    /土曜|日曜|週末|休みの日|休日|連休|saturday|sunday|weekend|day off/i,
    /月曜|火曜|水曜|木曜|金曜|平日|出社|会議|残業|monday|tuesday|wednesday|thursday|friday|meeting|commute/i,
  ],
  [
    /届いた|届きまし|買ったばかり|初日|使い始め|開封|just arrived|brand new|unboxed|first day|came today/i,
    /年使|年前|年目|ヶ月使|ヶ月目|ヶ月経|長年|years|months|ages|since \d/i,
  ],
  [
    /一人暮らし|独り|live alone|living alone/i,
    /妻|嫁|夫|旦那|家族|子ども|wife|husband|family|kids/i,
  ],
]

/** Moods and claims to novelty that don't go with one another. */
const ATTITUDES: readonly (readonly RegExp[])[] = [
  [
    /今年いちばん|発見|朗報|知りたかった|出会いたかった|of the year|Found it|known sooner|known years/i,
    /リピ|台目|更新|また|買い直|継続|again|second|third|renew|rebought|another|as well|次も|続け/i,
  ],
  [
    /ご褒美|頑張った自分|自分へ|treat|present to myself/i,
    /父|母|おとん|おかん|贈|father|\bdad\b|mum|giving|birthday/i,
  ],
  [
    /言っていません|内緒|doesn't know yet|don't tell/i,
    /伝え|聞かれ|宣言|父|誕|誰か|told everyone|asked|birthday|father|dad\b|stopping|stop me|止め/i,
  ],
  [
    /すっきり|せいせい|晴れ|気持ちいい|優勝|feels great|why did i wait|もっと早くし|よく動|weight off|best drive|new life/i,
    /はあ|ため息|愚痴|rant|grumble|moan|怒|腹立|残念|ふて寝|疲れ|期待|楽しみにしてた|悲|がっかり|ugh|sigh|fuming|\bsad|pity|sulk|tired|looking forward|hoped for|ruined|let down|bad news/i,
  ],
  [
    /大変|つらい|災難|お大事|しゃあない|えらいこっちゃ|どんまい|exhausting|oh no|bad luck|been there|poor thing|get well|look after|hang in/i,
    /まね|真似|続き|好き|元気出た|いい話|最後の|オチ|楽しみ|stealing|try that|instalment|part two|favourite|more, please|good one|last (line|bit)|enjoy/i,
  ],
  [
    /おめでとう|いいなあ|素敵|ええなあ|うらやましい|写真|congrat|lovely|photo|picture|jealous|nice one/i,
    /休|無理|寝|明日は|昨日|仲間|わたしだけ|only one|not only me|take it easy|sleep|kinder|yesterday|bed\b|feet up|overdoing/i,
  ],
  [
    /寝る前|布団|before i sleep|from bed|bedtime/i,
    /ごはん|仕事|dinner first|work|bus|train|さ、やるか/i,
  ],
  [
    /だけでしょうか|わたしだけ|うちだけ|俺だけ|just me|only me/i,
    /解約|手放|替え(まし|た)|やめ(た|まし|て)|さよなら|卒業|フリマ|メルカリ|更新し|お別れ|cancel|bye|swapped|moved from|renewing|gave|selling|tip\b|for sale/i,
  ],
  [
    /大事に使|明日の朝も|明日も使|take good care|not giving it back|keeping it/i,
    /おすすめ|の方|どうぞ|買い|買っ|選ん|試|いかが|買うとき|しとき|\bget\b|\bbuy\b|recommend|choose|\btry\b|suggest/i,
  ],
  [/悲報|bad news|残念なお知らせ|disappointing news/i, /朗報|good news/i],
]

/** What only some people can say of themselves, and the test of the person. */
const PERSONAL: readonly (readonly [RegExp, (voice: Voice) => boolean])[] = [
  [/妻|嫁|奥さん|\bwife|the missus/i, (voice) => spouseOf(voice) === 'wife'],
  [/夫(?!婦)|旦那|husband|hubby/i, (voice) => spouseOf(voice) === 'husband'],
  [
    /娘|息子|うちの子|子ども|保育園|\bkids?\b|daughter|\bson\b|nursery|toddler|my eldest/i,
    (voice) => voice.community === 'parents',
  ],
  [
    /会社|職場|出社|オフィス|会議|残業|上司|同僚|在宅勤務|リモート|at work|the office|\bboss|cowork|colleague|commut|meeting|wfh/i,
    (voice) => !['students', 'small-shops'].includes(voice.community),
  ],
  [
    /講義|ゼミ|バイト代|レポート|下宿|lecture|dorm|seminar|essay|\bexams?\b|uni\b/i,
    (voice) => voice.community === 'students',
  ],
]

function spouseOf({ habits, community }: Voice): 'wife' | 'husband' | 'none' {
  const draw = (habits.length * 7.13 + habits.emoji * 3.71) % 1
  if (community === 'students' || draw > 0.7) return 'none'
  return draw < 0.35 ? 'wife' : 'husband'
}

/** Whether this person can say this of themselves: a husband stays a husband, a pupil has no boss. */
export function isSayableBy(voice: Voice, text: string): boolean {
  return conditionsOf(text).every((isTrueOf) => isTrueOf(voice))
}

type Condition = (voice: Voice) => boolean
/** By line of the phrasebooks, of which there are some thousands. */
const conditions = new Map<string, readonly Condition[]>()

function conditionsOf(line: string): readonly Condition[] {
  let found = conditions.get(line)
  if (!found) {
    found = PERSONAL.filter(([pattern]) => pattern.test(line)).map(([, isTrueOf]) => isTrueOf)
    conditions.set(line, found)
  }
  return found
}

/** Whether two sentences can't stand in one post: morning and night, or the same words twice. */
export function clashes(one: string, other: string): boolean {
  return contradicts(one, other) || repeats(one, other)
}

function contradicts(one: string, other: string): boolean {
  return [...CIRCUMSTANCES, ...ATTITUDES].some((group) => {
    const first = group.map((pattern) => pattern.test(one))
    const second = group.map((pattern) => pattern.test(other))
    return first.includes(true) && second.includes(true) && !first.some((is, i) => is && second[i])
  })
}

const COMMON =
  /^(that|this|with|have|just|been|from|they|them|what|when|about|than|more|your|will|would|their|there|then|like|into|only|still|even|some|were|after|before|over|mine|here|being|that's|it's|i'm|i've|don't|can't|didn't|isn't|doesn't|which|because|every|very|much|also|other|could|should|where|while|those|these|make|made|does|going|gone)$/

function repeats(one: string, other: string): boolean {
  const words = contentWords(one)
  return [...contentWords(other)].some((word) => words.has(word))
}

/** Runs of kanji or katakana, and English words of four letters and more. */
function contentWords(text: string): Set<string> {
  const found = text
    .replace(/\{[A-Z]\}/g, ' ')
    .toLowerCase()
    .match(/[一-龠々]{2,}|[一-龠][ぁ-ん]{2}|[ァ-ヺー]{3,}|[a-z][a-z']{3,}/g)
  return new Set((found ?? []).filter((word) => !COMMON.test(word)).map(stemOf))
}

/** English words that begin alike for long are taken for one: research, researching. */
function stemOf(word: string): string {
  return /^[a-z]/.test(word) ? word.slice(0, 6) : word
}

import type { Tones } from './phrasebook.ts'
import type { Chance, Register } from './text-request.ts'

/** What kinds of things the world sells; a fragment may be for some of them only. */
export type Kind = 'kettle' | 'grinder' | 'maker' | 'flask' | 'app' | 'refill' | 'other'

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['app', /\bapp\b|subscription|service/i],
  ['refill', /refill|filter|capsule|pod|beans/i],
  ['grinder', /grinder|mill/i],
  ['flask', /flask|thermos|bottle|tumbler|mug/i],
  ['maker', /maker|brewer|machine|espresso|dripper/i],
  ['kettle', /kettle|boiler/i],
]

/** What kind of thing a category names, by its English noun. */
export function kindOf(category: string): Kind {
  return KINDS.find(([, pattern]) => pattern.test(category))?.[0] ?? 'other'
}

/** What can't be said of a kind: an app has no lid, a flask no button, a grinder holds no water. */
const ABSURD: Readonly<Partial<Record<Kind, RegExp>>> = {
  app: /蓋|水漏れ|水が|漏れ|棚|取っ手|持ち手|置|匂い|洗|飲|淹れ|一杯|お茶|実物|重|軽|箱|触|部品|パッキン|色|サイズ|台目|落と|割|電源|コンセント|ランプ|塗装|注ぎ|熱|手に|小さ|大き|コード|残念な作り|届|在庫|取り置き|中古|フリマ|メルカリ|電器屋|店|売れ|修理|水垢|白|黒|おもて|お湯|ミル|\blids?\b|leak|shelf|handle|counter|smell|wash|cup|brew|\btea\b|hold|heav|weigh|box|parts?\b|seal|colou?r|\bsize|second [{]P|drop|smash|\bcord|socket|paint|pour|\bhot\b|hand|small|big|arriv|came|comes|stock|shop|window|sale|sell|sold|repair|limescale|deposit|white|black|water|boil|kitchen|tip\b|cupboard|loft|wrap|parcel|plastic|light|desk|clean|floor|socks|furniture|present|gift|wedding/i,
  refill:
    /蓋|水漏れ|漏れ|電源|ボタン|ランプ|エラー|コード|コンセント|故障|壊|動か|リセット|初期化|ログイン|修理|保証|取っ手|持ち手|熱く|塗装|台目|もう一台|一台|部品|パッキン|音|うるさ|静か|分解|重|ねじ|説明書|水垢|目盛|年使|電気代|通知|アプデ|落と|割っ|手を挙げ|手に|洗|更新したら|\blids?\b|leak|switch|button|light|error|\bcord|repair|reset|log ?in|logged|guarantee|handle|\bhot\b|paint|second [{]P|seal|loud|quiet|racket|noise|apart|heav|screw|manual|limescale|packed in|stopped|broke|died|dead|start|works|notification|update|drop|smash|spare|clean|wash|hold/i,
  grinder:
    /水漏れ|水が|漏れ|お湯|沸|温か|注ぎ|水垢|淹れ|四人分|杯目|飲み物|お茶|お代わり|おかわり|熱|海|flask|boil|\bleak|water|pour|limescale|\bhot\b|\bwarm|\btea\b|brew|serves|deposit|dribbl|cup/i,
  flask:
    /電源|ボタン|ランプ|エラー|コード|コンセント|沸|リセット|初期化|点滅|通知|アプデ|ログイン|電気代|音|うるさ|静か|爆音|動か|一口で|豆|説明書|淹れ|switch|button|light|error|\bcord|socket|boil|reset|blink|notification|update|loud|quiet|racket|noise|won't start|log ?in|manual|brews?\b|beans|stopped work/i,
}

/** Whether a sentence makes sense of a thing of this kind. */
export function suits(kind: Kind, { kinds, text }: Fragment): boolean {
  return (!kinds || kinds.includes(kind)) && !ABSURD[kind]?.test(text)
}

/** One line of a phrasebook. */
export interface Fragment {
  text: string
  kinds?: readonly string[]
}

const parsed = new Map<string, readonly Fragment[]>()

/** The fragments of a block of lines; a block is read once. */
export function fragmentsOf(lines: string): readonly Fragment[] {
  let fragments = parsed.get(lines)
  if (!fragments) {
    fragments = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map(readLine)
    parsed.set(lines, fragments)
  }
  return fragments
}

function readLine(line: string): Fragment {
  const tagged = /^@([a-z,]+) (.*)$/.exec(line)
  return tagged ? { kinds: (tagged[1] ?? '').split(','), text: tagged[2] ?? '' } : { text: line }
}

/** The fragments of a register and of the one that it borrows from. */
export function fragmentsFor(
  tones: Tones | undefined,
  register: Register,
  borrowed?: Register,
): readonly Fragment[] {
  const own = fragmentsOf(tones?.[register] ?? '')
  return borrowed ? [...own, ...fragmentsOf(tones?.[borrowed] ?? '')] : own
}

/** The fragments of several books of one kind as one book. */
export function together(...books: readonly Tones[]): Tones {
  const registers = new Set(books.flatMap((book) => Object.keys(book) as Register[]))
  return Object.fromEntries(
    [...registers].map((register) => [register, books.map((book) => book[register]).join('\n')]),
  )
}

/** Settles each `[this|that]` and `{2-5}` of a fragment. */
export function settle(text: string, chance: Chance): string {
  return text
    .replace(/\[([^[\]]*)\]/g, (_, choices: string) => pickOne(choices.split('|'), chance) ?? '')
    .replace(/\{(\d+)-(\d+)\}/g, (_, low: string, high: string) =>
      String(Number(low) + Math.floor(chance() * (Number(high) - Number(low) + 1))),
    )
}

/** One of the choices, all alike; undefined when there is none. */
export function pickOne<Choice>(choices: readonly Choice[], chance: Chance): Choice | undefined {
  return choices[Math.floor(chance() * choices.length)]
}

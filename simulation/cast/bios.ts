import type { RelationKind } from '#vocabulary/index.ts'
import { happens, pick, pickWeighted } from '../chance/draws.ts'
import type { Chance } from '../text/text-request.ts'
import type { Actor } from '../world.ts'

/** What an account says of itself, and what that makes its owner to the company: the planted truth. */
export interface Profile {
  bio?: string
  is?: RelationKind[]
}

type Language = 'ja' | 'en'
type Lines = Record<Language, readonly string[]>

/** Posts in which one decides for a company. Some are told in words that no list of titles has. */
const DECIDERS: Lines = {
  ja: [
    '{firm} 代表取締役。豆と登山と家族。',
    '地方で小さな会社を経営しています({firm})。休日は焚き火。',
    '{firm}の社長です。発言は個人のものです。',
    '{firm} 購買部長 / 二児の父',
    '総務部長をしています。備品選びにうるさい。{firm}',
    'ホテルの調達責任者。朝食のコーヒーに人生をかけている',
    '{firm} 取締役。カフェ事業担当',
    '{firm} 営業本部長。出張と水筒の日々',
    '執行役員/マーケティング/走る人',
    '{firm} 情報システム部長、猫二匹',
    '喫茶チェーンのオーナーです。豆は自分で選ぶ。',
    '社内の備品はぜんぶわたしが決めています。{firm}',
  ],
  en: [
    'CEO at {firm}. Runs on filter coffee.',
    'Head of Procurement, {firm}. Opinions mine.',
    'Managing director of a family firm. Hills at weekends.',
    'Director of Operations @ {firm} / dad / slow runner',
    'Founder & CEO, {firm}',
    'VP of Marketing at {firm}. She/her.',
    'CFO by day, baker by night',
    'Purchasing director for a hotel group. Always comparing kettles.',
    'I pick every machine in our 200 offices. {firm}',
    'Owner and operator of three coffee shops',
    'Head of Facilities for {firm}',
    'COO, {firm}. Former barista.',
  ],
}

const PRESS: Lines = {
  ja: [
    '暮らしの道具を書く記者です。取材のご相談はDMで',
    '家電雑誌の編集者。台所から世界を見る',
    '{paper} 記者。経済部から生活面へ',
    'フリーのジャーナリスト。食とものづくり',
    '{paper}編集部。新製品の情報をお待ちしています',
    '道具について書いて暮らしています。連載あり',
    '編集長をしています。紙とコーヒーと締め切り',
  ],
  en: [
    'Consumer tech journalist. Tips: DM',
    'Senior reporter at {paper}. Kitchens, coffee, money.',
    'Food editor at {paper}',
    'Freelance journalist, mostly about things you plug in',
    'I write about gadgets for {paper}',
    'Editor-in-chief, {paper}. Deadlines and drip coffee.',
    'Staff writer at {paper}. Reviews every kettle twice.',
  ],
}

const RIVAL_STAFF: Lines = {
  ja: [
    '{name}で働いています。設計担当',
    '{name}勤務。発言は個人の見解です',
    '{name} 営業。趣味は写真',
    '{name}の社員です。山が好き',
    '所属: {name} 品質保証',
    '{name}のなかのひと(お休みの日)',
  ],
  en: [
    'Industrial designer at {name}',
    'I work for {name}. Views my own.',
    '{name} employee, amateur cellist',
    'Support lead @ {name}',
    'Engineer with {name}. Climbs things.',
    'Making kettles at {name} since 2019',
  ],
}

/** What sounds like one of the above and is not. */
const DECOYS: Lines = {
  ja: [
    '元{firm} 部長。いまは畑の人',
    '社長になりたい高校生',
    '吹奏楽部 部長。コンクールがんばる',
    'うちの社長(猫)の下僕です',
    '代表取締役の娘。親の会社は継がない',
    '代表取締役社長を目指す会社員',
    '{rival}の電気ケトルを愛用中',
    '{rival}大好き。全色そろえたい',
    '元{rival}社員。いまは自由',
    '新聞部の部員です。将来は記者になりたい',
    '記者志望の大学生',
    '元記者。書くのをやめて楽になった',
    '我が家の最高財務責任者(こづかい管理)',
    '課長の愚痴アカウント',
    '取締役の秘書をしています',
    '夫が{rival}で働いています',
    '{own}のファンです。公式ではありません',
    '部長代理補佐見習い。株式会社なんとかの窓際',
  ],
  en: [
    'CEO of my own kitchen',
    'Former Head of Procurement, now a potter',
    'Aspiring CEO. Still doing homework.',
    'Assistant to the CEO. Coffee is my idea.',
    "My dog's managing director",
    'CFO of nothing in particular',
    'Ex-{rival}. Recovering slowly.',
    'Huge {rival} fan, proud owner of five flasks',
    'Journalism student, tea addict',
    'Former journalist, happier now',
    'Bullet journal enthusiast',
    'Married to an engineer at {rival}',
    'Not affiliated with {own}, just like their kettles',
    'Vice president of the chess club',
    'Retired managing director. Roses.',
    'Film director of tiny films',
    'Editor of my own shopping lists',
    'Chief executive officer in training',
  ],
}

const PLAIN: Lines = {
  ja: [
    'コーヒーとパンと犬',
    'のんびり暮らし。無言フォロー失礼します',
    '二児の親。日々のこと',
    '会社員。週末はだいたい山',
    '大学生。カフェめぐり',
    '事務のお仕事をしています。お茶が好き',
    'エンジニア。ガジェットと自作キーボード',
    'おいしいものの記録',
    '転勤族の妻。台所の道具が好き',
    '看護師。夜勤明けの一杯',
    '公務員。野球と水筒',
    '図書館で働いています',
  ],
  en: [
    'Coffee, dogs, long walks',
    'Parent of two. Mostly tired.',
    'Software engineer. Keyboards and kettles.',
    'Nurse. Night shifts and strong tea.',
    'Student. Cafes.',
    'Teacher, runner, reader',
    'Opinions, mostly about breakfast',
    'Works in admin, lives in the garden',
    'Here for the recipes',
    'Slow runner, fast talker',
    'Librarian. She/they.',
    'Civil servant with a flask',
  ],
}

const FIRMS: Lines = {
  ja: [
    '株式会社みずおと',
    '有限会社やまなみ商店',
    '(株)つばめ製作所',
    '株式会社あかね工務店',
    '合同会社ひより',
  ],
  en: [
    'Larkspur Hotels',
    'Ottermere Ltd',
    'Finchley & Rowe',
    'Brackwater Foods',
    'Sundial Offices',
  ],
}
const PAPERS: Lines = {
  ja: ['みなと日報', '道具新聞', '週刊くらしの数字'],
  en: ['The Harbour Post', 'Kettle & Table', 'Northbank Weekly'],
}
const RIVALS: Lines = {
  ja: ['ブレルウィック日本', 'ヒノマキ', 'なごみ堂キッチン', 'とかり製紙フィルター工房'],
  en: ['Brellwick Home', 'Velkaro', 'Finch & Fennimore Kitchen', 'Lanternhill Outfitters'],
}
const IS_PARTNER = /なごみ堂|とかり|Finch|Lanternhill/

const OWN: Record<Language, string> = { ja: 'コトユ', en: 'Kotoyu' }
const OWN_STAFF = [
  '{own}で{position}をしています',
  '{own} {position}。発言は個人のものです',
  'やかんをつくる仕事',
]
const PRESS_HOUSES: Lines = {
  ja: [
    '暮らしの道具を扱うウェブマガジン',
    '家電と台所のニュースサイトの公式アカウントです',
    '{name}編集部です',
  ],
  en: [
    'Independent magazine about the kitchen',
    'The editorial team of {name}',
    'Reviews of what stands on your counter',
  ],
}

type Sort = 'decider' | 'press' | 'rival' | 'decoy' | 'plain' | 'none'

/** Of a hundred people: so many say so. */
const SORTS: readonly (readonly [Sort, number])[] = [
  ['decider', 2.5],
  ['press', 1.5],
  ['rival', 2.5],
  ['decoy', 5],
  ['plain', 38.5],
  ['none', 50],
]

/** What an actor's first account says of itself. Draws from a stream of its own. */
export function profileOf(actor: Omit<Actor, 'accounts'>, chance: Chance): Profile {
  const { role, planted, name, position, voice } = actor
  const { language } = voice
  const fill = (line: string, rival = '') =>
    line
      .replaceAll('{firm}', pick(chance, FIRMS[language]))
      .replaceAll('{paper}', pick(chance, PAPERS[language]))
      .replaceAll('{own}', OWN[language])
      .replaceAll('{position}', position ?? '')
      .replaceAll(/\{(?:rival|name)\}/g, rival)
  if (role === 'press')
    return { bio: fill(pick(chance, PRESS_HOUSES[language]), name), is: ['media'] }
  if (role === 'staff') {
    const is: RelationKind[] =
      position === '代表取締役' ? ['employee', 'decision-maker'] : ['employee']
    return { bio: fill(pick(chance, OWN_STAFF)), is }
  }
  if (role !== 'public' || planted !== undefined) return {}
  const rival = pick(chance, RIVALS[language])
  switch (pickWeighted(chance, SORTS)) {
    case 'decider':
      return { bio: fill(pick(chance, DECIDERS[language])), is: ['decision-maker'] }
    case 'press':
      return { bio: fill(pick(chance, PRESS[language])), is: ['media'] }
    case 'rival': {
      const is: RelationKind = IS_PARTNER.test(rival) ? 'partner' : 'competitor'
      return { bio: fill(pick(chance, RIVAL_STAFF[language]), rival), is: [is] }
    }
    case 'decoy':
      return { bio: fill(pick(chance, DECOYS[language]), rival) }
    case 'plain':
      return {
        bio: happens(chance, 0.8)
          ? pick(chance, PLAIN[language])
          : `${pick(chance, PLAIN[language])} / ${pick(chance, PLAIN[language])}`,
      }
    case 'none':
      return {}
  }
}

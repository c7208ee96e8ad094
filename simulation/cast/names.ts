/** Common names, from which people's are put together; no whole name is taken from anybody. */

/** A Japanese name: as written, its reading, and how it looks in an account. */
export interface JapaneseName {
  kanji: string
  kana: string
  romaji: string
}

function readNames(lines: string): readonly JapaneseName[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => line.trim().split('、'))
    .map((entry) => {
      const [kanji = '', kana = '', romaji = ''] = entry.trim().split(' ')
      return { kanji, kana, romaji }
    })
}

export const FAMILY_NAMES = readNames(`
佐藤 さとう sato、鈴木 すずき suzuki、高橋 たかはし takahashi、田中 たなか tanaka、伊藤 いとう ito
渡辺 わたなべ watanabe、山本 やまもと yamamoto、中村 なかむら nakamura、小林 こばやし kobayashi、加藤 かとう kato
吉田 よしだ yoshida、山田 やまだ yamada、佐々木 ささき sasaki、山口 やまぐち yamaguchi、松本 まつもと matsumoto
井上 いのうえ inoue、木村 きむら kimura、林 はやし hayashi、斎藤 さいとう saito、清水 しみず shimizu
山崎 やまざき yamazaki、森 もり mori、池田 いけだ ikeda、橋本 はしもと hashimoto、阿部 あべ abe
石川 いしかわ ishikawa、山下 やました yamashita、中島 なかじま nakajima、石井 いしい ishii、小川 おがわ ogawa
前田 まえだ maeda、岡田 おかだ okada、長谷川 はせがわ hasegawa、藤田 ふじた fujita、後藤 ごとう goto
近藤 こんどう kondo、村上 むらかみ murakami、遠藤 えんどう endo、青木 あおき aoki、坂本 さかもと sakamoto
福田 ふくだ fukuda、太田 おおた ota、西村 にしむら nishimura、藤井 ふじい fujii、岡本 おかもと okamoto
三浦 みうら miura、中野 なかの nakano、原田 はらだ harada、小野 おの ono、田村 たむら tamura
竹内 たけうち takeuchi、和田 わだ wada、中山 なかやま nakayama、石田 いしだ ishida、上田 うえだ ueda
森田 もりた morita、柴田 しばた shibata、酒井 さかい sakai、宮崎 みやざき miyazaki、横山 よこやま yokoyama
`)

export const GIVEN_NAMES = readNames(`
陽菜 ひな hina、結衣 ゆい yui、美咲 みさき misaki、葵 あおい aoi、さくら さくら sakura
七海 ななみ nanami、千尋 ちひろ chihiro、真央 まお mao、彩花 あやか ayaka、由美 ゆみ yumi
恵子 けいこ keiko、直美 なおみ naomi、香織 かおり kaori、智子 ともこ tomoko、麻衣 まい mai
優子 ゆうこ yuko、めぐみ めぐみ megumi、志帆 しほ shiho、紗季 さき saki、琴音 ことね kotone
里奈 りな rina、久美子 くみこ kumiko、典子 のりこ noriko、奈緒 なお nao、ひかり ひかり hikari
蓮 れん ren、大輝 だいき daiki、翔太 しょうた shota、健太 けんた kenta、拓也 たくや takuya
直樹 なおき naoki、和也 かずや kazuya、誠 まこと makoto、浩 ひろし hiroshi、隆 たかし takashi
悠斗 ゆうと yuto、颯太 そうた sota、陸 りく riku、亮 りょう ryo、淳 じゅん jun
哲也 てつや tetsuya、博之 ひろゆき hiroyuki、雄介 ゆうすけ yusuke、慎吾 しんご shingo、勇気 ゆうき yuki
洋平 ようへい yohei、智也 ともや tomoya、圭 けい kei、修 おさむ osamu、茂 しげる shigeru
`)

export const ENGLISH_FAMILY_NAMES: readonly string[] = `
Marsh Dunning Okafor Patel Reyes Halloran Whitcombe Novak Lindqvist Osei Brandt Kowalski Farrell Ibarra
Pruitt Castell Nakata Oduya Vance Thorley Meszaros Quill Sandoval Bexley Hargrove Iyer Jansen Keane
Lomax Mbeki Norwood Ostrander Penrose Rask Silva Tran Underhill Varga Wexler Yardley Zielinski Abara
Birch Colley Dempsey Eastman Fairfax Gupta Holt Ingram`
  .trim()
  .split(/\s+/)

export const ENGLISH_GIVEN_NAMES: readonly string[] = `
Maya Tom Priya Ellen Jonas Ruth Callum Ines Derek Nadia Owen Chloe Femi Greta Hugo Isla Jamal Katie
Leo Mina Noah Olive Pablo Quinn Rosa Sam Tessa Umar Vera Will Yara Zack Amira Ben Clara Dev Esme Finn
Grace Hana Ivan Jess Kofi Lucy Marcus Nell Oscar Pia Ravi Sofia`
  .trim()
  .split(/\s+/)

export const NICKNAMES = {
  ja: [
    ...[
      'もち',
      'こむぎ',
      'しろくま',
      'ねこ舌',
      'まめ',
      'ぽんず',
      'くるみ',
      'すずめ',
      'とうふ',
      'あんこ',
    ],
    ...[
      'みかん',
      'しばいぬ',
      'やかん',
      'ほうじ',
      'つくし',
      'どんぐり',
      'のんびり',
      'ゆず',
      'おはぎ',
      'きなこ',
    ],
  ],
  en: [
    ...['mugsy', 'slowpour', 'tinroof', 'wren', 'kettlehead', 'drizzle', 'biscuit', 'pebble'],
    ...[
      'northfield',
      'lanternjaw',
      'half_awake',
      'crumbs',
      'teaspoon',
      'moss',
      'badger',
      'quietdesk',
    ],
  ],
} as const

/** What people put behind their name, by community. */
export const TAGLINES = {
  'home-coffee': { ja: '自家焙煎', en: 'home barista' },
  tea: { ja: 'お茶', en: 'tea first' },
  camping: { ja: 'キャンプ', en: 'outdoors' },
  parents: { ja: '二児の親', en: 'parent of two' },
  'office-workers': { ja: '会社員', en: 'office life' },
  students: { ja: '学生', en: 'student' },
  cooking: { ja: 'ごはん', en: 'cooks a lot' },
  gadgets: { ja: 'ガジェット', en: 'gadgets' },
  running: { ja: 'ランニング', en: 'runs slowly' },
  'small-shops': { ja: '喫茶', en: 'shopkeeper' },
  interior: { ja: '暮らし', en: 'small flat' },
  games: { ja: 'ゲーム', en: 'games' },
} as const

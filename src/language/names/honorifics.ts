/** Words that stand around a name and are none: titles, ways of address, degrees. */

const JAPANESE_ENDINGS = [
  ...['さん', 'さま', '様', '氏', '先生', '君', 'くん', 'クン', 'サン', 'ちゃん', 'チャン', 'たん'],
  ...['殿', '御中', '師匠', '選手', '監督', '部長', '社長', '課長', '係長', '室長', '専務', '常務'],
  ...[
    '会長',
    '教授',
    '准教授',
    '博士',
    '医師',
    '弁護士',
    '議員',
    '店長',
    '代表',
    '氏名',
    'せんせい',
  ],
  ...['女史', '嬢', '夫人', '画伯', '名人', '王位', '竜王', '八段', '九段'],
].sort((a, b) => b.length - a.length)

/** Endings of one character that also end names (君 in 王昭君) need two characters before them. */
const HAN_ENDING_BEFORE_MIN = 2

const LATIN_BEFORE = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev fr hon capt col gen sgt herr frau madame mme mlle sr sra señor señora monsieur dipl ing mag dottore'.split(
    ' ',
  ),
)
const LATIN_BEHIND = new Set(
  'phd md mba msc bsc esq cpa cfa dds dvm jd llm obe mbe cbe pmp san sama sensei ceo cto cfo coo cmo'.split(
    ' ',
  ),
)
const GENERATIONS = new Map([
  ...['jr', 'jnr', 'junior'].map((word) => [word, 'jr'] as const),
  ...['sr', 'snr', 'senior'].map((word) => [word, 'sr'] as const),
  ...['ii', '2nd', 'iii', '3rd', 'iv', '4th'].map(
    (word) => [word, word.replace(/nd|rd|th/, '').replace(/^i+v?$/, romanNumber)] as const,
  ),
])

function romanNumber(numeral: string): string {
  return numeral === 'iv' ? '4' : String(numeral.length)
}

export interface Bared {
  rest: string
  honorific?: string
  generation?: string
}

/** A Japanese name without the address behind it; one that is nothing else stays. */
export function withoutJapaneseEnding(name: string): Bared {
  for (const ending of JAPANESE_ENDINGS) {
    if (!name.endsWith(ending)) continue
    const rest = name.slice(0, -ending.length).trim()
    const isOneHan = ending.length === 1
    if (rest.length < (isOneHan ? HAN_ENDING_BEFORE_MIN : 1)) continue
    return { rest, honorific: ending }
  }
  return { rest: name }
}

/** Words of a Latin name without titles, degrees and generation. */
export function withoutLatinTitles(words: readonly string[]): {
  words: string[]
  honorific?: string
  generation?: string
} {
  const rest = words.map((word) => word.replace(/-(san|sama|kun|chan|sensei|shi|dono)$/i, ''))
  let honorific: string | undefined
  let generation: string | undefined
  while (rest.length > 1 && LATIN_BEFORE.has(plain(rest[0]))) honorific = plain(rest.shift())
  for (;;) {
    const last = plain(rest.at(-1))
    if (rest.length < 2) break
    const born = GENERATIONS.get(last)
    if (born === undefined && !LATIN_BEHIND.has(last)) break
    if (born !== undefined && rest.length > 2) generation = born
    else if (born !== undefined) break
    else honorific ??= last
    rest.pop()
  }
  return {
    words: rest,
    ...(honorific === undefined ? {} : { honorific }),
    ...(generation === undefined ? {} : { generation }),
  }
}

function plain(word: string | undefined): string {
  return (word ?? '').replace(/[.,]/g, '').toLowerCase()
}

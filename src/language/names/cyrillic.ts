const LETTERS: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y' },
  ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f' },
  ...{ х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu' },
  ...{
    я: 'ya',
    і: 'i',
    ї: 'yi',
    є: 'ye',
    ґ: 'g',
    ў: 'u',
    ј: 'j',
    љ: 'lj',
    њ: 'nj',
    ћ: 'c',
    џ: 'dz',
    ђ: 'dj',
  },
}

/** Cyrillic as English writes it (BGN/PCGN 1947 without its rarer marks); undefined for other letters. */
export function latinOfCyrillic(text: string): string | undefined {
  let latin = ''
  for (const letter of text) {
    const one = LETTERS[letter] ?? (/[-'’]/.test(letter) ? '' : undefined)
    if (one === undefined) return undefined
    latin += one
  }
  return latin
}

/** What the romanisations of one Slavic name share: Ivanoff, Tchaikovsky, Julia, Sergei, Fedor. */
export function looseSlavic(latin: string): string {
  return latin
    .replace(/shch|stch|sch/g, 'sh')
    .replace(/tch/g, 'ch')
    .replace(/kh/g, 'h')
    .replace(/tz/g, 'ts')
    .replace(/w|ff$/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/ks/g, 'x')
    .replace(/[yj]/g, 'i')
    .replace(/io|ie/g, 'e')
    .replace(/i+/g, 'i')
}

const SLAVIC = /(?:[oe]v|[oe]ff|[oe]w|sk[iy]+|[oe]va|enko|i[nc]h?|chuk|vich|witch|aya|ina)$/

/** Whether a Latin family name ends as Slavic ones do. */
export function looksSlavic(latin: string): boolean {
  return SLAVIC.test(latin)
}

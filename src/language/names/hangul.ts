import { KOREAN_FAMILIES } from './data/korean-families.ts'

const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

/** Hangul by the Revised Romanisation (2000), syllable by syllable; undefined for anything else. */
export function latinOfHangul(hangul: string): string | undefined {
  let latin = ''
  for (const syllable of hangul) {
    const code = syllable.charCodeAt(0) - 0xac00
    if (code < 0 || code >= 11172) return undefined
    latin += INITIALS[Math.floor(code / 588)] ?? ''
    latin += VOWELS[Math.floor((code % 588) / 28)] ?? ''
    latin += FINALS[code % 28] ?? ''
  }
  return latin
}

let families: Map<string, readonly string[]> | undefined

/** Whether a Korean family name is written so by some who bear it: 이 as Lee, Yi, Rhee. */
export function isKoreanFamily(hangul: string, latin: string): boolean {
  families ??= new Map(
    KOREAN_FAMILIES.trim()
      .split(/\s+/)
      .map((entry) => {
        const start = entry.search(/[a-z]/)
        return [entry.slice(0, start), entry.slice(start).split('/')]
      }),
  )
  return families.get(hangul)?.includes(latin) === true
}

/** What the many romanisations of one Korean name share: Young-hee and Yeonghui, Minsoo and Min-su. */
export function looseKorean(latin: string): string {
  return latin
    .replace(/eo|ou|oo|eu|wo/g, 'u')
    .replace(/ee|ui/g, 'i')
    .replace(/ae/g, 'e')
    .replace(/ch|jj/g, 'j')
    .replace(/sh|ss/g, 's')
    .replace(/kk|k|gg/g, 'g')
    .replace(/tt|t/g, 'd')
    .replace(/pp|p/g, 'b')
    .replace(/l/g, 'r')
    .replace(/(?<=[aeiou])h(?![aeiouy])/g, '')
}

/**
 * The bones of a name, in which Western names and their katakana meet: John and ジョン are `jn`,
 * Michael and マイケル `nkr`. Vowels go but for a first one, l is r, v is b, th is s. Weak evidence.
 */
export function bonesOfKana(sound: string): string {
  return collapse(
    sound
      .replaceAll(':', '')
      .replace(/z(?=y|i)/g, 'j')
      .replace(/z/g, 's')
      .replace(/v/g, 'b')
      .replace(/^[aiueoyw]+/, 'A')
      .replace(/[aiueoyw]/g, ''),
  )
}

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/^(?:wr|rh)/, 'r'],
  [/^kn/, 'n'],
  [/^(?:ch)(?=r)/, 'k'],
  [/^wh/, 'w'],
  [/gh(?=t|$)/g, ''],
  [/ph|f/g, 'H'],
  [/th/g, 's'],
  [/sch|sh/g, 's'],
  [/tch/g, 't'],
  [/ck/g, 'k'],
  [/dge?(?=[ei]|$)|j|g(?=[ei])/g, 'J'],
  [/c(?=[eiy])/g, 's'],
  [/qu|q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'b'],
  [/(?<!^)h(?![aiueoy])/g, ''],
  [/(?<=[aiueoy])r(?![aiueoy])/g, ''],
  [/l/g, 'r'],
  [/^[aiueoyw]+/, 'A'],
  [/[aiueoyw]/g, ''],
]

/** The same of a Latin word; two where `ch` is k or t: Michael, Charles. */
export function bonesOfLatin(word: string): string[] {
  return ['k', 't'].map((ch) => {
    let bones = word.replace(/(?<![st])ch/g, ch)
    for (const [spelling, bone] of ENGLISH) bones = bones.replace(spelling, bone)
    return collapse(bones)
  })
}

function collapse(bones: string): string {
  return bones.toLowerCase().replace(/(.)\1+/g, '$1')
}

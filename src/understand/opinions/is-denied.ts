/** What follows a Japanese verb or adjective that is denied: 故障していません, 壊れたことがない. */
const DENIED_JA =
  /^(?:した|して|し|たり|た|て|られ|れ|ん|い|く|も|は|る|こと|が|一度|い)*(?:ない|なかっ|ません|へん|ぬ|ず(?!っ)|無し|無い|なし(?:$|[、。]))/u
/** What stands before an English word that is denied, with at most three words between. */
const DENIED_EN =
  /\b(?:never|not|no|without|hasn['’]?t|haven['’]?t|hadn['’]?t|doesn['’]?t|don['’]?t|didn['’]?t|isn['’]?t|wasn['’]?t|aren['’]?t|won['’]?t|can['’]?t|couldn['’]?t|refuses? to)(?:\s+\w+){0,3}\s*$/u

const DENIES = /ない|ません|なかっ|へん?$|ぬ$|\b(?:not?|never)\b|n['’]?t\b/u

/** A stem that nothing but a denial follows (電話がつながら, 一年もた): one that follows at once completes it. */
const STEM = /[かがさたなばまらわ]$/u
const DENIES_AT_ONCE = /^(?:れ)?(?:ない|なかっ|なく|ません|ず|へん|ん|ぬ)/u
/** What is only said where something is denied (びくとも, 一度も壊, 落としても壊): the denial is part of it. */
const SAID_DENYING = /(?:一度も|何度|ても|しか|とも|気配).{0,4}$/u

/**
 * Whether what stands at [start, end) of a folded clause is denied there, so that a fault that is not
 * there speaks well. Looks at a few words around it, not at the grammar.
 */
export function isDenied(folded: string, start: number, end: number): boolean {
  const wording = folded.slice(start, end)
  // A wording that denies by itself (壊れない) is a meaning of its own.
  if (DENIES.test(wording)) return false
  if (SAID_DENYING.test(wording)) return false
  if (STEM.test(wording) && DENIES_AT_ONCE.test(folded.slice(end))) return false
  if (DENIED_JA.test(folded.slice(end, end + 16))) return true
  return /[a-z]/.test(folded[start] ?? '') && DENIED_EN.test(folded.slice(0, start))
}

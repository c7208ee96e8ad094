/**
 * One meaning with all the wordings that people use for it: what a reader that learned from few
 * posts can't know by itself, and what opinions are grouped by across wordings and languages.
 */
export type Concept = Aspect | Claim | Act

/** What is spoken of: the battery, the staff, the price. */
export interface Aspect extends Worded {
  kind: 'aspect'
  side: 0
  /** A singular noun: 「電池」, "battery". */
  name: ConceptName
}

/** What is said of something: that it does not last, that it is kind. */
export interface Claim extends Worded {
  kind: 'claim'
  /** -1 bad for the thing spoken of, 1 good, 0 neither. */
  side: -1 | 0 | 1
  /** What follows 「…が」 or "The …": 「もたない」, "does not last". */
  name: ConceptName
}

/** What the author does or wants: asks, compares, orders, cancels. */
export interface Act extends Worded {
  kind: 'act'
  /** -1 bad for the thing spoken of, 1 good, 0 neither. */
  side: -1 | 0 | 1
}

/** How pages call a concept; at most 40 characters. */
export interface ConceptName {
  ja: string
  en: string
}

interface Worded {
  /** Unique over all files, kebab-case English: 'breaks-down'. */
  id: string
  /**
   * Japanese wordings, separated by white space; `_` stands for a space inside a wording. They are
   * found as they stand inside the folded text, so verbs and adjectives are the stem that all forms
   * share (壊れ, 高すぎ), and a negated form is a wording of its own meaning (壊れない).
   */
  ja: string
  /**
   * English wordings, written like the Japanese ones. They are found as whole words; `*` at the end
   * lets the last word end in any way, an apostrophe may be curly or left out (don't, don’t, dont),
   * and a hyphen may be a space or nothing (rip-off, rip off, ripoff).
   */
  en: string
}

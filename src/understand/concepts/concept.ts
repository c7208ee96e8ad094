/**
 * One meaning with all the wordings that people use for it: what a reader that learned from few
 * posts can't know by itself, and what opinions are grouped by across wordings and languages.
 */
export interface Concept {
  /** Unique over all files, kebab-case English: 'breaks-down'. */
  id: string
  /** aspect: what is spoken of; claim: what is said of it; act: what the author does or wants. */
  kind: 'aspect' | 'claim' | 'act'
  /** -1 bad for the thing spoken of, 1 good, 0 neither. Aspects: 0. */
  side: -1 | 0 | 1
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

import { LIMITS } from '#vocabulary/index.ts'
import { foldText } from './fold.ts'
import { UNSPACED } from './scripts.ts'

/** One condition of a search: the text has this token, or (prefix) a token that begins with it. */
export interface QueryToken {
  text: string
  prefix: boolean
}

/** A search as an AND of tokens; `phrases` are folded and are to be rechecked with `matchesPhrases`. */
export interface SearchQuery {
  tokens: QueryToken[]
  phrases: string[]
}

/**
 * PostgreSQL refuses a tsvector whose lexemes exceed 1 MB together; a third of that, counted in
 * UTF-16 units, stays below it whatever the script.
 */
const TOKEN_UNITS_TOTAL_MAX = 300_000

const RUN = new RegExp(
  `[${UNSPACED}]+|[[\\p{L}\\p{N}]--[${UNSPACED}]][[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]*`,
  'gv',
)
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'v')

/**
 * The distinct tokens by which a post is found. Runs of scripts without spaces between words
 * (Japanese, Chinese, Korean, Thai ...) give their character bigrams and, by itself, their last
 * character: so every character of a run begins some token, and a search for one character is a
 * prefix search. Everything else gives words, with Latin accents stripped; signs (# @) fall away.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>()
  let units = 0
  for (const token of tokensOf(foldText(text))) {
    if (tokens.has(token)) continue
    units += token.length
    if (tokens.size >= LIMITS.searchTokensMax || units > TOKEN_UNITS_TOTAL_MAX) break
    tokens.add(token)
  }
  return [...tokens]
}

function* tokensOf(folded: string): Generator<string> {
  for (const [run] of folded.matchAll(RUN)) {
    if (!STARTS_UNSPACED.test(run)) {
      yield wordToken(run)
      continue
    }
    let previous = ''
    for (const character of run) {
      if (previous !== '') yield previous + character
      previous = character
    }
    yield previous
  }
}

const NOT_LATIN = /[^\p{sc=Latin}\p{N}\p{M}]/u
const NOT_ASCII = /[^ -~]/

function wordToken(word: string): string {
  const plain = NOT_ASCII.test(word) && !NOT_LATIN.test(word) ? withoutMarks(word) : word
  return cutToken(plain)
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

function cutToken(token: string): string {
  if (token.length <= LIMITS.searchTokenCharsMax) return token
  return token.slice(0, LIMITS.searchTokenCharsMax).replace(/[\ud800-\udbff]$/, '')
}

const QUOTED = /["“”]([^"“”]*)["“”]/g

/**
 * What a reader typed, as a search: all parts must be there. "Quoted" parts must stand in the text
 * as they are; the last word may be unfinished. Null when nothing in it can be searched for.
 */
export function searchQuery(query: string): SearchQuery | null {
  const folded = foldText(query.slice(0, LIMITS.searchQueryCharsMax)).trim()
  const tokens = new Map<string, QueryToken>()
  const phrases = new Set<string>()
  const unquoted = folded.replace(QUOTED, (_, phrase: string) => {
    addQuoted(phrase.trim(), tokens, phrases)
    return ' '
  })
  addUnquoted(unquoted, tokens, phrases)
  return tokens.size === 0 ? null : { tokens: [...tokens.values()], phrases: [...phrases] }
}

function addQuoted(phrase: string, tokens: Map<string, QueryToken>, phrases: Set<string>): void {
  const before = tokens.size
  for (const [run] of phrase.matchAll(RUN)) {
    if (STARTS_UNSPACED.test(run)) addUnspacedRun(run, tokens)
    else addToken({ text: wordToken(run), prefix: false }, tokens)
  }
  if (tokens.size > before) phrases.add(phrase)
}

function addUnquoted(text: string, tokens: Map<string, QueryToken>, phrases: Set<string>): void {
  const runs = [...text.matchAll(RUN)]
  for (const [index, [run]] of runs.entries()) {
    if (!STARTS_UNSPACED.test(run)) {
      addToken({ text: wordToken(run), prefix: index === runs.length - 1 }, tokens)
      continue
    }
    addUnspacedRun(run, tokens)
    if ([...run].length > 2) phrases.add(run)
  }
}

function addUnspacedRun(run: string, tokens: Map<string, QueryToken>): void {
  const characters = [...run]
  if (characters.length === 1) addToken({ text: run, prefix: true }, tokens)
  for (let i = 1; i < characters.length; i++) {
    addToken({ text: `${characters[i - 1]}${characters[i]}`, prefix: false }, tokens)
  }
}

function addToken(token: QueryToken, tokens: Map<string, QueryToken>): void {
  tokens.set(`${token.prefix}${token.text}`, token)
}

/** Whether the text has every phrase, compared folded. */
export function matchesPhrases(text: string, phrases: readonly string[]): boolean {
  if (phrases.length === 0) return true
  const folded = foldText(text)
  return phrases.every((phrase) => folded.includes(phrase))
}

/** Tokens as the text form of a `tsvector` without positions: `'返品' 'iphone'`. Safe for any input. */
export function toTsVectorLiteral(tokens: readonly string[]): string {
  return tokens.map(quoteLexeme).filter(isLexeme).join(' ')
}

/** A query as the text form of a `tsquery`: `'返品' & 'ipho':*`. Safe for any input. */
export function toTsQueryLiteral(query: Pick<SearchQuery, 'tokens'>): string {
  return query.tokens
    .map(({ text, prefix }) => ({ lexeme: quoteLexeme(text), prefix }))
    .filter(({ lexeme }) => isLexeme(lexeme))
    .map(({ lexeme, prefix }) => (prefix ? `${lexeme}:*` : lexeme))
    .join(' & ')
}

/** Inside quotes PostgreSQL takes everything literally but ' and \ (doubled) and NUL (impossible). */
function quoteLexeme(text: string): string {
  const storable = cutToken(text.replaceAll('\u0000', '')).toWellFormed()
  return `'${storable.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

function isLexeme(quoted: string): boolean {
  return quoted !== "''"
}

import { createHash } from 'node:crypto'
import type { InterfaceLanguage } from '#vocabulary/index.ts'
import type { ExportedRow, PersonExport } from './export-person.ts'
import { COLUMN_WORDS, TABLE_WORDS } from './export-words.ts'
import { REACHED_TABLES } from './reach.ts'

const STYLE = `:root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.6}
body{max-width:56rem;margin:0 auto;padding:1.5rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
article{border-top:1px solid GrayText;padding:.75rem 0}
@media(max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media print{article{break-inside:avoid}}`

/** Nothing is loaded and nothing runs: the one style is let in by its hash (CSP level 2). */
const POLICY = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-${createHash(
  'sha256',
)
  .update(STYLE)
  .digest('base64')}'`

const WORDS = {
  ja: {
    title: (name: string) => `${name} について保有している情報`,
    when: '出力日時',
    purpose: '利用目的',
    merged: '統合されている記録のID',
    rows: (count: number) => `${count}件`,
    yes: 'はい',
    no: 'いいえ',
    contents: '目次',
  },
  en: {
    title: (name: string) => `What is known of ${name}`,
    when: 'Taken at',
    purpose: 'Purpose of use',
    merged: 'Ids of records that were merged',
    rows: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
    yes: 'yes',
    no: 'no',
    contents: 'Contents',
  },
}

/** An export as one page for people to read: no scripts, no outside resources, everything escaped. */
export function exportPage(known: PersonExport, language: InterfaceLanguage): string {
  const words = WORDS[language]
  const title = escapeHtml(words.title(known.person.displayName))
  const shown = REACHED_TABLES.filter((table) => known.tables[table] !== undefined)
  const contents = shown.map(
    (table) => `<li><a href="#${table}">${escapeHtml(TABLE_WORDS[table][language])}</a></li>`,
  )
  const sections = shown.map((table) => {
    const rows = known.tables[table] ?? []
    const heading = escapeHtml(TABLE_WORDS[table][language])
    const articles = rows.map((row) => `<article>${describe(row, language)}</article>`)
    return `<section id="${table}"><h2>${heading}</h2><p>${words.rows(rows.length)}</p>${articles.join('\n')}</section>`
  })
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${head(known, language)}
<nav aria-label="${words.contents}"><ul>${contents.join('')}</ul></nav>
${sections.join('\n')}</main></body></html>
`
}

function head(known: PersonExport, language: InterfaceLanguage): string {
  const words = WORDS[language]
  const said: [string, string][] = [[words.when, known.exportedAt]]
  if (known.purpose !== '') said.push([words.purpose, known.purpose])
  if (known.person.alsoKnownAs.length > 0)
    said.push([words.merged, known.person.alsoKnownAs.join(', ')])
  return `<dl>${said.map(([term, value]) => pair(term, value)).join('')}</dl>`
}

function describe(row: ExportedRow, language: InterfaceLanguage): string {
  const pairs = Object.entries(row).flatMap(([column, value]) => {
    const text = textOf(value, language)
    return text === '' ? [] : [pair(COLUMN_WORDS[column]?.[language] ?? column, text)]
  })
  return `<dl>${pairs.join('')}</dl>`
}

function pair(term: string, value: string): string {
  return `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`
}

function textOf(value: unknown, language: InterfaceLanguage): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? WORDS[language].yes : WORDS[language].no
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

const ESCAPES: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}

import { createHash } from 'node:crypto'
import {
  POST_COLUMNS,
  type PostColumn,
  parseDate,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import type {
  IncomingActivity,
  IncomingContent,
  IncomingHandle,
  Refusal,
} from '#vocabulary/index.ts'
import { platformNamed } from './platform-names.ts'
import { cellsOf, damagedCell, fieldOf, type NamedRow } from './table-format.ts'

/** The cells that mean something, trimmed; empty ones are absent. */
type Cells = Partial<Record<PostColumn, string>>

/** What a row of a table says: somebody wrote a text. Pure. */
export function readPostRow(post: NamedRow | undefined, context: ReadContext): ReadRecord {
  if (post === undefined) return { refusal: { reason: 'not-an-object' } }
  const cells: Cells = cellsOf(post, POST_COLUMNS)
  const refusal = refusalOf(cells, post)
  if (refusal !== undefined) return { refusal }
  const publishedAt = publishedAtOf(cells, post, context)
  if (publishedAt !== undefined && 'reason' in publishedAt) return { refusal: publishedAt }
  return { arrival: activityOf(cells, post.line, publishedAt, context) }
}

function refusalOf(cells: Cells, post: NamedRow): Refusal | undefined {
  const damaged = damagedCell(cells, post, POST_COLUMNS)
  if (damaged !== undefined) return damaged
  if (cells.text !== undefined || cells.title !== undefined) return undefined
  const lacking = post.columns.text === undefined ? 'title' : 'text'
  return { reason: 'missing-field', field: fieldOf(post.columns, lacking) }
}

function publishedAtOf(
  { publishedAt }: Cells,
  { columns, dayOrder }: NamedRow,
  { timeZone }: ReadContext,
): Date | Refusal | undefined {
  if (publishedAt === undefined) return undefined
  const date = parseDate(
    publishedAt,
    dayOrder === undefined ? { timeZone } : { timeZone, dayOrder },
  )
  if (date !== undefined) return date
  return {
    reason: 'bad-date',
    detail: publishedAt.slice(0, 100),
    field: fieldOf(columns, 'publishedAt'),
  }
}

function activityOf(
  cells: Cells,
  line: number,
  publishedAt: Date | undefined,
  context: ReadContext,
): IncomingActivity {
  const platform = platformOf(cells.platform)
  const url = webAddress(cells.url)
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform,
    externalKey: keyOf(cells, line, platform, context),
    actor: actorOf(cells, platform, context.scope),
    content: contentOf(cells),
    ...(publishedAt && { publishedAt }),
    ...(url && { url }),
    ...(cells.parentId && { parentKey: scoped(cells.parentId, platform, context.scope) }),
  }
}

function contentOf({ text = '', title, lang }: Cells): IncomingContent {
  const languageHint = languageOf(lang)
  return { text, ...(title && { title }), ...(languageHint && { languageHint }) }
}

const FILE = 'file'

/** A platform vouches for its ids everywhere; an id of a mere file counts only inside that file. */
function scoped(id: string, platform: string, scope: string): string {
  return platform === FILE ? `${scope}:${id}` : id
}

/**
 * The id where there is one, else a hash of what the row says, so that the same row is the same
 * activity however often it comes. Rows that name neither place nor author and time may agree by
 * chance (「特になし」 in thirty answers of a survey): they are told apart by file and line.
 */
function keyOf(cells: Cells, line: number, platform: string, context: ReadContext): string {
  const { scope, fileName = '' } = context
  if (cells.id !== undefined) return scoped(cells.id, platform, scope)
  const isTelling =
    cells.url !== undefined || (cells.author !== undefined && cells.publishedAt !== undefined)
  const values = POST_COLUMNS.map((meaning) => cells[meaning] ?? '')
  const said = JSON.stringify(isTelling ? values : [scope, fileName, line, ...values])
  return `sha256:${createHash('sha256').update(said).digest('hex')}`
}

function actorOf(cells: Cells, platform: string, scope: string): IncomingHandle {
  const { author, authorId, email } = cells
  const url = webAddress(cells.authorUrl)
  if (author === undefined && authorId === undefined && email === undefined) {
    const externalId = `${scope}:anonymous`
    return { platform, externalId, kind: 'unknown', ...(url && { url, externalId: url }) }
  }
  return {
    platform,
    externalId: actorIdOf(cells, platform, scope),
    ...(author && { displayName: author }),
    ...(author?.startsWith('@') && { username: author.slice(1) }),
    ...(url && { url }),
  }
}

function actorIdOf({ author, authorId, email }: Cells, platform: string, scope: string): string {
  if (authorId !== undefined) return scoped(authorId, platform, scope)
  return email?.toLowerCase() ?? `${scope}:${author}`
}

function platformOf(name: string | undefined): string {
  return name === undefined ? FILE : platformNamed(name)
}

const LANGUAGES: Record<string, string> = {
  日本語: 'ja',
  英語: 'en',
  中国語: 'zh',
  韓国語: 'ko',
  japanese: 'ja',
  english: 'en',
  chinese: 'zh',
  korean: 'ko',
}

function languageOf(lang: string | undefined): string | undefined {
  if (lang === undefined) return undefined
  const named = lang.toLowerCase()
  if (Object.hasOwn(LANGUAGES, named)) return LANGUAGES[named]
  const tag = lang.replaceAll('_', '-')
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : undefined
}

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? url : undefined
}

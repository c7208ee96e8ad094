import { isJsonObject, type JsonObject, knownFields, textOfHtml } from '#listen/index.ts'
import type { IncomingContent } from '#vocabulary/index.ts'
import { excerptOf, optionalText, RefusedRecord, textOf } from '../json-fields.ts'

/** A text, and the language that a map of languages gave it. */
interface SaidText {
  text: string
  language?: string
}

/**
 * What an object (or an activity that carries its text itself) says in words, or
 * undefined if nothing. The text is `content`; without it `summary`, then `name`.
 * `content` is HTML where `mediaType` says so, and, as ActivityStreams has it, in
 * documents with an `@context` that do not say; otherwise it is plain text.
 */
export function readContent(
  from: JsonObject,
  path: string,
  isActivityStreams: boolean,
): IncomingContent | undefined {
  const content = readText(from, 'content', path)
  const name = readText(from, 'name', path)
  const summary = readText(from, 'summary', path)
  const title = optionalText(from.title, `${path}title`)
  const said = content ?? summary ?? name
  if (said === undefined && title === undefined) return undefined
  const body = said ?? { text: '' }
  const isHtml = content !== undefined && saysHtml(from, path, isActivityStreams)
  return knownFields({
    text: isHtml ? textOfHtml(body.text) : body.text,
    title: title ?? titleOf(body, name, summary),
    html: isHtml ? body.text : optionalText(from.html, `${path}html`),
    languageHint: optionalText(from.lang, `${path}lang`) ?? body.language,
    isExcerpt: typeof from.isExcerpt === 'boolean' ? from.isExcerpt : undefined,
  })
}

function titleOf(body: SaidText, name?: SaidText, summary?: SaidText): string | undefined {
  const titles = [name, summary].filter((said) => said !== undefined && said !== body)
  return textOf(titles[0]?.text)
}

function saysHtml(from: JsonObject, path: string, isActivityStreams: boolean): boolean {
  const mediaType = optionalText(from.mediaType, `${path}mediaType`)
  return mediaType === undefined ? isActivityStreams : /^text\/html\b/i.test(mediaType)
}

/** `content`, or the first of `contentMap` with its language; likewise name and summary. */
function readText(from: JsonObject, key: string, path: string): SaidText | undefined {
  const text = optionalText(from[key], `${path}${key}`)
  if (text !== undefined) return { text }
  const map = from[`${key}Map`]
  if (map === undefined || map === null) return undefined
  const field = `${path}${key}Map`
  if (!isJsonObject(map)) {
    throw new RefusedRecord({ reason: 'bad-field', field, detail: excerptOf(map) })
  }
  const [language] = Object.keys(map)
  if (language === undefined) return undefined
  return { text: optionalText(map[language], `${field}.${language}`) ?? '', language }
}

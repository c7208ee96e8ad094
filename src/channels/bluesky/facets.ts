import type { IncomingHandle } from '#vocabulary/index.ts'
import { objectOf, objectsOf, textOf } from '../json-fields.ts'

/** What the facets of a post mark in its text. */
export interface FacetMarks {
  mentions: IncomingHandle[]
  tags: string[]
}

/**
 * The mentions and tags that facets mark (lexicon app.bsky.richtext.facet).
 * Their offsets count UTF-8 bytes; ones outside the text are not believed, the
 * DID and the tag stand beside them anyway.
 */
export function readFacets(text: string, facets: unknown): FacetMarks {
  const marks: FacetMarks = { mentions: [], tags: [] }
  const known = objectsOf(facets)
  if (known.length === 0) return marks
  const bytes = Buffer.from(text, 'utf8')
  for (const facet of known) {
    const marked = markedText(bytes, facet.index)
    for (const feature of objectsOf(facet.features)) addMark(marks, marked, feature)
  }
  return marks
}

function addMark(marks: FacetMarks, marked: string, feature: Record<string, unknown>): void {
  const did = textOf(feature.did)
  const tag = textOf(feature.tag)
  if (did !== undefined) marks.mentions.push(mentioned(did, marked))
  if (tag !== undefined) marks.tags.push(tag)
}

function mentioned(did: string, marked: string): IncomingHandle {
  const handle = { platform: 'bluesky', externalId: did }
  return /^@[\w.-]+$/.test(marked) ? { ...handle, username: marked.slice(1) } : handle
}

function markedText(bytes: Buffer, index: unknown): string {
  const start = objectOf(index)?.byteStart
  const end = objectOf(index)?.byteEnd
  if (!Number.isInteger(start) || !Number.isInteger(end)) return ''
  const [from, to] = [Number(start), Number(end)]
  return from < 0 || to > bytes.length || from >= to ? '' : bytes.toString('utf8', from, to)
}

import { z } from 'zod'
import type { ReadingPart } from '#vocabulary/index.ts'
import { labelsOf } from '../judgement.ts'
import type { AskedPost } from './vote-prompt.ts'

/** The labels that were said of one post; parts that the model left out are missing. */
export type Labels = { [Part in ReadingPart]?: string | undefined }

export interface ReadAnswer {
  /** By the name that the post had in the request; only posts with at least one usable label. */
  votes: Map<string, Labels>
  /** Entries that fit nothing that was asked, and posts without a usable one. */
  dropped: number
}

/** What an OpenAI-compatible interface answers, as far as we look: the text of the first choice. */
const completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
})

/** Entries beyond this are not looked at: nobody asked for them. */
const ENTRIES_MAX = 100

const document = z.strictObject({ posts: z.array(z.unknown()).max(ENTRIES_MAX) })

/**
 * The votes in an answer's body. What is taken are labels of open parts of posts that were asked
 * about, nothing else: an entry that names another post or part, another label or anything more is
 * dropped whole, and of a post that is named twice nothing is taken. Undefined where the whole is no
 * JSON of the agreed form.
 */
export function readAnswer(body: string, posts: readonly AskedPost[]): ReadAnswer | undefined {
  const entries = entriesOf(body)
  if (entries === undefined) return undefined
  const votes = new Map<string, Labels>()
  const named = new Set<string>()
  let strangers = 0
  for (const entry of entries) {
    const post = posts.find(({ ref }) => ref === refOf(entry))
    if (post === undefined) strangers++
    else if (named.has(post.ref)) votes.delete(post.ref)
    else {
      named.add(post.ref)
      const read = entryOf(post).safeParse(entry)
      const labels: Labels = read.success ? read.data.labels : {}
      if (Object.values(labels).some((label) => label !== undefined)) votes.set(post.ref, labels)
    }
  }
  return { votes, dropped: strangers + posts.length - votes.size }
}

function entriesOf(body: string): unknown[] | undefined {
  const answered = completion.safeParse(jsonOf(body))
  if (!answered.success) return undefined
  const said = document.safeParse(jsonOf(unfenced(answered.data.choices[0].message.content)))
  return said.success ? said.data.posts : undefined
}

/** Many models put what they say in JSON between two fences of Markdown. */
function unfenced(text: string): string {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)
  return fenced?.[1] ?? text
}

/** Undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function refOf(entry: unknown): string | undefined {
  const read = z.object({ id: z.string() }).safeParse(entry)
  return read.success ? read.data.id : undefined
}

/** The one form that an entry about this post may have: closed unions through and through. */
function entryOf({ ref, parts }: AskedPost) {
  const labels: Record<string, z.ZodOptional<z.ZodType<string>>> = Object.fromEntries(
    parts.map((part) => [part, z.enum(labelsOf(part)).optional()]),
  )
  return z.strictObject({ id: z.literal(ref), labels: z.strictObject(labels) })
}

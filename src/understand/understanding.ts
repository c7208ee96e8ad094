import { toTsVectorLiteral } from '#language/index.ts'
import type { PostText, TopicSet, Understanding, Understood } from '#listen/index.ts'
import type { Reader, ReadingHint, TopicMention } from '#vocabulary/index.ts'
import { readPost } from './read-post.ts'
import type { ReaderSource } from './reading-source.ts'
import { createTopicFinder, type TopicFinder } from './topics.ts'

/**
 * Understanding in this thread, by one reader or by that of each workspace; the finder for a set of
 * topics is kept until the set changes.
 */
export function understandHere(readers: Reader | ReaderSource): Understanding {
  const readerFor = typeof readers === 'function' ? readers : async () => readers
  let finder: TopicFinder | undefined
  let known: TopicSet | undefined
  return {
    understand: async (texts, topics) => {
      const reader = await readerFor(topics.reader)
      if (finder === undefined || known === undefined || !isSameSet(known, topics)) {
        finder = topicFinderOf(topics)
        known = topics
      }
      return understandAll(reader, finder, texts)
    },
  }
}

/** Reads texts one by one, synchronously. */
function understandAll(reader: Reader, finder: TopicFinder, texts: PostText[]): Understood[] {
  return texts.map((text) => understandPost(reader, finder, text))
}

export function topicFinderOf({ topics }: TopicSet): TopicFinder {
  return createTopicFinder(topics.map((topic) => ({ ...topic, kind: 'own' })))
}

function isSameSet(a: TopicSet, b: TopicSet): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function understandPost(reader: Reader, finder: TopicFinder, post: PostText): Understood {
  const { text, languageHint, explains = false, mentions } = post
  const whole = wholeText(post)
  const hint: ReadingHint = {
    explains,
    ...(languageHint === undefined ? {} : { lang: languageHint }),
    ...(mentions === undefined ? {} : { mentions }),
  }
  const read = readPost(reader, finder, whole, hint)
  const offset = whole.length - text.length
  return {
    reading: read.reading,
    topics: read.topics.map((mention) => withinText(mention, offset)),
    tokens: toTsVectorLiteral(read.tokens),
  }
}

/** Title and text as they are read: joined by a line break. */
export function wholeText({
  title,
  text,
}: {
  title?: string | null | undefined
  text: string
}): string {
  return title === undefined || title === null ? text : `${title}\n${text}`
}

/** A mention in the title stands at 0..0 of the text. */
function withinText(mention: TopicMention, offset: number): TopicMention {
  const start = mention.start - offset
  return start < 0
    ? { ...mention, start: 0, end: 0 }
    : { ...mention, start, end: mention.end - offset }
}

import type { Topic, TopicKind } from '../../terms.ts'

const KATAKANA = /[\u30a1-\u30f6]/g

/** Width, case and kana make no difference, as in the search for topics itself. */
function fold(text: string): string {
  const kana = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 0x60)
  return text.normalize('NFKC').toLowerCase().replace(KATAKANA, kana)
}

/** Topics of a kind whose name or one of whose aliases holds the words. */
export function findTopics(topics: Topic[], q: string, kind: TopicKind | undefined): Topic[] {
  const wanted = fold(q.trim())
  return topics.filter(
    (topic) =>
      (kind === undefined || topic.kind === kind) &&
      [topic.name, ...topic.aliases].some((name) => fold(name).includes(wanted)),
  )
}

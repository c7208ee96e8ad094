import type { Overview, Voices } from './sentences.ts'

type TopicCounts = Overview['topics'][number]

export interface VoiceRow {
  topic: TopicCounts
  /** Who spoke of it; null where voices are not counted. */
  voices: number | null
  share: number
  /** In points against the span before; null where nothing was said of anybody. */
  moved: number | null
}

export interface Voice {
  /** What is shared: voices, or posts where there are too many of these to count their voices. */
  unit: 'voices' | 'posts'
  /** Our own share of all mentions; null without any. */
  own: number
  moved: number | null
  rows: VoiceRow[]
}

/** The counts of one span. */
export interface Counted {
  topics: readonly TopicCounts[]
  voices: Pick<Voices, 'total' | 'topics'> | undefined
}

const isVoice = ({ kind }: TopicCounts) => kind === 'own' || kind === 'competitor'

/** Voices by topic; null where they are not counted. */
const byTopic = (voices: Counted['voices']): Map<string, number> | null =>
  voices === undefined || voices.total === null
    ? null
    : new Map(voices.topics.map((topic) => [topic.id, topic.voices]))

/** The shares of our own and competitors' topics; null where only one side, or neither, is spoken of. */
export function voiceOf(now: Counted, before: Counted): Voice | null {
  const [named, was] = [now.topics.filter(isVoice), before.topics.filter(isVoice)]
  const [voices, voicesBefore] = [byTopic(now.voices), byTopic(before.voices)]
  const isInVoices = voices !== null && voicesBefore !== null
  const count = (of: typeof voices) => (topic: TopicCounts) =>
    isInVoices ? (of?.get(topic.id) ?? 0) : topic.posts
  const sum = (topics: readonly TopicCounts[], of: typeof voices) =>
    topics.map(count(of)).reduce((all, one) => all + one, 0)
  const [all, allBefore] = [sum(named, voices), sum(was, voicesBefore)]
  const kinds = new Set([...named, ...was].map(({ kind }) => kind))
  if (all === 0 || kinds.size < 2) return null
  const points = (share: number, former: number) =>
    allBefore === 0 ? null : Math.round((share - former / allBefore) * 100)
  const rows = named.map((topic) => {
    const share = count(voices)(topic) / all
    const former = was.filter(({ id }) => id === topic.id)
    const spoke = voices === null ? null : (voices.get(topic.id) ?? 0)
    return { topic, voices: spoke, share, moved: points(share, sum(former, voicesBefore)) }
  })
  const isOwn = ({ kind }: TopicCounts) => kind === 'own'
  const own = sum(named.filter(isOwn), voices) / all
  const ownBefore = sum(was.filter(isOwn), voicesBefore)
  rows.sort((a, b) => b.share - a.share)
  return { unit: isInVoices ? 'voices' : 'posts', own, moved: points(own, ownBefore), rows }
}

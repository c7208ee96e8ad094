import type { Overview } from './sentences.ts'

type TopicCounts = Overview['topics'][number]

export interface VoiceRow {
  topic: TopicCounts
  share: number
  /** In points against the span before; null where nothing was said of anybody. */
  moved: number | null
}

export interface Voice {
  /** Our own share of all mentions; null without any. */
  own: number
  moved: number | null
  rows: VoiceRow[]
}

const isVoice = ({ kind }: TopicCounts) => kind === 'own' || kind === 'competitor'
const sum = (topics: readonly TopicCounts[]) => topics.reduce((all, { posts }) => all + posts, 0)

/** The shares of our own and competitors' topics; null where only one side, or neither, is spoken of. */
export function voiceOf(now: readonly TopicCounts[], before: readonly TopicCounts[]): Voice | null {
  const [named, was] = [now.filter(isVoice), before.filter(isVoice)]
  const [all, allBefore] = [sum(named), sum(was)]
  const kinds = new Set([...named, ...was].map(({ kind }) => kind))
  if (all === 0 || kinds.size < 2) return null
  const points = (share: number, posts: number) =>
    allBefore === 0 ? null : Math.round((share - posts / allBefore) * 100)
  const rows = named.map((topic) => {
    const share = topic.posts / all
    const former = was.find(({ id }) => id === topic.id)?.posts ?? 0
    return { topic, share, moved: points(share, former) }
  })
  const own = sum(named.filter(({ kind }) => kind === 'own')) / all
  const ownBefore = sum(was.filter(({ kind }) => kind === 'own'))
  rows.sort((a, b) => b.share - a.share)
  return { own, moved: points(own, ownBefore), rows }
}

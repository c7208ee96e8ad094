import { searchTokens } from '#language/index.ts'
import type { Reader, Reading, ReadingHint, StageOrNone, TopicMention } from '#vocabulary/index.ts'
import type { TopicFinder } from './topics.ts'

/** The stage that a post shows for one topic. */
export interface TopicStage {
  topicId: string
  stage: StageOrNone
}

/** All that is understood of one post. */
export interface ReadPost {
  reading: Reading
  /** Every mention, in order of place. */
  topics: TopicMention[]
  /** One entry a topic: in this first cut the stage of the post holds for every topic in it. */
  stages: TopicStage[]
  /** The tokens by which the post is found. */
  tokens: string[]
}

/** Reads a post: its language, sentiment, stage and stance, its topics, and its search tokens. */
export function readPost(
  reader: Reader,
  topicFinder: TopicFinder,
  text: string,
  hint?: ReadingHint,
): ReadPost {
  const topics = topicFinder.find(text)
  const mentions = hint?.mentions ?? topics
  const reading = reader.read(text, hint?.explains === true ? { ...hint, mentions } : hint)
  const topicIds = new Set(topics.map(({ topicId }) => topicId))
  const stages = Array.from(topicIds, (topicId) => ({ topicId, stage: reading.stage }))
  return { reading, topics, stages, tokens: searchTokens(text) }
}

import type { Topic } from '#vocabulary/topic.ts'

export type Ranked = Topic

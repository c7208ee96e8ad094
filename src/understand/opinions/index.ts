export {
  askToGroup,
  mergeOpinions,
  type OpinionChange,
  renameOpinion,
  splitOpinion,
} from './change-opinions.ts'
export { dueTopics } from './due-topics.ts'
export { type FoundOpinion, findOpinions } from './find-opinions.ts'
export { groupTopic } from './group-topic.ts'
export { meaningFinder } from './meaning-finder.ts'
export type { OpinionPost } from './opinion-post.ts'
export { getOpinion, type OpinionInFull } from './read-opinion.ts'
export { listOpinions } from './read-opinions.ts'
export { undoDecision } from './undo-decision.ts'

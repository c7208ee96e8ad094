/** Why a member is told of something: somebody named them in a note, handed over to them, gave them a task. */
export const NOTICE_KINDS = ['mentioned', 'handed-over', 'task-given'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

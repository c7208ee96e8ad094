/** By what the people on a journey are told apart. */
export const SEGMENT_KINDS = ['relation', 'language', 'channel', 'tag', 'community'] as const
export type SegmentKind = (typeof SEGMENT_KINDS)[number]

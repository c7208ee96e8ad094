/** `import`: what files brought. The others are listened to as people speak, or were. */
export const CHANNEL_STATES = ['import', 'listening', 'paused', 'removed'] as const
export type ChannelState = (typeof CHANNEL_STATES)[number]

/** How a live channel is doing. `failing`: after many failures, or one that waiting does not mend. */
export const CHANNEL_CONDITIONS = ['untried', 'listening', 'retrying', 'failing'] as const
export type ChannelCondition = (typeof CHANNEL_CONDITIONS)[number]

/**
 * Why we may not have heard everything: the source no longer had what the cursor asked for; a feed
 * had more entries than it shows since the last look; we were not running or paused; another source
 * was taken whose cursors differ.
 */
export const GAP_REASONS = ['cursor-too-old', 'feed-overran', 'not-listening', 'switched'] as const
export type GapReason = (typeof GAP_REASONS)[number]

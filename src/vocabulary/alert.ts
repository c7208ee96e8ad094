/** What a saved search may raise: every new post (grouped), or unusually many. */
export const ALERT_KINDS = ['each', 'surge'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** What a member chooses for a saved search. */
export const ALERT_CHOICES = ['none', ...ALERT_KINDS] as const
export type AlertChoice = (typeof ALERT_CHOICES)[number]

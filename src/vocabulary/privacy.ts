/** By what an erased person is known again when they arrive anew. */
export const TOMBSTONE_KINDS = ['account', 'username', 'email', 'phone', 'link', 'post'] as const
export type TombstoneKind = (typeof TOMBSTONE_KINDS)[number]

/** By what means somebody is written or spoken to. */
export const CONTACT_CHANNELS = ['mail', 'phone', 'message', 'visit', 'post'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** What "do not contact" covers: one means, or all of them. */
export const DO_NOT_CONTACT_CHANNELS = ['all', ...CONTACT_CHANNELS] as const
export type DoNotContactChannel = (typeof DO_NOT_CONTACT_CHANNELS)[number]

/** What a list says of whether somebody may be contacted, with its words. */
export interface ContactWishes {
  closed: { channel: DoNotContactChannel; reason: string }[]
  agreed: { channel: ContactChannel; text: string }[]
}

/** How somebody agreed to be written to. */
export const CONSENT_WAYS = ['web-form', 'paper', 'spoken', 'mail', 'card', 'other'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** What people may ask of whoever keeps their data (個人情報保護法 articles 33 to 35). */
export const PRIVACY_REQUEST_KINDS = [
  'disclosure',
  'correction',
  'stop-of-use',
  'erasure',
  'provision-record',
] as const
export type PrivacyRequestKind = (typeof PRIVACY_REQUEST_KINDS)[number]

export const PRIVACY_REQUEST_OUTCOMES = ['granted', 'partly', 'refused', 'withdrawn'] as const
export type PrivacyRequestOutcome = (typeof PRIVACY_REQUEST_OUTCOMES)[number]

/** Why data of a person was given to somebody else (個人情報保護法 articles 27 to 29). */
export const PROVISION_BASES = ['consent', 'law', 'entrusted', 'opt-out', 'other'] as const
export type ProvisionBasis = (typeof PROVISION_BASES)[number]

export const ACCESS_KINDS = ['viewed', 'exported'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

/** How many people were seen at once: in a list, by a search, or taken out. */
export const LOOK_KINDS = ['listed', 'searched', 'exported'] as const
export type LookKind = (typeof LOOK_KINDS)[number]

/** Where people were seen or taken from. */
export const LOOK_PLACES = [
  ...(['people', 'posts', 'organisation', 'deals', 'contacts', 'relations'] as const),
  ...(['review', 'quality', 'communities', 'influence', 'journeys', 'opinions'] as const),
  ...(['experiments', 'plans', 'outcomes', 'links', 'alerts', 'registers'] as const),
  ...(['list', 'log', 'refusals', 'programmes', 'handovers'] as const),
] as const
export type LookPlace = (typeof LOOK_PLACES)[number]

import type { OwnerRank } from './custom-field.ts'
import type { MatchReason } from './matching.ts'

/** The fields of a person that a merge chooses between, and whose changes are journalled. */
export const PERSON_FIELDS = ['displayName', 'familyName', 'givenName', 'nameReading'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

/** What colleagues keep beside names, by key: an owner by rank, the value of an own field, a tag. */
export type CardKey = `owner:${OwnerRank}` | `field:${string}` | `tag:${string}`
/** What such a key speaks of. */
export const CARD_FIELDS = ['owner', 'secondOwner', 'custom', 'tag'] as const
export type CardField = (typeof CARD_FIELDS)[number]
/** All that a merge chooses between and takes back one by one. */
export type MergeField = PersonField | CardKey

/** By what somebody is reached: what members add to a person, correct and take away. */
export const CONTACT_DETAIL_KINDS = ['email', 'phone', 'account'] as const
export type ContactDetailKind = (typeof CONTACT_DETAIL_KINDS)[number]

/** What the journal of a person may speak of, beside cards. */
export const JOURNALLED_FIELDS = [...PERSON_FIELDS, ...CONTACT_DETAIL_KINDS] as const
export type JournalledField = (typeof JOURNALLED_FIELDS)[number] | CardKey

/** Who joined two people: a member, the matching of records, or an import. */
export const MERGE_ORIGINS = ['member', 'automatic', 'import'] as const
export type MergeOrigin = (typeof MERGE_ORIGINS)[number]

/** What an organisation is called and found under, as a merge chooses between two. */
export const ORGANISATION_FIELDS = ['name', 'nameReading', 'url'] as const
export type OrganisationField = (typeof ORGANISATION_FIELDS)[number]
export type OrganisationMergeField = OrganisationField | CardKey

/** In what two organisations are alike, the strongest first. */
export const ORGANISATION_LIKENESSES = ['domain', 'name', 'reading', 'mail'] as const
export type OrganisationLikeness = (typeof ORGANISATION_LIKENESSES)[number]

/** Which of the two persons a field is taken from. */
export const MERGE_SIDES = ['keep', 'merge'] as const
export type MergeSide = (typeof MERGE_SIDES)[number]

/** Why two people were joined. A member's own judgement needs no reasons. */
export interface MergeEvidence {
  /** 0..1; null where nothing was computed. */
  probability: number | null
  reasons: MatchReason[]
}

/** Why one direction of a merge is proposed: what the person to be kept has more of. */
export const DIRECTION_REASONS = ['edited', 'known', 'active', 'older'] as const
export type DirectionReason = (typeof DIRECTION_REASONS)[number]

/** What says that two people are not the same: a member, a merge taken back, an account split away. */
export const NOT_SAME_REASONS = ['member', 'unmerge', 'split'] as const
export type NotSameReason = (typeof NOT_SAME_REASONS)[number]

/** Who changed a field of a person; `profile`: the owner of an account, at the platform. */
export const FIELD_CHANGE_ORIGINS = ['member', 'import', 'profile', 'merge', 'unmerge'] as const
export type FieldChangeOrigin = (typeof FIELD_CHANGE_ORIGINS)[number]

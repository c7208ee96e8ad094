import type { IncomingHandle } from './activity.ts'
import type { FieldValue } from './custom-field.ts'
import type { DealState } from './deal.ts'
import type { RelationKind } from './relation.ts'

/** What a list says of somebody or something in the workspace's own terms. */
export interface IncomingOwnTerms {
  /** Values of the fields that the workspace added, by their ids. */
  fields?: Record<string, FieldValue>
  /** The members who look after it. */
  ownerId?: string
  secondOwnerId?: string
  /** Names of tags. */
  tags?: string[]
  /** What is written about it: each becomes a note. */
  notes?: string[]
}

/** A relation of which a list says when it began or ended. */
export interface DatedRelation {
  kind: RelationKind
  /** YYYY-MM-DD. */
  since?: string
  until?: string
}

/** An organisation as a list knows it. Absent fields were not said. */
export interface IncomingOrganisation extends IncomingOwnTerms {
  kind: 'organisation'
  name: string
  nameReading?: string
  url?: string
  /** What it is to us. */
  relations?: RelationKind[]
  datedRelations?: DatedRelation[]
  /** The id of one that is known, where somebody chose that it is meant. */
  sameAs?: string
}

/** Whom a deal is with, as a list names them. */
export interface IncomingContact {
  handle: IncomingHandle
  name?: string
  /** The list gives a name only: somebody known who is called so is meant. */
  isByName?: true
}

/** A deal as a list knows it. Absent fields were not said. */
export interface IncomingDeal extends IncomingOwnTerms {
  kind: 'deal'
  /** What the list calls it: said again, it is the same one. */
  key: string
  name: string
  pipeline?: string
  /** In the list's words; they may also say that it is won or lost. */
  stage?: string
  state?: DealState
  /** In the currency's minor unit. */
  valueMinor?: number
  currency?: string
  /** Percent. */
  probability?: number
  /** YYYY-MM-DD. */
  closesOn?: string
  lostText?: string
  source?: string
  organisation?: string
  contact?: IncomingContact
  /** What the list calls the columns in which somebody may have to correct something. */
  columns: { stage?: string; pipeline?: string; contact?: string }
  /** The id of one that is known, where somebody chose that it is meant. */
  sameAs?: string
}

import type { z } from 'zod'
import type { importFormat } from '#http/contract/imports.ts'
import type { correction } from '#http/contract/quality.ts'
import type { SavedSearch } from '#http/contract/saved-searches.ts'
import type * as shapes from '#http/contract/shapes.ts'
import type { Session } from '#http/contract/workspace.ts'
import type { ItemOf, QueryOf } from './api.ts'

/** The terms of the contract that pages speak of, derived from it; types only, so that zod stays out of the bundle. */
export type InterfaceLanguage = z.infer<typeof shapes.language>
export type Words = Record<InterfaceLanguage, string>
export type Sentiment = z.infer<typeof shapes.sentiment>
export type Stage = z.infer<typeof shapes.stage>
export type StageOrNone = z.infer<typeof shapes.stageOrNone>
export type Stance = z.infer<typeof shapes.stance>
export type Intent = z.infer<typeof shapes.intent>
export type ReadingPart = z.infer<typeof shapes.readingPart>
export type CorrectedPart = z.infer<typeof correction>['part']
export type MoveKind = z.infer<typeof shapes.moveKind>
export type TopicKind = z.infer<typeof shapes.topicKind>
export type ActivityType = z.infer<typeof shapes.activityType>
export type OutcomeType = z.infer<typeof shapes.outcomeType>
export type RelationKind = z.infer<typeof shapes.relationKind>
export type ImportFormat = z.infer<typeof importFormat>
export type RefusalReason = ItemOf<'GET /imports/{id}/refusals'>['reason']
export type AlertChoice = SavedSearch['alert']
/** What may be caused: moves to a stage, and what the business counts. */
export type CausedType = NonNullable<QueryOf<'GET /influence'>['outcome']>
export type InfluenceCut = QueryOf<'GET /influence'>['by']
export type ActorLevel = ItemOf<'GET /influence/credits'>['level']
export type TouchKind = ItemOf<'GET /influence/credits'>['kind']
export type { Alert } from '#http/contract/alerts.ts'
export type { Card, CustomField, FieldValue } from '#http/contract/cards.ts'
export type {
  Community,
  CommunityInFull,
  CommunityMember,
} from '#http/contract/communities.ts'
export type { Contact } from '#http/contract/contacts.ts'
export type { Deal } from '#http/contract/deals.ts'
export type { Handover } from '#http/contract/handovers.ts'
export type { ImportRun } from '#http/contract/imports.ts'
export type { InfluenceItem } from '#http/contract/influence.ts'
export type { BulkChange, BulkEdit, ListFilter, SavedList } from '#http/contract/lists.ts'
export type { Note } from '#http/contract/notes.ts'
export type { Opinion, OpinionInFull } from '#http/contract/opinions.ts'
export type { Organisation } from '#http/contract/organisations.ts'
export type { Person } from '#http/contract/people.ts'
export type { Pipeline } from '#http/contract/pipelines.ts'
export type {
  Correction,
  EarlierReading,
  LabelQuality,
  ReaderModelRow,
  ReadingMove,
  TeachNext,
} from '#http/contract/quality.ts'
export type { SavedSearch } from '#http/contract/saved-searches.ts'
export type { Activity, Handle, Outcome, Reading } from '#http/contract/shapes.ts'
export type { Task } from '#http/contract/tasks.ts'
export type { TimelineItem } from '#http/contract/timeline.ts'
export type { Topic } from '#http/contract/topics.ts'
export type NumberStyle = Session['workspace']['numberStyle']
export type NameOrder = Session['workspace']['nameOrder']
export type { Session } from '#http/contract/workspace.ts'

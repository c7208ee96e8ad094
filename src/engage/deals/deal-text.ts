import type { ListedDeal } from './hydrate-deals.ts'

/** What lists can change of a deal, as text that people read. */
export interface ShownDeal {
  name: string
  /** Pipeline and stage. */
  stage: string
  state: string
  value: string | null
  ownProbability: string | null
  closesOn: string | null
  organisation: string | null
  people: string | null
  source: string | null
  lostText: string | null
  /** Not shown: by it is told whether somebody changed the deal since. */
  changedAt: string
}

export const SHOWN_FIELDS = [
  ...(['name', 'stage', 'state', 'value', 'ownProbability', 'closesOn'] as const),
  ...(['organisation', 'people', 'source', 'lostText', 'changedAt'] as const),
] satisfies readonly (keyof ShownDeal)[]

/** The deal as an import tells of it and takes its changes back by. */
export function shownDeal(deal: ListedDeal): ShownDeal {
  const { name, state, closesOn, source, lostText, changedAt, people } = deal
  return {
    ...{ name, state, closesOn, source, lostText, changedAt },
    stage: shownStage(deal.pipeline, deal.stage),
    value: deal.value === null ? null : `${deal.value} ${deal.currency ?? ''}`,
    ownProbability: deal.ownProbability === null ? null : String(deal.ownProbability),
    organisation: deal.organisation?.name ?? null,
    people: people.length === 0 ? null : people.map((one) => one.name).join(', '),
  }
}

export function shownStage(pipeline: { name: string }, stage: { name: string }): string {
  return `${pipeline.name} / ${stage.name}`
}

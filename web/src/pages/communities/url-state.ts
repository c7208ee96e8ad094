import { idOf, oneOf, STAGES_OR_NONE, STANCES, withoutEmpty, wordsOf } from '../../filters.ts'

export const SORTS = ['people', 'activity', 'health', 'relevance'] as const
export const VIEWS = ['people', 'posts', 'graph'] as const
export const MEMBER_SORTS = ['rank', 'leap'] as const
export const GRAPH_SIZES = [500, 5_000, 50_000] as const

/** Reads how Communities is searched, filtered and sorted out of the URL. */
export function readCommunitiesSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    q: wordsOf(search.q, 200),
    topic: idOf(search.topic),
    join: search.join === true || search.join === 'true' || undefined,
    ended: search.ended === true || search.ended === 'true' || undefined,
    sort: SORTS.find((sort) => sort === search.sort),
  })
}

export type CommunitiesSearch = ReturnType<typeof readCommunitiesSearch>

/** Reads what is looked at of one community: by itself what is known of it. */
export function readCommunitySearch(search: Record<string, unknown>) {
  return withoutEmpty({
    view: VIEWS.find((view) => view === search.view),
    q: wordsOf(search.q, 200),
    sort: MEMBER_SORTS.find((sort) => sort === search.sort),
    stage: oneOf(STAGES_OR_NONE, search.stage),
    stance: oneOf(STANCES, search.stance),
    topic: idOf(search.topic),
    lang: wordsOf(search.lang, 20),
    size: GRAPH_SIZES.find((size) => String(size) === String(search.size)),
    post: idOf(search.post),
  })
}

export type CommunitySearch = ReturnType<typeof readCommunitySearch>

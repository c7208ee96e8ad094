import {
  infiniteQueryOptions,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query'
import {
  ApiProblem,
  type Asked,
  createClient,
  type ItemOf,
  problemOf,
  type RouteKey,
} from './api.ts'

/** Whoever is signing out waits for the next page alone. */
let isLeaving = false
const NEVER = new Promise<never>(() => undefined)

export const call = createClient({
  fetch: async (...request) => {
    if (isLeaving) return NEVER
    const response = await fetch(...request)
    return isLeaving ? NEVER : response
  },
  language: () => document.documentElement.lang,
})

/**
 * Ends the session by `leave`; from then on the page asks nothing, and what it had asked is given up, so
 * that it shows no refusal on its way out.
 */
export async function leaveBy(leave: () => Promise<void>): Promise<void> {
  void queryClient.cancelQueries()
  isLeaving = true
  try {
    await leave()
  } catch (problem) {
    isLeaving = false
    void queryClient.refetchQueries({ type: 'active' })
    throw problem
  }
}

/** Whoever's session ended elsewhere is led to sign in; the router asks for the session again. */
function noticeSignedOut(problem: Error): void {
  const isSignedOut = problem instanceof ApiProblem && problem.status === 401
  if (isSignedOut && queryClient.getQueryData(['GET /session']) !== undefined) {
    queryClient.removeQueries({ queryKey: ['GET /session'] })
    window.dispatchEvent(new Event('enishi:signed-out'))
  }
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What was refused is refused again; only what never arrived is worth another try.
      retry: (count, problem) =>
        count < 2 && problem instanceof ApiProblem && [0, 502, 503].includes(problem.status),
    },
  },
})

/** A query of one route, typed by the contract. */
export function ask<Key extends RouteKey>(key: Key, asked: Asked<Key>) {
  return queryOptions({
    queryKey: asked.params === undefined && asked.query === undefined ? [key] : [key, asked],
    queryFn: ({ signal }) => call(key, { ...asked, signal }),
  })
}

type ListKey =
  | 'GET /activities'
  | 'GET /people'
  | 'GET /people/candidates'
  | 'GET /opinions'
  | 'GET /communities'
  | 'GET /communities/{id}/members'
  | 'GET /communities/{id}/posts'
  | 'GET /organisations'
  | 'GET /influence'
  | 'GET /influence/credits'
  | 'GET /influence/outcomes'
  | 'GET /relation-proposals'
  | 'GET /programmes/{id}/members'
  | 'GET /programmes/{id}/contacts'
  | 'GET /people/{id}/changes'
  | 'GET /people/{id}/ties/{other}'
  | 'GET /journeys/stays'
  | 'GET /people/{id}/timeline'
  | 'GET /organisations/{id}/timeline'
  | 'GET /deals'
  | 'GET /deals/{id}/timeline'
  | 'GET /tasks'
  | 'GET /outcomes'
  | 'GET /notes'
  | 'GET /contacts'
  | 'GET /lists'
  | 'GET /experiments'
  | 'GET /experiments/{id}/people'
  | 'GET /handovers'
  | 'GET /bulk-edits'
  | 'GET /imports'
  | 'GET /imports/{id}/kept'
  | 'GET /imports/{id}/refusals'
  | 'GET /saved-searches'
  | 'GET /alerts'
  | 'GET /channels'
  | 'GET /codes'
  | 'GET /links'
  | 'GET /privacy/requests'
  | 'GET /privacy/do-not-contact'
  | 'GET /privacy/consents'
  | 'GET /privacy/provisions'
  | 'GET /privacy/accesses'
  | 'GET /privacy/looks'
  | 'GET /audit'
  | 'GET /notices'
  | 'GET /privacy/erasures'
  | 'GET /influence/plans'
  | 'GET /webhooks'
  | 'GET /webhooks/{id}/deliveries'
type ChoiceKey =
  | 'GET /topics'
  | 'GET /channels'
  | 'GET /departments'
  | 'GET /members'
  | 'GET /pipelines'
  | 'GET /tags'

/** A list of one route, page after page by its cursor. */
export function askPages<Key extends ListKey>(key: Key, asked: Asked<Key>) {
  return infiniteQueryOptions({
    queryKey: [key, 'pages', asked],
    queryFn: ({ signal, pageParam }) => {
      const query = pageParam === null ? asked.query : { ...asked.query, cursor: pageParam }
      return call(key, { ...asked, query, signal } as Asked<Key>)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last?.next,
  })
}

/** A list of one route, whole: for choices of names, whose number a workspace limits. */
export function askAll<Key extends ChoiceKey>(key: Key) {
  return queryOptions({
    queryKey: [key, 'all'],
    queryFn: async ({ signal }) => {
      const items: ItemOf<Key>[] = []
      let cursor: string | null | undefined
      do {
        const query = cursor === undefined ? { limit: 200 } : { limit: 200, cursor }
        const asked: object = { query, signal }
        const page = await call(key, asked as Asked<Key>)
        items.push(...((page?.items ?? []) as ItemOf<Key>[]))
        cursor = page?.next
      } while (typeof cursor === 'string')
      return items
    },
  })
}

/** Posts JSON to the accounts part (/api/auth), whose refusals have a code of its own. */
export async function callAuth(path: string, body: object): Promise<void> {
  let response: Response
  try {
    response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    })
  } catch (cause) {
    throw new ApiProblem(0, 'unreachable', String(cause))
  }
  if (!response.ok) throw await problemOf(response)
}

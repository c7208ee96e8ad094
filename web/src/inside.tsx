import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { ApiProblem } from './api.ts'
import { call, queryClient } from './client.ts'
import { Missing } from './parts/failed.tsx'
import { Shell } from './parts/shell.tsx'
import { askSession, maybeSignedIn } from './session.ts'

/** Above every page. */
export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Missing })

/** Leads whoever isn't signed in to the door that fits: first run, or sign-in and back again. */
async function enter(href: string): Promise<void> {
  if (await isSignedIn()) return
  const { isNeeded } = await call('GET /setup', {})
  if (isNeeded) throw redirect({ to: '/setup', search: {} })
  throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } })
}

async function isSignedIn(): Promise<boolean> {
  if (queryClient.getQueryData(askSession.queryKey) !== undefined) return true
  try {
    if (!(await maybeSignedIn())) return false
    await queryClient.ensureQueryData(askSession)
    return true
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401) return false
    throw problem
  }
}

/** Above the pages that only members see. */
export const inside = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: ({ location }) => enter(location.href),
  component: Shell,
})

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { ApiProblem } from './api.ts'
import { call, queryClient } from './client.ts'
import {
  idOf,
  parseSearch,
  readFilters,
  stringifySearch,
  withoutEmpty,
  wordsOf,
} from './filters.ts'
import { readChannelsSearch } from './pages/channels/url-state.ts'
import { readHomeSearch } from './pages/home/url-state.ts'
import { readJourneysSearch } from './pages/journeys/url-state.ts'
import { readJudgingSearch } from './pages/judging/url-state.ts'
import { readOpinionsSearch } from './pages/opinions/url-state.ts'
import { readOrganisationsSearch } from './pages/organisations/url-state.ts'
import { readPeopleSearch } from './pages/people/url-state.ts'
import { readSettingsSearch } from './pages/settings/url-state.ts'
import { Failed, Missing } from './parts/failed.tsx'
import { Loading } from './parts/page.tsx'
import { Shell } from './parts/shell.tsx'
import { askSession, maybeSignedIn } from './session.ts'

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Missing })

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

const inside = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: ({ location }) => enter(location.href),
  component: Shell,
})

const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search) => withoutEmpty({ token: wordsOf(search.token, 200) }),
  component: lazyRouteComponent(() => import('./pages/setup/page.tsx'), 'SetupPage'),
})

/** Only a path of our own: `//elsewhere` and `https:` would lead out. */
const ownPath = (next: unknown) => {
  const path = wordsOf(next, 2_000)
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined
}

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search) => withoutEmpty({ next: ownPath(search.next) }),
  component: lazyRouteComponent(() => import('./pages/sign-in/page.tsx'), 'SignInPage'),
})

const join = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./pages/join/page.tsx'), 'JoinPage'),
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: readHomeSearch,
  component: lazyRouteComponent(() => import('./pages/home/page.tsx'), 'HomePage'),
})

const listening = createRoute({
  getParentRoute: () => inside,
  path: '/listening',
  validateSearch: (search) => withoutEmpty({ ...readFilters(search), post: idOf(search.post) }),
  component: lazyRouteComponent(() => import('./pages/listening/page.tsx'), 'ListeningPage'),
})

const channels = createRoute({
  getParentRoute: () => inside,
  path: '/channels',
  validateSearch: readChannelsSearch,
  component: lazyRouteComponent(() => import('./pages/channels/page.tsx'), 'ChannelsPage'),
})

const newChannel = createRoute({
  getParentRoute: () => inside,
  path: '/channels/new',
  validateSearch: (search) => withoutEmpty({ kind: wordsOf(search.kind, 50) }),
  component: lazyRouteComponent(() => import('./pages/channel/new-page.tsx'), 'NewChannelPage'),
})

const channel = createRoute({
  getParentRoute: () => inside,
  path: '/channels/$id',
  component: lazyRouteComponent(() => import('./pages/channel/page.tsx'), 'ChannelPage'),
})

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/import/page.tsx'), 'ImportPage'),
})

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('./pages/people/page.tsx'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$id',
  validateSearch: (search) => withoutEmpty({ post: idOf(search.post) }),
  component: lazyRouteComponent(() => import('./pages/person/page.tsx'), 'PersonPage'),
})

const organisations = createRoute({
  getParentRoute: () => inside,
  path: '/organisations',
  validateSearch: readOrganisationsSearch,
  component: lazyRouteComponent(
    () => import('./pages/organisations/page.tsx'),
    'OrganisationsPage',
  ),
})

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('./pages/organisation/page.tsx'), 'OrganisationPage'),
})

const journeys = createRoute({
  getParentRoute: () => inside,
  path: '/journeys',
  validateSearch: readJourneysSearch,
  component: lazyRouteComponent(() => import('./pages/journeys/page.tsx'), 'JourneysPage'),
})

const opinions = createRoute({
  getParentRoute: () => inside,
  path: '/opinions',
  validateSearch: readOpinionsSearch,
  component: lazyRouteComponent(() => import('./pages/opinions/page.tsx'), 'OpinionsPage'),
})

const opinion = createRoute({
  getParentRoute: () => inside,
  path: '/opinions/$id',
  validateSearch: (search) => withoutEmpty({ post: idOf(search.post) }),
  component: lazyRouteComponent(() => import('./pages/opinions/opinion-page.tsx'), 'OpinionPage'),
})

const topics = createRoute({
  getParentRoute: () => inside,
  path: '/topics',
  component: lazyRouteComponent(() => import('./pages/topics/page.tsx'), 'TopicsPage'),
})

const quality = createRoute({
  getParentRoute: () => inside,
  path: '/quality',
  component: lazyRouteComponent(() => import('./pages/quality/page.tsx'), 'QualityPage'),
})

const judging = createRoute({
  getParentRoute: () => inside,
  path: '/quality/judge',
  validateSearch: readJudgingSearch,
  component: lazyRouteComponent(() => import('./pages/judging/page.tsx'), 'JudgingPage'),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import('./pages/settings/page.tsx'), 'SettingsPage'),
})

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/page.tsx'), 'AccountPage'),
})

const pages = [
  home,
  listening,
  channels,
  newChannel,
  channel,
  imports,
  people,
  person,
  organisations,
  organisation,
  journeys,
  opinions,
  opinion,
  topics,
  quality,
  judging,
  settings,
  account,
]

export function makeRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([setup, signIn, join, inside.addChildren(pages)]),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: Failed,
  })
}

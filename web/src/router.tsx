import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { idOf, readFilters, SEARCH, withoutEmpty, wordsOf } from './filters.ts'
import { inside, rootRoute } from './inside.tsx'
import { readAuditSearch } from './pages/audit/url-state.ts'
import { readChannelsSearch } from './pages/channels/url-state.ts'
import { readCommunitiesSearch, readCommunitySearch } from './pages/communities/url-state.ts'
import { readDealsSearch } from './pages/deals/url-state.ts'
import { readExperimentSearch } from './pages/experiment/url-state.ts'
import { readExperimentsSearch } from './pages/experiments/url-state.ts'
import { readHomeSearch } from './pages/home/url-state.ts'
import {
  readCreditsSearch,
  readInfluenceSearch,
  readOutcomesSearch,
} from './pages/influence/url-state.ts'
import { readJourneysSearch } from './pages/journeys/url-state.ts'
import { readJudgingSearch } from './pages/judging/url-state.ts'
import { readLinksSearch } from './pages/links/url-state.ts'
import { readOpinionsSearch } from './pages/opinions/url-state.ts'
import { readOrganisationsSearch } from './pages/organisations/url-state.ts'
import { readPeopleSearch } from './pages/people/url-state.ts'
import { readPlanSearch } from './pages/plan/url-state.ts'
import { readPrivacySearch } from './pages/privacy/url-state.ts'
import { readProgrammesSearch } from './pages/programmes/url-state.ts'
import { readReviewSearch } from './pages/review/url-state.ts'
import { readSettingsSearch } from './pages/settings/url-state.ts'
import { readTasksSearch } from './pages/tasks/url-state.ts'
import { readDeliveriesSearch, readWebhooksSearch } from './pages/webhooks/url-state.ts'
import { Failed } from './parts/failed.tsx'
import { Loading } from './parts/page.tsx'

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
  validateSearch: (search) => withoutEmpty({ post: idOf(search.post) }),
  component: lazyRouteComponent(() => import('./pages/organisation/page.tsx'), 'OrganisationPage'),
})

const programmes = createRoute({
  getParentRoute: () => inside,
  path: '/programmes',
  validateSearch: readProgrammesSearch,
  component: lazyRouteComponent(() => import('./pages/programmes/page.tsx'), 'ProgrammesPage'),
})

const journeys = createRoute({
  getParentRoute: () => inside,
  path: '/journeys',
  validateSearch: readJourneysSearch,
  component: lazyRouteComponent(() => import('./pages/journeys/page.tsx'), 'JourneysPage'),
})

const experiments = createRoute({
  getParentRoute: () => inside,
  path: '/experiments',
  validateSearch: readExperimentsSearch,
  component: lazyRouteComponent(() => import('./pages/experiments/page.tsx'), 'ExperimentsPage'),
})

const experiment = createRoute({
  getParentRoute: () => inside,
  path: '/experiments/$id',
  validateSearch: readExperimentSearch,
  component: lazyRouteComponent(() => import('./pages/experiment/page.tsx'), 'ExperimentPage'),
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

const communities = createRoute({
  getParentRoute: () => inside,
  path: '/communities',
  validateSearch: readCommunitiesSearch,
  component: lazyRouteComponent(() => import('./pages/communities/page.tsx'), 'CommunitiesPage'),
})

const community = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$id',
  validateSearch: readCommunitySearch,
  component: lazyRouteComponent(
    () => import('./pages/communities/community-page.tsx'),
    'CommunityPage',
  ),
})

const links = createRoute({
  getParentRoute: () => inside,
  path: '/links',
  validateSearch: readLinksSearch,
  component: lazyRouteComponent(() => import('./pages/links/page.tsx'), 'LinksPage'),
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

const deals = createRoute({
  getParentRoute: () => inside,
  path: '/deals',
  validateSearch: readDealsSearch,
  component: lazyRouteComponent(() => import('./pages/deals/page.tsx'), 'DealsPage'),
})

const deal = createRoute({
  getParentRoute: () => inside,
  path: '/deals/$id',
  component: lazyRouteComponent(() => import('./pages/deal/page.tsx'), 'DealPage'),
})

const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import('./pages/tasks/page.tsx'), 'TasksPage'),
})

const lists = createRoute({
  getParentRoute: () => inside,
  path: '/lists',
  component: lazyRouteComponent(() => import('./pages/lists/page.tsx'), 'ListsPage'),
})

const handovers = createRoute({
  getParentRoute: () => inside,
  path: '/handovers',
  component: lazyRouteComponent(() => import('./pages/handovers/page.tsx'), 'HandoversPage'),
})

const review = createRoute({
  getParentRoute: () => inside,
  path: '/review',
  validateSearch: readReviewSearch,
  component: lazyRouteComponent(() => import('./pages/review/page.tsx'), 'ReviewPage'),
})

const influence = createRoute({
  getParentRoute: () => inside,
  path: '/influence',
  validateSearch: readInfluenceSearch,
  component: lazyRouteComponent(() => import('./pages/influence/page.tsx'), 'InfluencePage'),
})

const credits = createRoute({
  getParentRoute: () => inside,
  path: '/influence/credits',
  validateSearch: readCreditsSearch,
  component: lazyRouteComponent(() => import('./pages/influence/credits-page.tsx'), 'CreditsPage'),
})

const influenceOutcomes = createRoute({
  getParentRoute: () => inside,
  path: '/influence/outcomes',
  validateSearch: readOutcomesSearch,
  component: lazyRouteComponent(
    () => import('./pages/influence/outcomes-page.tsx'),
    'OutcomesPage',
  ),
})

const influencePath = createRoute({
  getParentRoute: () => inside,
  path: '/influence/paths/$outcome',
  validateSearch: (search) => withoutEmpty({ topic: idOf(search.topic), post: idOf(search.post) }),
  component: lazyRouteComponent(() => import('./pages/influence/path-page.tsx'), 'PathPage'),
})

const method = createRoute({
  getParentRoute: () => inside,
  path: '/influence/method',
  validateSearch: (search) => withoutEmpty({ topic: idOf(search.topic) }),
  component: lazyRouteComponent(() => import('./pages/influence/method-page.tsx'), 'MethodPage'),
})

const privacy = createRoute({
  getParentRoute: () => inside,
  path: '/privacy',
  validateSearch: readPrivacySearch,
  component: lazyRouteComponent(() => import('./pages/privacy/page.tsx'), 'PrivacyPage'),
})

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./pages/audit/page.tsx'), 'AuditPage'),
})

const plan = createRoute({
  getParentRoute: () => inside,
  path: '/influence/plan',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('./pages/plan/page.tsx'), 'PlanPage'),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import('./pages/settings/page.tsx'), 'SettingsPage'),
})

const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  validateSearch: readWebhooksSearch,
  component: lazyRouteComponent(() => import('./pages/webhooks/page.tsx'), 'WebhooksPage'),
})

const webhook = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks/$id',
  validateSearch: readDeliveriesSearch,
  component: lazyRouteComponent(() => import('./pages/webhooks/webhook-page.tsx'), 'WebhookPage'),
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
  programmes,
  journeys,
  opinions,
  opinion,
  communities,
  community,
  links,
  topics,
  quality,
  judging,
  deals,
  deal,
  tasks,
  lists,
  handovers,
  experiments,
  experiment,
  review,
  influence,
  credits,
  influenceOutcomes,
  influencePath,
  method,
  privacy,
  audit,
  plan,
  settings,
  webhooks,
  webhook,
  account,
]

export function makeRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([setup, signIn, join, inside.addChildren(pages)]),
    ...SEARCH,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: Failed,
  })
}

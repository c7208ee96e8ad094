import { LIVE_KINDS } from '#channels/live-registry.ts'
import type { LiveKind } from '#listen/index.ts'
import { activityHandlers } from './activities.ts'
import { auditHandlers } from './audit.ts'
import { candidateHandlers } from './candidates.ts'
import { cardHandlers } from './cards.ts'
import { channelHandlers } from './channels.ts'
import { communityHandlers } from './communities.ts'
import { contactHandlers } from './contacts.ts'
import { dealHandlers } from './deals.ts'
import { departmentHandlers } from './departments.ts'
import { experimentHandlers } from './experiments.ts'
import { exportHandlers } from './export.ts'
import type { Handlers } from './handler.ts'
import { handoverHandlers } from './handovers.ts'
import { hookHandlers } from './hooks.ts'
import { houseStyleHandlers } from './house-style.ts'
import { importHandlers } from './imports.ts'
import { influenceHandlers } from './influence.ts'
import { journeyHandlers } from './journeys.ts'
import { languageModelHandlers } from './language-model.ts'
import { linkHandlers } from './links.ts'
import { bulkHandlers, listHandlers } from './lists.ts'
import { memberHandlers } from './members.ts'
import { mergeHandlers } from './merges.ts'
import { noteHandlers } from './notes.ts'
import { noticeHandlers } from './notices.ts'
import { opinionHandlers } from './opinions.ts'
import { organisationMergeHandlers } from './organisation-merges.ts'
import { organisationHandlers } from './organisations.ts'
import { outcomeHandlers } from './outcomes.ts'
import { overviewHandlers } from './overview.ts'
import { peopleHandlers } from './people.ts'
import { personByHandHandlers } from './person-by-hand.ts'
import { planHandlers } from './plans.ts'
import { postActivitiesHandlers } from './post-activities.ts'
import { privacyHandlers } from './privacy.ts'
import { privacyRegisterHandlers } from './privacy-registers.ts'
import { privacyRequestHandlers } from './privacy-requests.ts'
import { programmeHandlers } from './programmes.ts'
import { qualityHandlers } from './quality.ts'
import { relationHandlers } from './relations.ts'
import { savedSearchHandlers } from './saved-searches.ts'
import type { SetupToken } from './setup-token.ts'
import { streamHandlers } from './stream.ts'
import { taskHandlers } from './tasks.ts'
import { timelineHandlers } from './timeline.ts'
import { topicHandlers } from './topics.ts'
import { webhookHandlers } from './webhooks.ts'
import { workspaceHandlers } from './workspace.ts'
import { worldHandlers } from './world.ts'

/** What the handlers need beyond the context of a call. */
export interface HandlerParts {
  setup: SetupToken
  /** What can be listened to; all that there is where left out. */
  liveKinds?: readonly LiveKind[]
}

/** All handlers of the contract; a route without one doesn't compile. */
export function joinHandlers({ setup, liveKinds = LIVE_KINDS }: HandlerParts): Handlers {
  return {
    ...activityHandlers,
    ...auditHandlers,
    ...candidateHandlers,
    ...channelHandlers(liveKinds),
    ...peopleHandlers,
    ...personByHandHandlers,
    ...cardHandlers,
    ...handoverHandlers,
    ...listHandlers,
    ...bulkHandlers,
    ...communityHandlers,
    ...contactHandlers,
    ...dealHandlers,
    ...departmentHandlers,
    ...noteHandlers,
    ...noticeHandlers,
    ...taskHandlers,
    ...timelineHandlers,
    ...influenceHandlers,
    ...journeyHandlers,
    ...opinionHandlers,
    ...planHandlers,
    ...organisationHandlers,
    ...organisationMergeHandlers,
    ...privacyHandlers,
    ...privacyRegisterHandlers,
    ...privacyRequestHandlers,
    ...programmeHandlers,
    ...relationHandlers,
    ...savedSearchHandlers,
    ...streamHandlers,
    ...topicHandlers,
    ...webhookHandlers,
    ...overviewHandlers,
    ...workspaceHandlers(setup),
    ...importHandlers,
    ...experimentHandlers,
    ...exportHandlers,
    ...outcomeHandlers,
    ...hookHandlers(liveKinds),
    ...linkHandlers,
    ...houseStyleHandlers,
    ...languageModelHandlers,
    ...memberHandlers,
    ...mergeHandlers,
    ...worldHandlers,
    ...postActivitiesHandlers,
    ...qualityHandlers,
  }
}

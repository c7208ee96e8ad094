import { LIVE_KINDS } from '#channels/live-registry.ts'
import type { LiveKind } from '#listen/index.ts'
import { activityHandlers } from './activities.ts'
import { channelHandlers } from './channels.ts'
import { exportHandlers } from './export.ts'
import type { Handlers } from './handler.ts'
import { houseStyleHandlers } from './house-style.ts'
import { importHandlers } from './imports.ts'
import { journeyHandlers } from './journeys.ts'
import { languageModelHandlers } from './language-model.ts'
import { memberHandlers } from './members.ts'
import { opinionHandlers } from './opinions.ts'
import { organisationHandlers } from './organisations.ts'
import { outcomeHandlers } from './outcomes.ts'
import { overviewHandlers } from './overview.ts'
import { peopleHandlers } from './people.ts'
import { postActivitiesHandlers } from './post-activities.ts'
import { qualityHandlers } from './quality.ts'
import { savedSearchHandlers } from './saved-searches.ts'
import type { SetupToken } from './setup-token.ts'
import { streamHandlers } from './stream.ts'
import { topicHandlers } from './topics.ts'
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
    ...channelHandlers(liveKinds),
    ...peopleHandlers,
    ...journeyHandlers,
    ...opinionHandlers,
    ...organisationHandlers,
    ...savedSearchHandlers,
    ...streamHandlers,
    ...topicHandlers,
    ...overviewHandlers,
    ...workspaceHandlers(setup),
    ...importHandlers,
    ...exportHandlers,
    ...outcomeHandlers,
    ...houseStyleHandlers,
    ...languageModelHandlers,
    ...memberHandlers,
    ...worldHandlers,
    ...postActivitiesHandlers,
    ...qualityHandlers,
  }
}

import {
  addRequest,
  changePrivacySetting,
  changeRequest,
  closeContact,
  contactRulesOf,
  listAccesses,
  listProvisions,
  listRequests,
  openContact,
  readPrivacyOverview,
  recordConsent,
  recordProvision,
  resumeUse,
  stopsOfUse,
  stopUse,
  withdrawConsent,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

type Names =
  | 'getContactRules'
  | 'postDoNotContact'
  | 'deleteDoNotContact'
  | 'postUseStop'
  | 'patchUseStop'
  | 'postConsent'
  | 'deleteConsent'
  | 'listProvisions'
  | 'postProvision'
  | 'listAccesses'
  | 'getPrivacy'
  | 'patchPrivacy'
  | 'listPrivacyRequests'
  | 'postPrivacyRequest'
  | 'patchPrivacyRequest'

/** Who may be contacted, what people asked for, to whom data was given, and who looked. */
export const privacyRequestHandlers: Handlers<Names> = {
  getContactRules: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => contactRulesOf(tx, params.id)),
  postDoNotContact: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => ({
      items: await closeContact(tx, params.id, body, changeBy(caller, context)),
    })),
  deleteDoNotContact: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      openContact(tx, params.id, params.entry, changeBy(caller, context)),
    )
    return undefined
  },
  postUseStop: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => ({
      items: await stopUse(tx, params.id, body, changeBy(caller, context)),
    })),
  patchUseStop: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const lifted = { id: params.stop, because: body.because }
      await resumeUse(tx, params.id, lifted, changeBy(caller, context))
      return { items: await stopsOfUse(tx, params.id) }
    }),
  postConsent: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const consent = { ...body, givenAt: new Date(body.givenAt) }
      await recordConsent(tx, params.id, consent, changeBy(caller, context))
      return contactRulesOf(tx, params.id)
    }),
  deleteConsent: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      withdrawConsent(tx, params.id, params.consent, changeBy(caller, context)),
    )
    return undefined
  },
  listProvisions: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => ({
      items: await listProvisions(tx, params.id),
    })),
  postProvision: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      recordProvision(tx, params.id, body, changeBy(caller, context)),
    ),
  listAccesses: ({ params, query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listAccesses(tx, params.id, query)),
  getPrivacy: ({ caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readPrivacyOverview(tx, context.now())),
  patchPrivacy: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      changePrivacySetting(tx, body, changeBy(caller, context)),
    ),
  listPrivacyRequests: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      listRequests(tx, query, query, context.now()),
    ),
  postPrivacyRequest: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addRequest(tx, body, changeBy(caller, context)),
    ),
  patchPrivacyRequest: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      changeRequest(tx, params.id, body, changeBy(caller, context)),
    ),
}

function changeBy(caller: Caller, { now, random }: HttpContext) {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}

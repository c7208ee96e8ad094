import { readDetail } from '#channels/hand/read-detail.ts'
import { readDraft, readPerson, standIn } from '#channels/hand/read-person.ts'
import { addDetail, addPerson, correctDetail, removeDetail } from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { findAllAlike, getPerson, phoneCountryOf, readWorkspace } from '#understand/index.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { changeDeals } from './cards.ts'
import type { Handlers } from './handler.ts'

/** People whom members write down, and contact details that they add, correct and take away. */
export const personByHandHandlers: Handlers<
  'postPerson' | 'postLookalikes' | 'postPersonHandle' | 'patchPersonHandle' | 'deletePersonHandle'
> = {
  postPerson: ({ body, caller, context }) =>
    changeDeals(caller, context, async (tx, by) => {
      const id = uuidV7(by.now.getTime(), by.random)
      const profile = readPerson(body, { country: await countryOf(tx), id })
      const { organisation, relation, firstContact, others } = body
      const met = firstContact && { ...firstContact, at: firstContact.at ?? by.now.toISOString() }
      const added = { profile, organisation, relation, firstContact: met, others }
      return getPerson(tx, await addPerson(tx, added, by))
    }),
  postLookalikes: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const id = uuidV7(context.now().getTime(), context.random)
      const profile = readDraft(body, { country: await countryOf(tx), id })
      if (profile === undefined) return { items: [] }
      const alike = await findAllAlike(tx, caller.workspaceId, profile)
      const items = []
      for (const { personId, ...how } of alike) {
        items.push({ ...how, person: await getPerson(tx, personId) })
      }
      return { items }
    }),
  postPersonHandle: ({ params, body, caller, context }) =>
    changeDeals(caller, context, async (tx, by) => {
      await addDetail(
        tx,
        params.id,
        readDetail(body, { country: await countryOf(tx), scope: params.id }),
        by,
      )
      return getPerson(tx, params.id)
    }),
  patchPersonHandle: ({ params, body, caller, context }) =>
    changeDeals(caller, context, async (tx, by) => {
      const written = { country: await countryOf(tx), scope: params.id }
      const read = (platform: string) => readDetail({ kind: 'account', platform, ...body }, written)
      const removal = await correctDetail(tx, params.id, params.handle, read, by)
      return { person: await getPerson(tx, params.id), removal: removal ?? null }
    }),
  deletePersonHandle: ({ params, caller, context }) =>
    changeDeals(caller, context, async (tx, by) => {
      const removal = await removeDetail(tx, params.id, params.handle, by, standIn)
      return { person: await getPerson(tx, params.id), removal }
    }),
}

/** Whose phone numbers are meant where none is said. */
async function countryOf(tx: Transaction): Promise<string> {
  const { timeZone, language } = await readWorkspace(tx)
  return phoneCountryOf(timeZone, language)
}

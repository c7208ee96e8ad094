import type { Heard, Hearing, Lookalike } from '#listen/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { findAlikeOrganisations, findAlikePeople, joinAlikePeople } from '#understand/index.ts'
import { findAlikeDeals } from '../deals/find-alike-deals.ts'

/** Whom, and what, the rows of a list look like that names nothing known by account or key. Reads only. */
export async function findLookalikes(
  tx: Transaction,
  hearing: Pick<Hearing, 'workspaceId' | 'heard'>,
): Promise<Map<Heard, Lookalike>> {
  return new Map<Heard, Lookalike>([
    ...(await findAlikePeople(tx, hearing)),
    ...(await findAlikeOrganisations(tx, hearing)),
    ...(await findAlikeDeals(tx, hearing)),
  ])
}

/**
 * Puts each row that is all but certain with what it looks like, as if the list had named it: what an
 * import does where a member chose so.
 */
export async function joinLookalikes(door: Door, hearing: Hearing): Promise<void> {
  await joinAlikePeople(door, hearing)
  const found = await door.inWorkspace(
    hearing.workspaceId,
    async (tx) => [
      ...(await findAlikeOrganisations(tx, hearing)),
      ...(await findAlikeDeals(tx, hearing)),
    ],
    'background',
  )
  for (const [one, { known }] of found) {
    const { arrival } = one
    if (arrival.kind !== 'organisation' && arrival.kind !== 'deal') continue
    one.arrival = { ...arrival, sameAs: known.id }
  }
}

import { checkArrival, ensureChannel, toHeard } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type IncomingHandle, type IncomingProfile } from '#vocabulary/index.ts'
import type { DealChange } from '../deals/deal-outcome.ts'

/** A change of people that reaches the log: `hear` records in the same transaction. */
export type PeopleChange = DealChange

/**
 * Records accounts of one person as any list does: those that are known stay whose they are, new ones
 * join the first. So whoever was erased is refused here, too. Throws `conflict` for them, `bad-input`
 * for an account that the log can't hold.
 */
export async function hearHandles(
  tx: Transaction,
  [handle, ...alsoHandles]: readonly [IncomingHandle, ...IncomingHandle[]],
  change: PeopleChange,
): Promise<void> {
  const { workspaceId, authorId, now, random } = change
  const channel = { kind: 'hand', name: 'Enishi' }
  const channelId = await ensureChannel(tx, workspaceId, channel, now, random)
  const said: IncomingProfile = { kind: 'profile', handle, alsoHandles }
  const checked = checkArrival(said, now)
  if ('refusal' in checked) throw cannotHold(checked.refusal.field)
  const heard = toHeard(checked.arrival, { position: 1, line: 1 }, true)
  const member = authorId === null ? {} : { memberId: authorId }
  await change.hear(tx, { workspaceId, channelId, heard: [heard], refused: [], ...member })
  if (heard.ending?.kind === 'refused') throw wasErased()
}

function cannotHold(field = 'accounts'): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'This account cannot be kept: it is empty or too long.',
      ja: 'このアカウントは空か長すぎるため、登録できません。',
    },
    { field },
  )
}

function wasErased(): EnishiError {
  return new EnishiError('conflict', {
    en: 'Somebody with this contact detail was erased for good, so it may not be entered again.',
    ja: 'この連絡先の人物は消去済みです。消去した人物を再び登録することはできません。',
  })
}

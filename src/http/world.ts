import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { EnishiError, uuidV7 } from '#vocabulary/index.ts'
import type { Handlers } from './handler.ts'

type State = 'offered' | 'growing' | 'loaded' | 'refused' | 'failed'

/** The sample world: offered to a workspace that has heard nothing yet. */
export const worldHandlers: Handlers<'getWorld' | 'postWorld'> = {
  getWorld: ({ caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => ({ state: await stateOf(tx) })),
  postWorld: ({ caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      await tx.selectFrom('workspace').select('id').forUpdate().execute()
      const state = await stateOf(tx)
      if (state === 'refused') throw notEmpty()
      if (state !== 'offered' && state !== 'failed') return { state }
      const id = uuidV7(context.now().getTime(), context.random)
      await enqueueJob(tx, caller.workspaceId, { id, kind: 'load-world' })
      return { state: 'growing' as const }
    }),
}

async function stateOf(tx: Transaction): Promise<State> {
  const job = await tx
    .selectFrom('job')
    .select('state')
    .where('kind', '=', 'load-world')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (job?.state === 'waiting' || job?.state === 'running') return 'growing'
  if (job?.state === 'done') return 'loaded'
  const heard = await tx.selectFrom('activity').select('id').limit(1).executeTakeFirst()
  if (heard !== undefined) return 'refused'
  return job?.state === 'failed' ? 'failed' : 'offered'
}

function notEmpty(): EnishiError {
  return new EnishiError('conflict', {
    en: 'There are posts in this workspace already. The sample world goes only into an empty one, so that nobody takes it for real talk.',
    ja: 'このワークスペースにはすでに投稿があります。本物の声と混ざらないよう、サンプルは空のワークスペースにだけ読み込めます。',
  })
}

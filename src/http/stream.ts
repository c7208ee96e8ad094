import { EnishiError } from '#vocabulary/index.ts'
import type { Handlers } from './handler.ts'
import { notSignedIn } from './refusals.ts'

/** Live updates. */
export const streamHandlers: Handlers<'getStream'> = {
  getStream: async ({ query, headers, caller, context }) => {
    const { workspaceId, role, scope, credential, userId } = caller
    if (credential === undefined) throw notSignedIn()
    const after = headers['last-event-id'] ?? query.after
    const owner = credential.kind === 'session' && userId !== null ? userId : credential.id
    const guest = { workspaceId, role, scope, credential, owner }
    const opened = context.hub.open(guest, after === '' ? undefined : after)
    if (opened === 'full') throw tooManyStreams()
    return opened
  },
}

function tooManyStreams(): EnishiError {
  return new EnishiError('too-busy', {
    en: 'Too many live connections are open. Close windows that you no longer need, then try again.',
    ja: 'ライブ更新の接続が多すぎます。使っていないウィンドウを閉じてから、もう一度お試しください。',
  })
}

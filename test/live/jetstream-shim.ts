import { WebSocket } from 'ws'
import { type JetstreamServer, startJetstream } from '#test/jetstream-server.ts'
import { operationsOf, type RepoFrame, readFrame } from './repo-frames.ts'

/** A Jetstream before a real PDS. */
export interface JetstreamShim extends JetstreamServer {
  /** Sequence number of the newest frame of the PDS. */
  seq(): number
}

/**
 * Follows a PDS from its beginning (`com.atproto.sync.subscribeRepos`) and serves what it says as
 * Jetstream does, with cursor and filters. Where the registry has no Jetstream, this stands for it.
 */
export async function startShim(pdsUrl: string): Promise<JetstreamShim> {
  const server = await startJetstream([])
  const url = `${pdsUrl.replace(/^http/, 'ws')}/xrpc/com.atproto.sync.subscribeRepos?cursor=0`
  const frames = new WebSocket(url)
  const times = { lastUs: 0, seq: 0 }
  frames.on('message', (data) => {
    for (const line of jetstreamLines(readFrame(data as Buffer), times)) server.happen(line)
  })
  await new Promise((resolve, reject) => {
    frames.once('open', resolve)
    frames.once('error', reject)
  })
  return {
    ...server,
    seq: () => times.seq,
    close: async () => {
      frames.terminate()
      await server.close()
    },
  }
}

/** The events of one frame, in Jetstream's form. `times` keeps `time_us` rising. */
export function jetstreamLines(
  { type, body }: RepoFrame,
  times: { lastUs: number; seq: number },
): string[] {
  times.seq = Number(body.seq ?? times.seq)
  const timeUs = () => {
    times.lastUs = Math.max(times.lastUs + 1, Date.parse(String(body.time)) * 1000)
    return times.lastUs
  }
  if (type === '#commit') {
    const { repo: did, rev } = body
    return operationsOf(body).map((operation) =>
      JSON.stringify({ did, time_us: timeUs(), kind: 'commit', commit: { rev, ...operation } }),
    )
  }
  if (type !== '#identity' && type !== '#account') return []
  const kind = type.slice(1)
  return [JSON.stringify({ did: body.did, time_us: timeUs(), kind, [kind]: body })]
}

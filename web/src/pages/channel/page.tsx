import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { usePollMs } from '../../live/provider.tsx'
import { Page } from '../../parts/page.tsx'
import { mayManage, useSession } from '../../session.ts'
import '../channels/channels.css'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChannelKind } from '../channels/channel-kind.tsx'
import { ConditionChip } from '../channels/condition-chip.tsx'
import { type ChannelInFull, WORDS as LIST_WORDS, OWN_KIND_WORDS } from '../channels/words.ts'
import { Actions } from './actions.tsx'
import { ChannelForm } from './channel-form.tsx'
import { Health } from './health.tsx'
import { Gaps, Problems } from './history.tsx'
import { HookAddress } from './secret-field.tsx'
import { WORDS } from './words.ts'

const REFRESH_MS = 5_000
/** Lag and counts move without an event. */
const REFRESH_LIVE_MS = 20_000

/** One channel: how it is doing, what went wrong, what may be missing, its settings. */
export function ChannelPage() {
  const list = useWords(LIST_WORDS)
  const { id } = useParams({ from: '/inside/channels/$id' })
  const refreshMs = usePollMs(REFRESH_MS, REFRESH_LIVE_MS)
  const channel = useQuery({
    ...ask('GET /channels/{id}', { params: { id } }),
    refetchInterval: refreshMs,
  })
  if (channel.data !== undefined) return <Known channel={channel.data} />
  return (
    <Page title={list.title}>
      <Awaiting query={channel} />
    </Page>
  )
}

function Known({ channel }: { channel: ChannelInFull }) {
  const words = useWords(WORDS)
  const session = useSession()
  const isLive = channel.state === 'listening' || channel.state === 'paused'
  return (
    <Page
      title={channel.name}
      heading={
        <>
          <bdi>{channel.name}</bdi> <ConditionChip channel={channel} />
        </>
      }
      beside={isLive && mayManage(session) && <Actions channel={channel} />}
    >
      <p className="row">
        <Link to="/channels">{words.all}</Link>
        <span className="soft">
          <ChannelKind channel={channel} />
        </span>
      </p>
      {channel.state === 'import' && !(channel.kind in OWN_KIND_WORDS) && (
        <p className="soft">{words.imported}</p>
      )}
      <CurrentProblem channel={channel} />
      {channel.hook !== null && mayManage(session) && <HookAddress hook={channel.hook} />}
      <Health channel={channel} />
      {channel.state !== 'import' && (
        <>
          <Gaps gaps={channel.gaps} />
          <Problems problems={channel.problems} />
        </>
      )}
      {isLive && mayManage(session) && <Settings channel={channel} />}
    </Page>
  )
}

function CurrentProblem({ channel: { problem } }: { channel: ChannelInFull }) {
  const { language } = useLanguage()
  if (problem === null) return null
  return (
    <p className="note" role="status">
      {problem.words[language]} {problem.detail}
    </p>
  )
}

function Settings({ channel }: { channel: ChannelInFull }) {
  const words = useWords(WORDS)
  const kinds = useQuery(ask('GET /channel-kinds', {}))
  const kind = kinds.data?.items.find((one) => one.kind === channel.kind)
  return (
    <>
      <h2>{words.settings}</h2>
      {kinds.data === undefined && <Awaiting query={kinds} />}
      {kind !== undefined && <ChannelForm kind={kind} channel={channel} done={() => undefined} />}
    </>
  )
}

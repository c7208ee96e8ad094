import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Page } from '../../parts/page.tsx'
import '../channels/channels.css'
import { ChannelForm } from './channel-form.tsx'
import type { Kind } from './settings-form.ts'
import { WORDS } from './words.ts'

/** Adds a channel: first its kind, then the form that the kind declares. */
export function NewChannelPage() {
  const words = useWords(WORDS)
  const { kind } = useSearch({ from: '/inside/channels/new' })
  const kinds = useQuery(ask('GET /channel-kinds', {}))
  const chosen = kinds.data?.items.find((one) => one.kind === kind)
  return (
    <Page title={words.addTitle}>
      <p>
        <Link to="/channels">{words.all}</Link>
      </p>
      {kinds.data === undefined && <Awaiting query={kinds} />}
      {kinds.data && chosen === undefined && <KindChoice kinds={kinds.data.items} />}
      {chosen !== undefined && <NewChannel kind={chosen} />}
    </Page>
  )
}

function NewChannel({ kind }: { kind: Kind }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const navigate = useNavigate()
  return (
    <>
      <p>
        <strong>{kind.name[language]}</strong> <span className="soft">{kind.about[language]}</span>{' '}
        <Link to="/channels/new">{words.otherKind}</Link>
      </p>
      <ChannelForm
        kind={kind}
        channel={null}
        done={({ id }) => navigate({ to: '/channels/$id', params: { id } })}
      />
    </>
  )
}

function KindChoice({ kinds }: { kinds: Kind[] }) {
  const words = useWords(WORDS)
  return (
    <>
      <p>{words.choose}</p>
      <ul className="bare-list kind-choices">
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <KindCard kind={kind} />
          </li>
        ))}
      </ul>
    </>
  )
}

function KindCard({ kind }: { kind: Kind }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { edits, deletions, engagement, resume } = kind.capabilities
  const told = [
    words[kind.by],
    edits && words.edits,
    deletions && words.deletions,
    engagement && words.engagement,
    resume !== 'none' && words.resumes,
  ].filter((word) => word !== false)
  return (
    <Link to="/channels/new" search={{ kind: kind.kind }} className="sheet kind-choice">
      <h2>{kind.name[language]}</h2>
      <p>{kind.about[language]}</p>
      <p className="soft small">{told.join(' · ')}</p>
    </Link>
  )
}

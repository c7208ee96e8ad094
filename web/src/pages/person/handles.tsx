import { useLanguage, useWords } from '../../language.tsx'
import { safeUrl } from '../../parts/outside-link.ts'
import { PostTime } from '../../parts/post.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { Handle } from '../../terms.ts'
import { MoveHandle } from './move-handle.tsx'
import type { FullPerson } from './page.tsx'
import { SplitHandle } from './split-handle.tsx'
import { HANDLE_KIND_WORDS, REASON_WORDS, WORDS } from './words.ts'

/** The accounts of a person; of each, why it is held to be theirs. */
export function Handles({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="handles">
      <h2 id="handles">{words.handles}</h2>
      <ul className="bare-list">
        {person.handles.map((handle) => (
          <li key={handle.id} className="handle stack-tight">
            <HandleFacts handle={handle} />
            {person.ownerships
              .filter((ownership) => ownership.handleId === handle.id)
              .map((ownership) => (
                <Reason key={`${ownership.reason} ${ownership.since}`} ownership={ownership} />
              ))}
            <div className="row">
              <SplitHandle person={person} handle={handle} />
              <MoveHandle person={person} handle={handle} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reason({ ownership }: { ownership: FullPerson['ownerships'][number] }) {
  const { language } = useLanguage()
  return (
    <p className="small">
      {REASON_WORDS[ownership.reason][language]}
      {ownership.since !== null && (
        <span className="soft">
          {' ('}
          <PostTime time={ownership.since} />
          {')'}
        </span>
      )}
    </p>
  )
}

function HandleFacts({ handle }: { handle: Handle }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const href = safeUrl(handle.url)
  return (
    <>
      <div>
        <strong>
          <bdi>{handle.username ?? handle.externalId}</bdi>
        </strong>{' '}
        <span className="soft small">
          {handle.platform}
          {handle.kind !== 'unknown' && ` · ${HANDLE_KIND_WORDS[handle.kind][language]}`}
          {handle.deletedAt !== null && ` · ${words.gone}`}
        </span>
      </div>
      {handle.displayName !== null && <bdi className="small">{handle.displayName}</bdi>}
      {handle.bio !== null && (
        <p className="small soft post-text" dir="auto">
          {handle.bio}
        </p>
      )}
      {href !== undefined && (
        <a className="small" href={href} target="_blank" rel="noopener noreferrer">
          {words.profile}
          <span className="hidden">{common.opensOutside}</span>
        </a>
      )}
    </>
  )
}

import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { RelationChips } from '../../parts/chips.tsx'
import { PostTime } from '../../parts/post.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Person } from '../../terms.ts'
import { WORDS } from './words.ts'

/** How many accounts a row names before it only counts the rest. */
const HANDLES_SHOWN = 3

interface Choosing {
  chosen: ReadonlySet<string>
  choose: (chosen: ReadonlySet<string>) => void
}

export function PeopleTable(props: Choosing & { people: Person[] }) {
  const words = useWords(WORDS)
  const isWriter = mayWrite(useSession())
  const { people, chosen, choose } = props
  const turn = (id: string) => {
    const others = [...chosen].filter((one) => one !== id)
    choose(new Set(chosen.has(id) ? others : [...others, id]))
  }
  const areAll = people.every(({ id }) => chosen.has(id))
  return (
    <div className="sheet posts">
      <table className="plain">
        <thead>
          <tr>
            {isWriter && (
              <td>
                <Checkbox
                  aria-label={words.chooseAll}
                  checked={areAll}
                  indeterminate={!areAll && chosen.size > 0}
                  onChange={() => choose(new Set(areAll ? [] : people.map(({ id }) => id)))}
                />
              </td>
            )}
            <th scope="col">{words.name}</th>
            <th scope="col" className="number">
              {words.posts}
            </th>
            <th scope="col">{words.lastAt}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isChosen={isWriter ? chosen.has(person.id) : null}
              turn={() => turn(person.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `isChosen` is null where nobody may choose. */
function PersonRow(props: { person: Person; isChosen: boolean | null; turn: () => void }) {
  const { person, isChosen, turn } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <tr>
      {isChosen !== null && (
        <td>
          <Checkbox
            aria-label={words.choose(person.displayName)}
            checked={isChosen}
            onChange={turn}
          />
        </td>
      )}
      <th scope="row">
        <Link to="/people/$id" params={{ id: person.id }} data-list-item>
          <bdi>{person.displayName}</bdi>
        </Link>
        {person.nameReading !== null && (
          <span className="soft small">
            {' '}
            <bdi>{person.nameReading}</bdi>
          </span>
        )}
        <Standing person={person} />
        <HandleNames person={person} />
      </th>
      <td className="number">
        {person.posts > 0 ? (
          <Link to="/listening" search={{ person: person.id }}>
            {formatCount(person.posts, language)}
          </Link>
        ) : (
          0
        )}
      </td>
      <td className="small">{person.lastAt !== null && <PostTime time={person.lastAt} />}</td>
    </tr>
  )
}

/** What the person is to us, and where they belong today. */
function Standing({ person }: { person: Person }) {
  const today = person.affiliations.filter(({ until }) => until === null)
  if (today.length === 0 && person.relations.length === 0) return null
  return (
    <div className="small row">
      <RelationChips relations={person.relations} />
      {today.map(({ organisation, role }) => (
        <span key={organisation.id} className="soft">
          <bdi>{organisation.name}</bdi> {role !== null && <bdi>{role}</bdi>}
        </span>
      ))}
    </div>
  )
}

function HandleNames({ person }: { person: Person }) {
  const rest = person.handles.length - HANDLES_SHOWN
  return (
    <div className="soft small row">
      {person.handles.slice(0, HANDLES_SHOWN).map((handle) => (
        <span key={handle.id}>
          {handle.platform} <bdi>{handle.username ?? handle.externalId}</bdi>
        </span>
      ))}
      {rest > 0 && <span>+{rest}</span>}
    </div>
  )
}

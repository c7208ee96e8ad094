import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../client.ts'
import { dayOf, formatCount, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { AddPersonButton } from '../../parts/people/add-person.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { FullOrganisation } from './page.tsx'
import { WORDS } from './words.ts'

/** Who belongs or belonged to it. */
export function Members({ organisation }: { organisation: FullOrganisation }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const takeOut = useMutation({
    mutationFn: (affiliation: string) =>
      call('DELETE /organisations/{id}/people/{affiliation}', {
        params: { id: organisation.id, affiliation },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /organisations/{id}'] }),
  })
  const take = mayWrite(session) ? (id: string) => takeOut.mutate(id) : undefined
  return (
    <section className="sheet stack-tight" aria-labelledby="members">
      <h2 id="members">{words.members}</h2>
      <ProblemNote problem={takeOut.error} />
      {organisation.members.length === 0 ? (
        <p>
          {words.noMembers} <Link to="/people">{words.findPeople}</Link>
        </p>
      ) : (
        <MemberTable members={organisation.members} takeOut={take} />
      )}
      <div>
        <AddPersonButton organisation={organisation.name} />
      </div>
      {organisation.hasMoreMembers && (
        <Link to="/people" search={{ organisation: organisation.id }}>
          {words.morePeople}
        </Link>
      )}
    </section>
  )
}

type Member = FullOrganisation['members'][number]

function MemberTable(props: {
  members: Member[]
  takeOut: ((affiliation: string) => void) | undefined
}) {
  const words = useWords(WORDS)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.members}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.relations}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.dates}</th>
            <th scope="col" className="number">
              {words.postsColumn}
            </th>
            {props.takeOut && <th scope="col" aria-label={words.takeOut} />}
          </tr>
        </thead>
        <tbody>
          {props.members.map((member) => (
            <MemberRow key={member.id} member={member} takeOut={props.takeOut} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MemberRow(props: {
  member: Member
  takeOut: ((affiliation: string) => void) | undefined
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const nameOf = useRelationName()
  const { member, takeOut } = props
  const { person, department, role } = member
  return (
    <tr>
      <th scope="row">
        <Link to="/people/$id" params={{ id: person.id }} data-list-item>
          <bdi>{person.name}</bdi>
        </Link>{' '}
        {person.nameReading !== null && <bdi className="soft small">{person.nameReading}</bdi>}
      </th>
      <td>
        <span className="row">
          {person.relations.map((relation) => (
            <span key={relation} className="chip chip-relation">
              {nameOf(relation)}
            </span>
          ))}
        </span>
      </td>
      <td>
        {department !== null && <bdi>{department}</bdi>} {role !== null && <bdi>{role}</bdi>}
      </td>
      <td className="small">
        <Dates since={member.since} until={member.until} />
      </td>
      <td className="number">
        {person.posts > 0 ? (
          <Link to="/listening" search={{ person: person.id }}>
            {formatCount(person.posts, language)}
          </Link>
        ) : (
          0
        )}
      </td>
      {takeOut && (
        <td className="number">
          <button
            type="button"
            className="link-button small"
            aria-label={words.takeOutOf(person.name)}
            onClick={() => takeOut(member.id)}
          >
            {words.takeOut}
          </button>
        </td>
      )}
    </tr>
  )
}

/** 2020年4月1日～, and that it is over. */
export function Dates({ since, until }: { since: string | null; until: string | null }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { timeZone } = useSession().workspace
  if (since === null && until === null) return null
  const isOver = until !== null && until < dayOf(new Date(), timeZone)
  const dash = language === 'ja' ? '～' : '–'
  return (
    <>
      {since !== null && formatDay(since, language)}
      {dash}
      {until !== null && formatDay(until, language)}
      {isOver && <span className="soft"> ({words.former})</span>}
    </>
  )
}

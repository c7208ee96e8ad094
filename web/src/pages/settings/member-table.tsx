import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useSession } from '../../session.ts'
import { DEPARTMENT_WORDS } from './department-words.ts'
import { DepartmentsDialog } from './departments.tsx'
import { givableRoles } from './givable-roles.ts'
import { MEMBER_WORDS, ROLE_WORDS, type Role } from './words.ts'

type Member = ItemOf<'GET /members'>

export function MemberTable({ members }: { members: Member[] }) {
  const words = useWords(MEMBER_WORDS)
  const departmentWords = useWords(DEPARTMENT_WORDS)
  const [removing, setRemoving] = useState<Member | null>(null)
  const [assigning, setAssigning] = useState<Member | null>(null)
  const change = useChangeRole()
  return (
    <>
      <ProblemNote problem={change.error} />
      <div className="sheet posts scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.member}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{departmentWords.departments}</th>
              <th scope="col">{words.joined}</th>
              <th scope="col">{words.lastSeen}</th>
              <th scope="col">
                <span className="hidden">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                choose={(role) => change.mutate({ id: member.id, role })}
                assign={() => setAssigning(member)}
                remove={() => setRemoving(member)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {assigning !== null && (
        <DepartmentsDialog member={assigning} close={() => setAssigning(null)} />
      )}
      {removing !== null && <RemoveMember member={removing} close={() => setRemoving(null)} />}
    </>
  )
}

function useChangeRole() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, role }: { id: string; role: Role }) =>
      call('PATCH /members/{id}', { params: { id }, body: { role } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['GET /members'] }),
  })
}

function MemberRow(props: {
  member: Member
  choose: (role: Role) => void
  assign: () => void
  remove: () => void
}) {
  const { member, choose, remove } = props
  const words = useWords(MEMBER_WORDS)
  const session = useSession()
  const isOneself = member.id === session.member.id
  return (
    <tr>
      <th scope="row">
        <bdi>{member.name}</bdi>
        {isOneself && <span className="soft small"> ({words.you})</span>}
        <div className="soft small">{member.email}</div>
      </th>
      <td>
        <RoleChoice member={member} isOneself={isOneself} choose={choose} />
      </td>
      <td className="small">
        <MemberDepartments member={member} assign={props.assign} />
      </td>
      <td className="small">
        <PostTime time={member.joinedAt} />
      </td>
      <td className="small">
        {member.lastSeenAt === null ? words.never : <PostTime time={member.lastSeenAt} />}
      </td>
      <td>
        {!isOneself && (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={words.removeOf(member.name)}
            onClick={remove}
          >
            {words.remove}
          </Button>
        )}
      </td>
    </tr>
  )
}

function MemberDepartments({ member, assign }: { member: Member; assign: () => void }) {
  const words = useWords(DEPARTMENT_WORDS)
  return (
    <>
      {member.departments.map(({ id, name, title }) => (
        <div key={id}>
          <bdi>{name}</bdi> {title !== null && <bdi className="soft">{title}</bdi>}
        </div>
      ))}
      <button
        type="button"
        className="link-button small"
        aria-label={words.changeOf(member.name)}
        onClick={assign}
      >
        {words.change}
      </button>
    </>
  )
}

/** A manager sees an owner's role and can't change it; nobody changes their own. */
function RoleChoice(props: { member: Member; isOneself: boolean; choose: (role: Role) => void }) {
  const { member, isOneself, choose } = props
  const words = useWords(MEMBER_WORDS)
  const { language } = useLanguage()
  const roles = givableRoles(useSession().role)
  if (isOneself || !roles.includes(member.role)) return <>{ROLE_WORDS[member.role][language]}</>
  return (
    <NativeSelect
      size="xs"
      aria-label={words.roleOf(member.name)}
      value={member.role}
      onChange={(event) => {
        const chosen = roles.find((role) => role === event.currentTarget.value)
        if (chosen !== undefined) choose(chosen)
      }}
      data={roles.map((value) => ({ value, label: ROLE_WORDS[value][language] }))}
    />
  )
}

function RemoveMember({ member, close }: { member: Member; close: () => void }) {
  const words = useWords(MEMBER_WORDS)
  const client = useQueryClient()
  const remove = async () => {
    await call('DELETE /members/{id}', { params: { id: member.id } })
    await client.invalidateQueries({ queryKey: ['GET /members'] })
  }
  return (
    <ConfirmRemoval title={words.removeTitle} action={words.remove} remove={remove} close={close}>
      {words.removeText(member.name)}
    </ConfirmRemoval>
  )
}

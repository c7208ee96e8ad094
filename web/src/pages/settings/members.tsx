import { Button, CopyButton, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, askAll, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useSession } from '../../session.ts'
import { DepartmentList } from './department-list.tsx'
import { givableRoles, ROLES } from './givable-roles.ts'
import { InvitationTable } from './invitation-table.tsx'
import { MemberTable } from './member-table.tsx'
import { MEMBER_WORDS, ROLE_HINTS, ROLE_WORDS } from './words.ts'

export function Members() {
  const words = useWords(MEMBER_WORDS)
  return (
    <>
      <p className="soft small">{words.intro}</p>
      <InviteForm />
      <MemberList />
      <DepartmentList />
      <h2>{words.pending}</h2>
      <Pending />
    </>
  )
}

function MemberList() {
  const words = useWords(MEMBER_WORDS)
  const members = useQuery(askAll('GET /members'))
  const [q, setQ] = useState('')
  if (members.data === undefined) return <Awaiting query={members} />
  const wanted = q.normalize('NFKC').trim().toLowerCase()
  const shown = members.data.filter(({ name, email }) =>
    `${name} ${email}`.normalize('NFKC').toLowerCase().includes(wanted),
  )
  return (
    <>
      {members.data.length > 8 && (
        <TextInput
          type="search"
          className="narrow"
          aria-label={words.search}
          placeholder={words.search}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 ? <p className="soft">{words.none}</p> : <MemberTable members={shown} />}
    </>
  )
}

function Pending() {
  const words = useWords(MEMBER_WORDS)
  const invitations = useQuery(ask('GET /invitations', { query: { limit: 200 } }))
  if (invitations.data === undefined) return <Awaiting query={invitations} />
  const { items } = invitations.data
  return items.length === 0 ? (
    <p className="soft">{words.noPending}</p>
  ) : (
    <InvitationTable invitations={items} />
  )
}

function InviteForm() {
  const words = useWords(MEMBER_WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const invite = useInvite()
  return (
    <form
      className="sheet stack"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        invite.mutate(event.currentTarget)
      }}
    >
      <div className="row row-end">
        <TextInput name="email" type="email" label={words.email} required maxLength={320} />
        <TextInput name="name" label={words.name} maxLength={500} />
        <NativeSelect
          name="role"
          label={words.role}
          defaultValue="member"
          data={givableRoles(session.role).map((value) => ({
            value,
            label: `${ROLE_WORDS[value][language]}: ${ROLE_HINTS[value][language]}`,
          }))}
        />
        <Button type="submit" loading={invite.isPending}>
          {words.invite}
        </Button>
      </div>
      <ProblemNote problem={invite.error} />
      {invite.data && <InvitationLink email={invite.data.email} token={invite.data.token} />}
    </form>
  )
}

function useInvite() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      const data = new FormData(form)
      const name = String(data.get('name') ?? '').trim()
      const role = ROLES.find((known) => known === data.get('role')) ?? 'member'
      const body = { email: String(data.get('email')), role, ...(name === '' ? {} : { name }) }
      const made = await call('POST /invitations', { body })
      form.reset()
      return made
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /invitations'] }),
  })
}

function InvitationLink({ email, token }: { email: string; token: string }) {
  const words = useWords(MEMBER_WORDS)
  // Behind the #, where no server and no log on the way sees it.
  const link = `${window.location.origin}/join#${token}`
  return (
    <div className="note stack-tight" role="status">
      <strong>{words.once}</strong>
      <div className="row row-end">
        <TextInput label={words.linkOf(email)} value={link} readOnly className="grow" />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  )
}

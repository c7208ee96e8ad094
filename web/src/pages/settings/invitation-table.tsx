import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ItemOf } from '../../api.ts'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { MEMBER_WORDS, ROLE_WORDS } from './words.ts'

type Invitation = ItemOf<'GET /invitations'>

export function InvitationTable({ invitations }: { invitations: Invitation[] }) {
  const words = useWords(MEMBER_WORDS)
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: (id: string) => call('DELETE /invitations/{id}', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['GET /invitations'] }),
  })
  return (
    <>
      <ProblemNote problem={withdraw.error} />
      <div className="sheet posts scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.email}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.expires}</th>
              <th scope="col">
                <span className="hidden">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                withdraw={() => withdraw.mutate(invitation.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function InvitationRow(props: { invitation: Invitation; withdraw: () => void }) {
  const { email, name, role, expiresAt } = props.invitation
  const words = useWords(MEMBER_WORDS)
  const { language } = useLanguage()
  const isOver = new Date(expiresAt).getTime() < Date.now()
  return (
    <tr>
      <th scope="row">
        {email}
        {name !== '' && (
          <div className="soft small">
            <bdi>{name}</bdi>
          </div>
        )}
      </th>
      <td>{ROLE_WORDS[role][language]}</td>
      <td className="small">{isOver ? words.expired : <PostTime time={expiresAt} />}</td>
      <td>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={words.withdrawOf(email)}
          onClick={props.withdraw}
        >
          {words.withdraw}
        </Button>
      </td>
    </tr>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { FullOrganisation } from './page.tsx'
import { WORDS } from './words.ts'

/** The accounts in which the organisation itself speaks. */
export function Accounts({ organisation }: { organisation: FullOrganisation }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const disown = useMutation({
    mutationFn: (handle: string) =>
      call('DELETE /organisations/{id}/accounts/{handle}', {
        params: { id: organisation.id, handle },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /organisations/{id}'] }),
  })
  return (
    <section className="sheet stack-tight" aria-labelledby="accounts">
      <h2 id="accounts">{words.accounts}</h2>
      <ProblemNote problem={disown.error} />
      {organisation.accounts.length === 0 && <p className="soft">{words.noAccounts}</p>}
      <ul className="bare-list">
        {organisation.accounts.map((account) => (
          <li key={account.handleId} className="row spread">
            <Account account={account} />
            {mayWrite(session) && (
              <button
                type="button"
                className="link-button small"
                aria-label={words.takeOutOf(nameOf(account))}
                onClick={() => disown.mutate(account.handleId)}
              >
                {words.takeOut}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type OwnAccount = FullOrganisation['accounts'][number]

function nameOf({ username, displayName, platform }: OwnAccount): string {
  return username ?? displayName ?? platform
}

function Account({ account }: { account: OwnAccount }) {
  return (
    <span>
      <Link to="/people/$id" params={{ id: account.personId }}>
        <bdi>{nameOf(account)}</bdi>
      </Link>{' '}
      <span className="soft small">{account.platform}</span>
    </span>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Door } from '../../parts/door.tsx'
import { Loading } from '../../parts/page.tsx'
import { LoadFailed } from '../../parts/problem.tsx'
import { SetupForm } from './form.tsx'
import { WORDS } from './words.ts'

/** First run: the workspace and its owner, for whoever has the one-time link. */
export function SetupPage() {
  const words = useWords(WORDS)
  const { token } = useSearch({ from: '/setup' })
  const setup = useQuery(ask('GET /setup', {}))
  return (
    <Door title={words.title}>
      {setup.isPending && <Loading />}
      {setup.isError && <LoadFailed problem={setup.error} retry={() => setup.refetch()} />}
      {setup.data?.isNeeded === false && (
        <p>
          {words.alreadyDone} <Link to="/sign-in">{words.goSignIn}</Link>
        </p>
      )}
      {setup.data?.isNeeded && token === undefined && <p className="sheet">{words.needsLink}</p>}
      {setup.data?.isNeeded && token !== undefined && <SetupForm token={token} />}
    </Door>
  )
}

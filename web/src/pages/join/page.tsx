import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { type Answer, ApiProblem } from '../../api.ts'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Door } from '../../parts/door.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { Loading } from '../../parts/page.tsx'
import { LoadFailed, ProblemNote } from '../../parts/problem.tsx'
import { signIn } from '../../session.ts'
import { ROLE_WORDS } from '../settings/words.ts'
import { WORDS } from './words.ts'

type Invitation = Answer<'POST /join/look'>

/** Takes an invitation. Its token stands behind the # of the address and goes out in bodies only. */
export function JoinPage() {
  const words = useWords(WORDS)
  const token = useLocation({ select: ({ hash }) => hash })
  const look = useQuery({
    queryKey: ['POST /join/look', token],
    queryFn: () => call('POST /join/look', { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Door title={words.title}>
      {look.isPending && <Loading />}
      {look.isError && isNoInvitation(look.error) && <NoInvitation />}
      {look.isError && !isNoInvitation(look.error) && (
        <LoadFailed problem={look.error} retry={() => look.refetch()} />
      )}
      {look.data && <JoinForm token={token} invitation={look.data} />}
    </Door>
  )
}

function isNoInvitation(problem: Error): boolean {
  // What is too long for a token is none.
  return problem instanceof ApiProblem && ['not-found', 'bad-input'].includes(problem.code)
}

function NoInvitation() {
  const words = useWords(WORDS)
  return (
    <div className="sheet stack" role="alert">
      <p>{words.invalid}</p>
      <div>
        <Button component={Link} to="/sign-in" variant="default">
          {words.signIn}
        </Button>
      </div>
    </div>
  )
}

function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const join = useMutation({
    mutationFn: async (form: FormData) => {
      const password = String(form.get('password'))
      const name = String(form.get('name'))
      const { email } = await call('POST /join', { body: { token, name, password, language } })
      try {
        await signIn(email, password)
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem
        // The invitation is used by now: from here on only the door helps, and it says what is wrong.
        return navigate({ to: '/sign-in' })
      }
      return navigate({ to: '/' })
    },
  })
  return (
    <form
      className="stack sheet"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        join.mutate(new FormData(event.currentTarget))
      }}
    >
      <p>{words.invited(invitation.workspace, ROLE_WORDS[invitation.role][language])}</p>
      <TextInput
        type="email"
        label={words.email}
        value={invitation.email}
        autoComplete="username"
        readOnly
      />
      <JoinFields name={invitation.name} />
      <ProblemNote problem={join.error} />
      <Button type="submit" size="sm" loading={join.isPending}>
        {words.join}
      </Button>
    </form>
  )
}

function JoinFields({ name }: { name: string }) {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput
        name="name"
        label={words.name}
        defaultValue={name}
        autoComplete="name"
        required
        maxLength={500}
      />
      <TextInput
        name="password"
        type="password"
        label={words.password}
        description={words.passwordHint}
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
      />
    </>
  )
}

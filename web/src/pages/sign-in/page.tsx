import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ApiProblem } from '../../api.ts'
import { queryClient } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Door } from '../../parts/door.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { askSession, signIn } from '../../session.ts'
import { WORDS } from './words.ts'

/** Signs a member in, takes over the language of the account and goes back to where they wanted to be. */
export function SignInPage() {
  const words = useWords(WORDS)
  const { choose } = useLanguage()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const enter = useMutation({
    mutationFn: async (form: FormData) => {
      await signIn(String(form.get('email')), String(form.get('password')))
      const session = await queryClient.fetchQuery(askSession)
      choose(session.member.language)
      await navigate({ href: next ?? '/' })
    },
  })
  const isWrong = enter.error instanceof ApiProblem && [400, 401].includes(enter.error.status)
  return (
    <Door title={words.title}>
      <form
        className="stack sheet"
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate(new FormData(event.currentTarget))
        }}
      >
        <TextInput
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          required
          size="sm"
        />
        <TextInput
          name="password"
          type="password"
          label={words.password}
          autoComplete="current-password"
          required
          size="sm"
        />
        <ProblemNote problem={isWrong ? new Error(words.wrong) : enter.error} />
        <Button type="submit" size="sm" loading={enter.isPending}>
          {words.submit}
        </Button>
      </form>
    </Door>
  )
}

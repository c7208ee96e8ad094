import { Alert, Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { ApiProblem } from '../../api.ts'
import { callAuth } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useSession } from '../../session.ts'
import { WORDS } from './words.ts'

export function AccountPage() {
  const words = useWords(WORDS)
  return (
    <Page title={words.title}>
      <PasswordForm />
    </Page>
  )
}

function PasswordForm() {
  const words = useWords(WORDS)
  const { member } = useSession()
  const change = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      const data = new FormData(form)
      await callAuth('/change-password', {
        currentPassword: String(data.get('current')),
        newPassword: String(data.get('fresh')),
        revokeOtherSessions: true,
      })
      form.reset()
    },
  })
  const isWrong = change.error instanceof ApiProblem && [400, 401].includes(change.error.status)
  return (
    <form
      className="stack sheet narrow"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate(event.currentTarget)
      }}
    >
      <p className="soft">{words.intro}</p>
      {/* For password stores, so that they know whose password it is. */}
      <input
        className="hidden"
        type="email"
        autoComplete="username"
        value={member.email}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <TextInput
        name="current"
        type="password"
        label={words.current}
        autoComplete="current-password"
        required
      />
      <TextInput
        name="fresh"
        type="password"
        label={words.fresh}
        description={words.hint}
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
      />
      <ProblemNote problem={isWrong ? new Error(words.wrong) : change.error} />
      {change.isSuccess && (
        <Alert color="green" role="status" p="xs">
          {words.done}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={change.isPending}>
          {words.change}
        </Button>
      </div>
    </form>
  )
}

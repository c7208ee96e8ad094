import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Asked } from '../../api.ts'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { LANGUAGE_NAMES } from '../../parts/account-menu.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { timeZones } from '../../parts/time-zones.ts'
import { signIn } from '../../session.ts'
import { WORDS } from './words.ts'

type Input = Asked<'POST /setup'>['body']

function readForm(form: HTMLFormElement, token: string): Input {
  const data = new FormData(form)
  const field = (name: string) => String(data.get(name) ?? '')
  return {
    token,
    workspace: field('workspace'),
    name: field('name'),
    email: field('email'),
    password: field('password'),
    language: field('language') === 'ja' ? 'ja' : 'en',
    timeZone: field('timeZone'),
  }
}

/** Makes the workspace, signs its owner in and goes on to Import, where the first data comes from. */
export function SetupForm({ token }: { token: string }) {
  const words = useWords(WORDS)
  const navigate = useNavigate()
  const make = useMutation({
    mutationFn: async (input: Input) => {
      await call('POST /setup', { body: input })
      await signIn(input.email, input.password)
      await navigate({ to: '/import' })
    },
  })
  return (
    <form
      className="stack sheet"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate(readForm(event.currentTarget, token))
      }}
    >
      <p className="soft">{words.intro}</p>
      <MemberFields />
      <PlaceFields />
      <ProblemNote problem={make.error} />
      <Button type="submit" size="sm" loading={make.isPending}>
        {words.start}
      </Button>
    </form>
  )
}

function MemberFields() {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput
        name="workspace"
        label={words.workspace}
        description={words.workspaceHint}
        autoComplete="organization"
        required
        maxLength={500}
      />
      <TextInput name="name" label={words.name} autoComplete="name" required maxLength={500} />
      <TextInput
        name="email"
        type="email"
        label={words.email}
        autoComplete="username"
        required
        maxLength={320}
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

function PlaceFields() {
  const words = useWords(WORDS)
  const { language, choose } = useLanguage()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <>
      <NativeSelect
        name="language"
        label={words.language}
        value={language}
        onChange={(event) => choose(event.currentTarget.value === 'ja' ? 'ja' : 'en')}
        data={(['ja', 'en'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <NativeSelect
        name="timeZone"
        label={words.timeZone}
        description={words.timeZoneHint}
        defaultValue={own}
        data={timeZones(own)}
      />
    </>
  )
}

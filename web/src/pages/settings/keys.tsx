import { Button, CopyButton, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { KeyTable } from './key-table.tsx'
import { SCOPE_WORDS, type Scope, WORDS } from './key-words.ts'

const SCOPES = Object.keys(SCOPE_WORDS) as Scope[]

/** Keys with which other systems read and write. */
export function ApiKeys() {
  const words = useWords(WORDS)
  const keys = useQuery(ask('GET /api-keys', { query: { limit: 200 } }))
  return (
    <>
      <p className="soft small">{words.intro}</p>
      <KeyForm />
      {keys.data === undefined && <Awaiting query={keys} />}
      {keys.data?.items.length === 0 && <p className="soft">{words.none}</p>}
      {keys.data && keys.data.items.length > 0 && <KeyTable keys={keys.data.items} />}
    </>
  )
}

function KeyForm() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      const data = new FormData(form)
      const scope = SCOPES.find((known) => known === data.get('scope')) ?? 'read'
      const made = await call('POST /api-keys', { body: { name: String(data.get('name')), scope } })
      form.reset()
      return made
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /api-keys'] }),
  })
  return (
    <form
      className="sheet stack"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate(event.currentTarget)
      }}
    >
      <div className="row row-end">
        <TextInput
          name="name"
          label={words.name}
          placeholder={words.nameHint}
          required
          maxLength={200}
        />
        <NativeSelect
          name="scope"
          label={words.scope}
          data={SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value][language] }))}
        />
        <Button type="submit" loading={make.isPending}>
          {words.create}
        </Button>
      </div>
      <ProblemNote problem={make.error} />
      {make.data && <Secret secret={make.data.key} />}
    </form>
  )
}

function Secret({ secret }: { secret: string }) {
  const words = useWords(WORDS)
  return (
    <div className="note stack-tight" role="status">
      <strong>{words.once}</strong>
      <div className="row row-end">
        <TextInput label={words.newKey} value={secret} readOnly className="grow" />
        <CopyButton value={secret}>
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

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { DETAIL_WORDS, WORDS } from '../../parts/people/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import type { Handle } from '../../terms.ts'
import type { FullPerson } from './page.tsx'

type DetailKind = keyof typeof DETAIL_WORDS
type Removal = NonNullable<Answer<'PATCH /people/{id}/handles/{handle}'>['removal']>

const KINDS = Object.keys(DETAIL_WORDS) as DetailKind[]

function kindOf({ platform }: Handle): DetailKind {
  if (platform === 'mail') return 'email'
  return platform === 'phone' ? 'phone' : 'account'
}

function nameOf({ username, externalId }: Handle): string {
  return username ?? externalId
}

/** Lists give people numbers of their own: nobody is reached by these. */
function isReachable({ platform, deletedAt }: Handle): boolean {
  return platform !== 'list' && deletedAt === null
}

/** By what the person is reached: addresses first, then numbers, then accounts. */
export function ContactDetails({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  const isWriter = mayWrite(useSession())
  const [isAdding, setAdding] = useState(false)
  const [removal, setRemoval] = useState<Removal | null>(null)
  const details = person.handles
    .filter(isReachable)
    .sort((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)))
  return (
    <section className="sheet stack-tight" aria-labelledby="contact-details">
      <h2 id="contact-details">{words.contacts}</h2>
      {details.length === 0 && <p className="soft small">{words.noContacts}</p>}
      <ul className="bare-list stack-tight">
        {details.map((handle) => (
          <Detail key={handle.id} {...{ person, handle, isWriter }} tell={setRemoval} />
        ))}
      </ul>
      <SplitNote removal={removal} />
      {isWriter && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.addDetail}
          </Button>
        </div>
      )}
      {isAdding && <AddDetail person={person} close={() => setAdding(false)} />}
    </section>
  )
}

/** Where a contact detail went that the log rests on. */
function SplitNote({ removal }: { removal: Removal | null }) {
  const words = useWords(WORDS)
  return (
    <output className="small">
      {removal?.person != null && (
        <>
          {words.splitAway}{' '}
          <Link to="/people/$id" params={{ id: removal.person }}>
            {words.openOther}
          </Link>
        </>
      )}
    </output>
  )
}

interface DetailProps {
  person: FullPerson
  handle: Handle
  tell: (removal: Removal | null) => void
}

function Detail({ isWriter, ...props }: DetailProps & { isWriter: boolean }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const [asks, setAsks] = useState<'correction' | 'removal' | null>(null)
  const { handle } = props
  const kind = kindOf(handle)
  const name = nameOf(handle)
  const close = () => setAsks(null)
  return (
    <li className="row">
      <span className="grow">
        <Reached handle={handle} />{' '}
        <span className="soft small">
          {kind === 'account' ? handle.platform : DETAIL_WORDS[kind][language]}
        </span>
      </span>
      {isWriter && (
        <>
          <button
            type="button"
            className="link-button small"
            aria-label={words.correctOf(name)}
            onClick={() => setAsks('correction')}
          >
            {words.correct}
          </button>
          <button
            type="button"
            className="link-button small"
            aria-label={words.removeOf(name)}
            onClick={() => setAsks('removal')}
          >
            {words.remove}
          </button>
        </>
      )}
      {asks === 'correction' && <CorrectDetail {...props} close={close} />}
      {asks === 'removal' && <RemoveDetail {...props} close={close} />}
    </li>
  )
}

function Reached({ handle }: { handle: Handle }) {
  const name = nameOf(handle)
  const scheme = { email: 'mailto:', phone: 'tel:', account: undefined }[kindOf(handle)]
  return scheme === undefined ? (
    <bdi>{name}</bdi>
  ) : (
    <a href={`${scheme}${name}`}>
      <bdi>{name}</bdi>
    </a>
  )
}

function AddDetail({ person, close }: { person: FullPerson; close: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [kind, setKind] = useState<DetailKind>('email')
  const add = useMutation({
    mutationFn: async (form: FormData) => {
      const platform = textOf(form, 'platform') ?? undefined
      const body = { kind, text: textOf(form, 'text') ?? '', ...withoutEmpty({ platform }) }
      await call('POST /people/{id}/handles', { params: { id: person.id }, body })
      await client.invalidateQueries()
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={words.addDetail}
      close={close}
      save={add.mutate}
      isSaving={add.isPending}
      problem={add.error}
      size="md"
    >
      <NativeSelect
        label={words.kind}
        value={kind}
        onChange={(event) =>
          setKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'email')
        }
        data={KINDS.map((value) => ({ value, label: DETAIL_WORDS[value][language] }))}
        data-autofocus
      />
      <DetailText kind={kind} />
      {kind === 'account' && (
        <TextInput name="platform" label={words.platform} maxLength={50} autoComplete="off" />
      )}
    </DialogForm>
  )
}

function DetailText({ kind, before }: { kind: DetailKind; before?: string }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <TextInput
      name="text"
      label={kind === 'account' ? words.accountName : DETAIL_WORDS[kind][language]}
      {...(kind === 'account' ? { description: words.accountHint } : {})}
      {...(before === undefined ? {} : { defaultValue: before, 'data-autofocus': true })}
      required
      maxLength={2000}
      autoComplete="off"
    />
  )
}

function CorrectDetail({ person, handle, tell, close }: DetailProps & { close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const correct = useMutation({
    mutationFn: async (form: FormData) => {
      const asked = { params: { id: person.id, handle: handle.id } }
      const body = { text: textOf(form, 'text') ?? '' }
      const { removal } = await call('PATCH /people/{id}/handles/{handle}', { ...asked, body })
      await client.invalidateQueries()
      tell(removal)
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={words.correctOf(nameOf(handle))}
      close={close}
      save={correct.mutate}
      isSaving={correct.isPending}
      problem={correct.error}
      size="md"
    >
      <DetailText kind={kindOf(handle)} before={nameOf(handle)} />
    </DialogForm>
  )
}

function RemoveDetail({ person, handle, tell, close }: DetailProps & { close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const remove = async () => {
    const params = { id: person.id, handle: handle.id }
    const { removal } = await call('DELETE /people/{id}/handles/{handle}', { params })
    tell(removal)
    await client.invalidateQueries()
  }
  return (
    <ConfirmRemoval
      title={words.removeOf(nameOf(handle))}
      action={words.remove}
      remove={remove}
      close={close}
    >
      {words.removeDoes}
    </ConfirmRemoval>
  )
}

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { ask, askAll, call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { CURRENCIES } from '../../money.ts'
import { Awaiting } from '../../parts/awaiting.tsx'
import { FIELD_KIND_WORDS, SUBJECT_WORDS } from '../../parts/cards/words.ts'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { CustomField } from '../../terms.ts'
import { WORDS } from './field-words.ts'

const KINDS = Object.keys(FIELD_KIND_WORDS) as CustomField['kind'][]
const SUBJECTS = Object.keys(SUBJECT_WORDS) as CustomField['subject'][]

/** The workspace's own fields, and its tags. */
export function FieldsAndTags() {
  return (
    <>
      <Fields />
      <Tags />
    </>
  )
}

function Fields() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const fields = useQuery(ask('GET /custom-fields', {}))
  return (
    <section className="stack-tight" aria-labelledby="fields">
      <h2 id="fields">{words.fields}</h2>
      <p className="soft small">{words.intro}</p>
      <FieldForm />
      {fields.data === undefined && <Awaiting query={fields} />}
      {fields.data?.items.length === 0 && <p className="soft">{words.none}</p>}
      {fields.data !== undefined && fields.data.items.length > 0 && (
        <div className="sheet scroll-x">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.subject}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.actions}</th>
              </tr>
            </thead>
            <tbody>
              {fields.data.items.map((field) => (
                <tr key={field.id}>
                  <th scope="row">
                    <bdi>{field.name}</bdi>
                  </th>
                  <td>{SUBJECT_WORDS[field.subject][language]}</td>
                  <td>
                    {FIELD_KIND_WORDS[field.kind][language]}{' '}
                    <bdi className="soft small">
                      {field.currency ?? field.choices.map(({ name }) => name).join(' / ')}
                    </bdi>
                  </td>
                  <td>
                    <RemoveField field={field} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function FieldForm() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [kind, setKind] = useState<CustomField['kind']>('text')
  const add = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      const data = new FormData(form)
      const lines = String(data.get('choices') ?? '').split('\n')
      const names = lines.map((line) => line.trim()).filter((line) => line !== '')
      const body = {
        subject: SUBJECTS.find((known) => known === data.get('subject')) ?? 'person',
        ...{ name: textOf(data, 'name') ?? '', kind },
        ...(names.length === 0 ? {} : { choices: names.map((name) => ({ name })) }),
        ...(kind === 'money' ? { currency: String(data.get('currency')) } : {}),
      }
      await call('POST /custom-fields', { body })
      form.reset()
      setKind('text')
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /custom-fields'] }),
  })
  return (
    <form
      className="sheet stack"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate(event.currentTarget)
      }}
    >
      <div className="row row-end">
        <NativeSelect
          name="subject"
          label={words.subject}
          data={SUBJECTS.map((value) => ({ value, label: SUBJECT_WORDS[value][language] }))}
        />
        <TextInput name="name" label={words.name} required maxLength={500} />
        <NativeSelect
          label={words.kind}
          value={kind}
          onChange={(event) =>
            setKind(KINDS.find((known) => known === event.currentTarget.value) ?? 'text')
          }
          data={KINDS.map((value) => ({ value, label: FIELD_KIND_WORDS[value][language] }))}
        />
        {kind === 'money' && (
          <NativeSelect name="currency" label={words.currency} data={[...CURRENCIES]} />
        )}
      </div>
      {(kind === 'choice' || kind === 'choices') && (
        <Textarea name="choices" label={words.choices} rows={4} required />
      )}
      <div>
        <Button type="submit" loading={add.isPending}>
          {words.add}
        </Button>
      </div>
      <ProblemNote problem={add.error} />
    </form>
  )
}

function RemoveField({ field }: { field: CustomField }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const remove = async () => {
    await call('DELETE /custom-fields/{id}', { params: { id: field.id } })
    await client.invalidateQueries({ queryKey: ['GET /custom-fields'] })
  }
  return (
    <>
      <Button
        variant="default"
        aria-label={words.removeOf(field.name)}
        onClick={() => setAsking(true)}
      >
        {common.remove}
      </Button>
      {isAsking && (
        <ConfirmRemoval title={words.removeField} remove={remove} close={() => setAsking(false)}>
          {words.removeFieldText(field.name)}
        </ConfirmRemoval>
      )}
    </>
  )
}

type Tag = ItemOf<'GET /tags'>

function Tags() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const tags = useQuery(askAll('GET /tags'))
  const [edited, setEdited] = useState<Tag | null>(null)
  if (tags.data === undefined) return <Awaiting query={tags} />
  return (
    <section className="stack-tight" aria-labelledby="tags">
      <h2 id="tags">{words.tags}</h2>
      {tags.data.length === 0 && <p className="soft">{words.noTags}</p>}
      <ul className="bare-list stack-tight">
        {tags.data.map((tag) => (
          <li key={tag.id} className="row">
            <bdi>{tag.name}</bdi>
            <span className="soft small">
              {words.uses}: {formatCount(tag.people + tag.organisations + tag.deals, language)}
            </span>
            <Button
              variant="default"
              aria-label={words.editOf(tag.name)}
              onClick={() => setEdited(tag)}
            >
              {words.edit}
            </Button>
            <RemoveTag tag={tag} />
          </li>
        ))}
      </ul>
      {edited !== null && <TagForm tag={edited} others={tags.data} close={() => setEdited(null)} />}
    </section>
  )
}

function RemoveTag({ tag }: { tag: Tag }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const remove = async () => {
    await call('DELETE /tags/{id}', { params: { id: tag.id } })
    await client.invalidateQueries({ queryKey: ['GET /tags'] })
  }
  return (
    <>
      <Button
        variant="default"
        aria-label={words.removeOf(tag.name)}
        onClick={() => setAsking(true)}
      >
        {common.remove}
      </Button>
      {isAsking && (
        <ConfirmRemoval title={words.removeTag} remove={remove} close={() => setAsking(false)}>
          {words.removeTagText(tag.name)}
        </ConfirmRemoval>
      )}
    </>
  )
}

function TagForm({ tag, others, close }: { tag: Tag; others: Tag[]; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: async (form: FormData) => {
      const into = textOf(form, 'into')
      const params = { id: tag.id }
      if (into !== null) await call('POST /tags/{id}/merge', { params, body: { into } })
      else await call('PATCH /tags/{id}', { params, body: { name: textOf(form, 'name') ?? '' } })
      await client.invalidateQueries({ queryKey: ['GET /tags'] })
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={words.editOf(tag.name)}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <TextInput
        name="name"
        label={words.tagName}
        defaultValue={tag.name}
        required
        maxLength={100}
        data-autofocus
      />
      <NativeSelect
        name="into"
        label={words.mergeInto}
        data={[
          { value: '', label: words.keepApart },
          ...others.flatMap(({ id, name }) => (id === tag.id ? [] : [{ value: id, label: name }])),
        ]}
      />
    </DialogForm>
  )
}

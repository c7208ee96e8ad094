import { Alert, Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, addressOf } from '../../api.ts'
import { ask, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayManage, mayWrite, useSession } from '../../session.ts'
import { Agreements } from './consents.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import type { FullPerson } from './page.tsx'
import { PRIVACY_WORDS } from './privacy-words.ts'
import { UseStops } from './use-stops.tsx'

type Rules = Answer<'GET /people/{id}/contact-rules'>
type Closed = Rules['doNotContact'][number]

const MEANS = ['all', 'mail', 'phone', 'message', 'visit', 'post'] as const

/** Means of contact in words. */
export function useMeans() {
  const words = useWords(PRIVACY_WORDS)
  return (channel: Closed['channel']) => (channel === 'all' ? words.allMeans : words[channel])
}

/** Said before anything else of them: that nobody may contact them. */
export function ContactBanner({ person }: { person: FullPerson }) {
  const words = useWords(PRIVACY_WORDS)
  const meansOf = useMeans()
  const rules = useQuery(ask('GET /people/{id}/contact-rules', { params: { id: person.id } }))
  const stop = rules.data?.useStops.find(({ liftedAt }) => liftedAt === null)
  if (stop !== undefined) {
    return (
      <Alert color="red" title={words.useStopped} role="status">
        <p className="small">{words.useStoppedText}</p>
        <p className="small">
          <PostTime time={stop.since} /> · <bdi>{stop.reason}</bdi>
        </p>
      </Alert>
    )
  }
  if (person.doNotContact.length === 0) return null
  return (
    <Alert color="red" title={words.closed} role="status">
      {person.doNotContact.map(({ id, channel, reason }) => (
        <p key={id} className="small">
          {meansOf(channel)} · <bdi>{reason}</bdi>
        </p>
      ))}
    </Alert>
  )
}

/** Whether they may be contacted, what is known of them to take along, and the way to erase it. */
export function Privacy({ person }: { person: FullPerson }) {
  const words = useWords(PRIVACY_WORDS)
  const session = useSession()
  const query = useQuery(ask('GET /people/{id}/contact-rules', { params: { id: person.id } }))
  return (
    <section className="sheet stack-tight" aria-labelledby="privacy">
      <h2 id="privacy">{words.title}</h2>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <>
          <UseStops stops={query.data.useStops} personId={person.id} />
          <KnownRules rules={query.data} personId={person.id} />
          <Agreements person={person} consents={query.data.consents} />
        </>
      )}
      {mayManage(session) && <ForManagers person={person} />}
    </section>
  )
}

function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['GET /people/{id}', 'GET /people/{id}/contact-rules'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    )
}

function KnownRules({ rules, personId }: { rules: Rules; personId: string }) {
  const words = useWords(PRIVACY_WORDS)
  const session = useSession()
  const hasConsent = rules.consents.some(
    ({ channel, withdrawnAt }) => channel === 'mail' && withdrawnAt === null,
  )
  return (
    <>
      <p className="small soft">{hasConsent ? words.mailYes : words.mailNo}</p>
      <ul className="bare-list">
        {rules.doNotContact.map((closed) => (
          <ClosedItem key={closed.id} closed={closed} personId={personId} />
        ))}
      </ul>
      {mayWrite(session) && <CloseForm personId={personId} />}
    </>
  )
}

function ClosedItem({ closed, personId }: { closed: Closed; personId: string }) {
  const words = useWords(PRIVACY_WORDS)
  const session = useSession()
  const meansOf = useMeans()
  const refresh = useRefresh()
  const lift = useMutation({
    mutationFn: () =>
      call('DELETE /people/{id}/do-not-contact/{entry}', {
        params: { id: personId, entry: closed.id },
      }),
    onSuccess: refresh,
  })
  return (
    <li className="small">
      {words.closed}: {meansOf(closed.channel)} · <PostTime time={closed.since} />{' '}
      {mayWrite(session) && (
        <button
          type="button"
          className="link-button"
          aria-label={`${words.lift}: ${meansOf(closed.channel)}`}
          disabled={lift.isPending}
          onClick={() => lift.mutate()}
        >
          {words.lift}
        </button>
      )}
      <ProblemNote problem={lift.error} />
    </li>
  )
}

function CloseForm({ personId }: { personId: string }) {
  const words = useWords(PRIVACY_WORDS)
  const common = useWords(COMMON)
  const meansOf = useMeans()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const close = useMutation({
    mutationFn: (form: FormData) => {
      const channel = MEANS.find((one) => one === form.get('channel')) ?? 'all'
      const reason = String(form.get('reason') ?? '').trim()
      return call('POST /people/{id}/do-not-contact', {
        params: { id: personId },
        body: { channel, reason },
      })
    },
    onSuccess: async () => {
      await refresh()
      setOpen(false)
    },
  })
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.close}
      </Button>
      <Dialog
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={words.close}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <form
          className="stack"
          onKeyDown={guardEnter}
          onSubmit={(event) => {
            event.preventDefault()
            close.mutate(new FormData(event.currentTarget))
          }}
        >
          <NativeSelect
            name="channel"
            label={words.means}
            data={MEANS.map((value) => ({ value, label: meansOf(value) }))}
          />
          <TextInput name="reason" label={words.reason} required maxLength={500} />
          <ProblemNote problem={close.error} />
          <div className="row">
            <Button type="submit" loading={close.isPending}>
              {words.close}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {common.cancel}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}

function ForManagers({ person }: { person: FullPerson }) {
  const words = useWords(PRIVACY_WORDS)
  const { language } = useLanguage()
  const [isErasing, setErasing] = useState(false)
  const address = (as: 'html' | 'json') =>
    addressOf('/people/{id}/export', { id: person.id }, { as, language })
  return (
    <>
      <p className="row small">
        <a href={address('html')} download>
          {words.exportPage}
        </a>
        <a href={address('json')} download>
          {words.exportJson}
        </a>
      </p>
      <div>
        <Button variant="default" onClick={() => setErasing(true)}>
          {words.erase}
        </Button>
      </div>
      {isErasing && <EraseDialog personId={person.id} close={() => setErasing(false)} />}
    </>
  )
}

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Page } from '../../parts/page.tsx'
import { mayManage, useSession } from '../../session.ts'
import '../listening/filter-bar.css'
import '../../parts/crm/crm.css'
import { ConsentForm } from './consent-form.tsx'
import { FORM_WORDS } from './form-words.ts'
import './privacy.css'
import { Looks } from './looks.tsx'
import { ProvisionForm } from './provision-form.tsx'
import { Accesses, ClosedContacts, Consents, Erasures, Provisions } from './registers.tsx'
import { RequestForm } from './request-form.tsx'
import { Requests } from './requests.tsx'
import { Rules } from './rules.tsx'
import { type PrivacySearch, type Shown, VIEWS, type View } from './url-state.ts'
import { SHOWN_WORDS, VIEW_WORDS, WORDS } from './words.ts'

/** What a view can be narrowed to. */
const NARROWED: Partial<Record<View, readonly Shown[]>> = {
  requests: ['answered'],
  'do-not-contact': ['lifted'],
  consents: ['standing', 'withdrawn'],
  accesses: ['viewed', 'exported'],
  looks: ['listed', 'searched', 'exported'],
}

/** What a view shows; `clear` takes search and filter off. */
export interface ViewProps {
  q: string | undefined
  shown: Shown | undefined
  clear: () => void
}

const PARTS: Record<View, (props: ViewProps) => React.JSX.Element> = {
  requests: Requests,
  'do-not-contact': ClosedContacts,
  consents: Consents,
  provisions: Provisions,
  accesses: Accesses,
  looks: Looks,
  erasures: Erasures,
  rules: Rules,
}

/** What can be written down on the page itself. */
const FORMS: Partial<Record<View, (props: { close: () => void }) => React.JSX.Element>> = {
  requests: RequestForm,
  consents: ConsentForm,
  provisions: ProvisionForm,
}

/** The register of personal data: requests, wishes, consents, provisions, looks, erasures, purpose. */
export function PrivacyPage() {
  const words = useWords(WORDS)
  const forms = useWords(FORM_WORDS)
  const session = useSession()
  const { view = 'requests' } = useSearch({ from: '/inside/privacy' })
  const [isAdding, setAdding] = useState(false)
  const Form = FORMS[view]
  const actions: Partial<Record<View, string>> = {
    requests: words.add,
    consents: forms.addConsent,
    provisions: forms.addProvision,
  }
  if (!mayManage(session)) {
    return (
      <Page title={words.title}>
        <p>{words.forbidden}</p>
      </Page>
    )
  }
  return (
    <Page
      title={words.title}
      beside={
        Form !== undefined && <Button onClick={() => setAdding(true)}>{actions[view]}</Button>
      }
    >
      <Watched />
      <Register />
      {isAdding && Form !== undefined && <Form close={() => setAdding(false)} />}
    </Page>
  )
}

function Watched() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const overview = useQuery(ask('GET /privacy', {}))
  if (overview.data === undefined) return null
  const { openRequests, overdueRequests } = overview.data
  const count = (of: number) => formatCount(of, language)
  return (
    <p className={overdueRequests > 0 ? 'overdue' : 'soft'} role="status">
      {words.summary(count(openRequests), count(overdueRequests))}
    </p>
  )
}

function Register() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/privacy' })
  const navigate = useNavigate({ from: '/privacy' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const { view = 'requests', q, shown } = search
  const go = (next: { [Field in keyof PrivacySearch]?: PrivacySearch[Field] | undefined }) =>
    navigate({ search: withoutEmpty({ ...search, ...next }) })
  const Part = PARTS[view]
  const isSearched = view !== 'erasures' && view !== 'rules'
  const isAsked = isSearched && view !== 'looks'
  return (
    <>
      <Views
        view={view}
        choose={(chosen) => go({ view: chosen, q: undefined, shown: undefined })}
      />
      {isSearched && (
        <section className="filter-bar" aria-label={words.filters}>
          {isAsked && (
            <div className="filter-search">
              <SearchField
                label={words.search}
                placeholder={view === 'requests' ? words.searchRequester : words.searchPerson}
                input={searchBox}
                value={q}
                choose={(asked) => go({ q: asked })}
              />
            </div>
          )}
          {NARROWED[view] !== undefined && (
            <ChoiceField
              label={words.narrow}
              words={SHOWN_WORDS}
              order={NARROWED[view]}
              value={shown}
              choose={(one) => go({ shown: one })}
            />
          )}
        </section>
      )}
      <div ref={list}>
        <Part q={q} shown={shown} clear={() => go({ q: undefined, shown: undefined })} />
      </div>
    </>
  )
}

function Views({ view, choose }: { view: View; choose: (view: View) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <fieldset className="line-kinds" aria-label={words.view}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          className="line-kind"
          aria-pressed={one === view}
          onClick={() => choose(one)}
        >
          {VIEW_WORDS[one][language]}
        </button>
      ))}
    </fieldset>
  )
}

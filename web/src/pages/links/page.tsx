import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Page } from '../../parts/page.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { CodeForm } from './code-form.tsx'
import { CodeList } from './code-list.tsx'
import { LinkForm } from './link-form.tsx'
import { LinkList } from './link-list.tsx'
import './links.css'
import { WORDS } from './words.ts'

/** Short links and codes: what was handed out, and what came of it. */
export function LinksPage() {
  const words = useWords(WORDS)
  const { q } = useSearch({ from: '/inside/links' })
  const navigate = useNavigate({ from: '/links' })
  const isWriter = mayWrite(useSession())
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  return (
    <Page title={words.title} beside={isWriter && <Adding />}>
      <p className="soft small">
        {words.intro} <Link to="/channels/new">{words.connect}</Link>
      </p>
      <section className="row row-end" aria-label={words.find}>
        <SearchField
          label={words.find}
          placeholder={words.findHint}
          input={searchBox}
          value={q}
          choose={(sought) => navigate({ search: withoutEmpty({ q: sought }) })}
        />
      </section>
      <div ref={list} className="stack">
        <LinkList q={q} isWriter={isWriter} />
        <CodeList q={q} isWriter={isWriter} />
      </div>
    </Page>
  )
}

function Adding() {
  const words = useWords(WORDS)
  const [adding, setAdding] = useState<'link' | 'code' | null>(null)
  const close = () => setAdding(null)
  return (
    <div className="row">
      <Button onClick={() => setAdding('link')}>{words.addLink}</Button>
      <Button variant="default" onClick={() => setAdding('code')}>
        {words.addCode}
      </Button>
      {adding === 'link' && <LinkForm link={null} close={close} />}
      {adding === 'code' && <CodeForm code={null} close={close} />}
    </div>
  )
}

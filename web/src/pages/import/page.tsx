import { useState } from 'react'
import { useLanguage, useWords } from '../../language.tsx'
import { FORMAT_WORDS } from '../../parts/format-words.ts'
import { Page } from '../../parts/page.tsx'
import { mayManage, mayWrite, useSession } from '../../session.ts'
import { DropZone } from './drop-zone.tsx'
import { ImportList } from './import-list.tsx'
import './import.css'
import { Exports } from './exports.tsx'
import { FORMATS } from './formats.ts'
import { UploadCard } from './upload-card.tsx'
import { SOURCE_WORDS, WORDS } from './words.ts'

interface Chosen {
  key: number
  file: File
}

/** Files in: drop, see what they are, start; below, every import and how far it is. */
export function ImportPage() {
  const words = useWords(WORDS)
  const session = useSession()
  const [chosen, setChosen] = useState<Chosen[]>([])
  const add = (files: File[]) =>
    setChosen((known) => {
      const first = (known.at(-1)?.key ?? 0) + 1
      return [...known, ...files.map((file, index) => ({ key: first + index, file }))]
    })
  const remove = (key: number) => setChosen((known) => known.filter((one) => one.key !== key))
  return (
    <Page title={words.title}>
      {mayWrite(session) ? <DropZone add={add} /> : <p className="soft">{words.readOnly}</p>}
      {chosen.map(({ key, file }) => (
        <UploadCard key={key} file={file} close={() => remove(key)} />
      ))}
      <ImportList />
      <Formats />
      {mayManage(session) && <Exports />}
    </Page>
  )
}

function Formats() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <details className="sheet">
      <summary>{words.formats}</summary>
      <dl className="formats">
        {FORMATS.map((format) => (
          <div key={format}>
            <dt>{FORMAT_WORDS[format][language]}</dt>
            <dd className="soft">{SOURCE_WORDS[format][language]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

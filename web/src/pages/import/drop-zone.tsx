import { useRef, useState } from 'react'
import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

/** Takes files by drag and drop, or by the file input that keyboards and screen readers use. */
export function DropZone({ add }: { add: (files: File[]) => void }) {
  const words = useWords(WORDS)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  return (
    <section
      className="drop-zone"
      aria-label={words.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        add([...event.dataTransfer.files])
      }}
    >
      <p className="drop-title">{words.drop}</p>
      <label className="drop-choose">
        {words.choose}
        <input
          ref={input}
          type="file"
          multiple
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p className="soft small">{words.dropHint}</p>
    </section>
  )
}

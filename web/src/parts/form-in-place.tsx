import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../language.tsx'
import { guardEnter } from './keys.ts'
import { ProblemNote } from './problem.tsx'
import { WORDS as COMMON } from './words.ts'

/** A button that becomes a form, where it stands. */
export function OpensInPlace(props: { label: string; children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return props.children(() => setOpen(false))
  return (
    <Button variant="default" onClick={() => setOpen(true)}>
      {props.label}
    </Button>
  )
}

/** A form that stands in the page; Escape leaves it, unless it ends a composition. */
export function FormInPlace(props: {
  save: () => void
  close: () => void
  isSaving: boolean
  problem: Error | null
  isReady?: boolean
  children: ReactNode
}) {
  const common = useWords(COMMON)
  return (
    <form
      className="stack-tight grow narrow"
      onKeyDown={(event) => {
        guardEnter(event)
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) props.close()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        props.save()
      }}
    >
      {props.children}
      <ProblemNote problem={props.problem} />
      <div className="row">
        <Button type="submit" loading={props.isSaving} disabled={props.isReady === false}>
          {common.save}
        </Button>
        <Button variant="default" onClick={props.close}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}

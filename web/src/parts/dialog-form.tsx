import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { Dialog } from './dialog.tsx'
import { guardEnter } from './keys.ts'
import { ProblemNote } from './problem.tsx'
import { WORDS as COMMON } from './words.ts'

/** A form in a dialog, with what the server has to say of it, Save and Cancel. */
export function DialogForm(props: {
  title: string
  close: () => void
  save: (form: FormData) => void
  isSaving: boolean
  problem: Error | null
  action?: string
  /** False while it must not be sent yet. */
  isReady?: boolean
  size?: 'md' | 'lg'
  children: ReactNode
}) {
  const common = useWords(COMMON)
  return (
    <Dialog
      opened
      onClose={props.close}
      title={props.title}
      size={props.size ?? 'lg'}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        className="stack"
        onKeyDown={guardEnter}
        onSubmit={(event) => {
          event.preventDefault()
          props.save(new FormData(event.currentTarget))
        }}
      >
        {props.children}
        <ProblemNote problem={props.problem} />
        <div className="row">
          <Button type="submit" loading={props.isSaving} disabled={props.isReady === false}>
            {props.action ?? common.save}
          </Button>
          <Button variant="default" onClick={props.close}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What stands in a field of a form; null for nothing. */
export function textOf(form: FormData, name: string): string | null {
  const text = String(form.get(name) ?? '').trim()
  return text === '' ? null : text
}

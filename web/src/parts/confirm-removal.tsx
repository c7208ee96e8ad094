import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem.tsx'
import { WORDS } from './words.ts'

/**
 * Asks before something is taken away. `remove` does it and everything that follows from it; what it
 * throws is shown and the question stays open, else `close` is called. Cancel has the focus.
 */
export function ConfirmRemoval(props: {
  title: string
  children: ReactNode
  /** The word on the button; "Delete" where nothing else is said. */
  action?: string
  /** Red unless it can be undone as easily as it is done. */
  color?: string
  remove: () => Promise<unknown>
  close: () => void
}) {
  const { title, children, action, close } = props
  const words = useWords(WORDS)
  const remove = useMutation({ mutationFn: props.remove, onSuccess: close })
  return (
    <Dialog opened onClose={close} title={title} closeButtonProps={{ 'aria-label': words.close }}>
      <div className="stack">
        <p>{children}</p>
        <ProblemNote problem={remove.error} />
        <div className="row">
          <Button
            color={props.color ?? 'red'}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {action ?? words.remove}
          </Button>
          <Button variant="default" onClick={close} data-autofocus>
            {words.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { useRelationsChanged } from '../../parts/proposals.tsx'

/** A form over the page that sends what was entered, and closes when that is done. */
export function SendForm(props: {
  title: string
  send: (form: FormData) => Promise<unknown>
  close: () => void
  children: ReactNode
}) {
  const changed = useRelationsChanged()
  const { close } = props
  const send = useMutation({
    mutationFn: props.send,
    onSuccess: async () => {
      await changed()
      close()
    },
  })
  return (
    <DialogForm
      title={props.title}
      close={close}
      save={send.mutate}
      isSaving={send.isPending}
      problem={send.error}
      size="md"
    >
      {props.children}
    </DialogForm>
  )
}

/** What was entered in a field, without space around it. */
export const entered = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

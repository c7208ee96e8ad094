import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState } from 'react'

/**
 * A dialog that is there as long as it is open. The focus goes back to where it was before, which Mantine
 * does only for one that is told to close and stays.
 */
export function Dialog(props: ModalProps) {
  useFocusReturned()
  return <Modal {...props} />
}

/** Where whatever opened it is gone too, the title of the page has the focus. */
function useFocusReturned(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        // Whoever closed it may have put the focus elsewhere.
        if (document.activeElement !== document.body) return
        const isThere = opener instanceof HTMLElement && opener.isConnected
        const title = document.querySelector<HTMLElement>('main h1')
        const target = isThere && opener !== document.body ? opener : title
        target?.focus({ preventScroll: true })
      })
    },
    [opener],
  )
}

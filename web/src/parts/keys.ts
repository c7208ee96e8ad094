import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect } from 'react'

/** Whether the key belongs to an input method that is still composing (229: Safari says so only by code). */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Keeps the Enter that ends a composition from submitting the form. */
export function guardEnter(event: ReactKeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input,select,textarea,dialog') !== null
}

function moveFocus(list: HTMLElement, step: 1 | -1): void {
  const items = [...list.querySelectorAll<HTMLElement>('[data-list-item]')]
  const { activeElement } = document
  const now = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1
  const next = now === -1 ? 0 : Math.min(items.length - 1, Math.max(0, now + step))
  items[next]?.focus()
}

/** `/` goes to the search box, j and k move through the items of the list; Enter opens, being a link or button. */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOurs = !(event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      if (!isOurs || isComposing(event) || document.querySelector('[role=dialog],[role=menu]'))
        return
      if (event.key === '/') search.current?.focus()
      else if (event.key === 'j' && list.current) moveFocus(list.current, 1)
      else if (event.key === 'k' && list.current) moveFocus(list.current, -1)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [list, search])
}

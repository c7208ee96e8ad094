import { Loader } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../language.tsx'
import { WORDS } from './words.ts'

/** The first page keeps the browser's own focus; later ones take it, so that screen readers follow. */
let isFirstPage = true

/** A page with its title, in the document's title too. `beside` stands at the end of the title's line. */
export function Page(props: {
  title: string
  heading?: ReactNode
  beside?: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${props.title} · Enishi`
  }, [props.title])
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [])
  return (
    <div className="stack">
      <div className="row spread">
        <h1 ref={heading} tabIndex={-1}>
          {props.heading ?? props.title}
        </h1>
        {props.beside}
      </div>
      {props.children}
    </div>
  )
}

export function Loading() {
  const words = useWords(WORDS)
  return (
    <div className="row soft" role="status">
      <Loader aria-hidden />
      {words.loading}
    </div>
  )
}

/** Says that there is nothing, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="sheet stack-tight">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useWords } from '../language.tsx'
import { Door } from './door.tsx'
import { LoadFailed } from './problem.tsx'
import { WORDS } from './words.ts'

/** A page that could not be shown, with another try. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    router.invalidate()
  }
  return (
    <LoadFailed problem={error instanceof Error ? error : new Error(String(error))} retry={retry} />
  )
}

export function Missing() {
  const words = useWords(WORDS)
  return (
    <Door title={words.notFound}>
      <p>{words.notFoundText}</p>
      <p>
        <Link to="/">{words.home}</Link>
      </p>
    </Door>
  )
}

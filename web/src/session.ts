import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { ask, call, callAuth, leaveBy, queryClient } from './client.ts'
import { useLanguage } from './language.tsx'
import type { InterfaceLanguage, Session } from './terms.ts'

export const askSession = { ...ask('GET /session', {}), staleTime: 5 * 60_000 }

/** Who is signed in; only below the layout that has made sure of it. */
export function useSession(): Session {
  return useSuspenseQuery(askSession).data
}

export const mayWrite = (session: Session) => session.role !== 'viewer'
export const mayManage = (session: Session) => ['owner', 'manager'].includes(session.role)

/** Signs in; what was known of whoever was here before is forgotten. */
export async function signIn(email: string, password: string): Promise<void> {
  await callAuth('/sign-in/email', { email, password })
  queryClient.clear()
}

/** Signs out and loads the door anew, so that nothing of what was seen stays in memory. */
export async function signOut(): Promise<void> {
  await leaveBy(() => callAuth('/sign-out', {}))
  window.location.assign('/sign-in')
}

/** Changes the language here and, for a member who is signed in, in the account. */
export function useChooseLanguage(): (language: InterfaceLanguage) => Promise<void> {
  const client = useQueryClient()
  const { choose } = useLanguage()
  return async (language) => {
    choose(language)
    if (client.getQueryData(askSession.queryKey) === undefined) return
    const session = await call('PATCH /session', { body: { language } })
    client.setQueryData(askSession.queryKey, session)
  }
}

/**
 * Whether somebody may be signed in, asked where "nobody" is no refusal: GET /session would answer
 * 401, which browsers write to the console as an error.
 */
export async function maybeSignedIn(): Promise<boolean> {
  const response = await fetch('/api/auth/get-session', { credentials: 'same-origin' })
  return !response.ok || (await response.text()).trim() !== 'null'
}

import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import { call } from '../client.ts'
import { useSession } from '../session.ts'
import type { CorrectedPart, Reading } from '../terms.ts'
import {
  changeTo,
  correctedReading,
  partsOf,
  type ReadingChange,
  withReading,
} from './corrected-reading.ts'

/** A post as far as its reading is corrected. */
export interface Corrected {
  id: string
  reading: Reading
}

/** What was done last, as the notice tells it. */
export type Notice =
  | { kind: 'corrected' | 'confirmed'; post: Corrected; change: ReadingChange }
  | { kind: 'took-back' | 'undone' }
  | { kind: 'failed'; problem: Error }

interface Corrections {
  /** Shows the change at once and writes it; where that is refused, what was before is shown again. */
  correct: (post: Corrected, change: ReadingChange, kind?: 'corrected' | 'confirmed') => void
  /** Takes back the corrections of a post, or that of one part; the model's reading holds again. */
  takeBack: (id: string, part?: CorrectedPart) => void
  /** Undoes what the notice tells: what was corrected before holds again. */
  undo: (post: Corrected, change: ReadingChange) => void
  /** Whether it was corrected here, so that a list keeps it in its place though its filter no longer has it. */
  isCorrectedHere: (id: string) => boolean
}

interface Told {
  notice: Notice | null
  /** Tells which notice it is: the same words may come twice. */
  at: number
}

const CorrectionsContext = createContext<Corrections | null>(null)
const NoticeContext = createContext<
  Told & {
    dismiss: () => void
    /** Dialogs that show the notice themselves: what lies behind a dialog is out of reach. */
    dialogs: number
    countDialogs: (change: 1 | -1) => void
  }
>({ notice: null, at: 0, dismiss: () => undefined, dialogs: 0, countDialogs: () => undefined })

/** Lets readings be corrected everywhere below, and keeps what the last correction was. */
export function CorrectionsProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<Told>({ notice: null, at: 0 })
  const corrections = useWriting((notice) => setTold(({ at }) => ({ notice, at: at + 1 })))
  const [dialogs, setDialogs] = useState(0)
  const dismiss = useCallback(() => setTold(({ at }) => ({ notice: null, at })), [])
  const countDialogs = useCallback((change: 1 | -1) => setDialogs((count) => count + change), [])
  return (
    <CorrectionsContext value={corrections}>
      <NoticeContext value={{ ...told, dismiss, dialogs, countDialogs }}>{children}</NoticeContext>
    </CorrectionsContext>
  )
}

export function useCorrections(): Corrections {
  const corrections = useContext(CorrectionsContext)
  if (corrections === null) throw new Error('no CorrectionsProvider above')
  return corrections
}

export const useNotice = () => useContext(NoticeContext)

/** What a correction makes old beside the reading itself. */
const FOLLOWING = ['GET /activities/{id}/corrections', 'GET /quality']

function useWriting(tell: (notice: Notice) => void): Corrections {
  const client = useQueryClient()
  const { member } = useSession()
  const last = useRef({ tell, member })
  last.current = { tell, member }
  return useMemo(() => {
    const here = new Set<string>()
    /** Of each post the last request: answers of earlier ones say what is no longer wanted. */
    const asked = new Map<string, Promise<unknown>>()
    const show = (id: string, reading: Reading) =>
      client.setQueriesData({}, (data: unknown) => withReading(data, id, reading))
    /** One request of a post at a time; its answer is shown unless another one follows. */
    const write = async (id: string, request: () => Promise<Reading>): Promise<boolean> => {
      here.add(id)
      const turn = (asked.get(id) ?? Promise.resolve()).then(request, request)
      asked.set(id, turn)
      try {
        const reading = await turn
        if (asked.get(id) === turn) show(id, reading)
        return true
      } catch (problem) {
        last.current.tell({ kind: 'failed', problem: problem as Error })
        return false
      } finally {
        if (asked.get(id) === turn) asked.delete(id)
        for (const key of FOLLOWING) void client.invalidateQueries({ queryKey: [key] })
      }
    }
    const correct: Corrections['correct'] = (post, change, kind = 'corrected') => {
      const { id, name } = last.current.member
      show(post.id, correctedReading(post.reading, change, { id, name }))
      last.current.tell({ kind, post, change })
      const put = () =>
        call('PUT /activities/{id}/reading', { params: { id: post.id }, body: change })
      void write(post.id, put).then((isWritten) => isWritten || show(post.id, post.reading))
    }
    const takeBack: Corrections['takeBack'] = (id, part) => {
      const query = part === undefined ? {} : { part }
      const ask = () =>
        call('DELETE /activities/{id}/reading/correction', { params: { id }, query })
      void write(id, ask).then((isWritten) => isWritten && last.current.tell({ kind: 'took-back' }))
    }
    const undo: Corrections['undo'] = ({ id, reading }, change) => {
      show(id, reading)
      void write(id, () => restore(id, partsOf(change))).then(
        (isWritten) => isWritten && last.current.tell({ kind: 'undone' }),
      )
    }
    return { correct, takeBack, undo, isCorrectedHere: (id) => here.has(id) }
  }, [client])
}

/** Takes the last correction of these parts back; one that it had replaced is made again. */
async function restore(id: string, parts: CorrectedPart[]): Promise<Reading> {
  const params = { id }
  const { corrections } = await call('GET /activities/{id}/corrections', { params })
  let reading: Reading | undefined
  for (const part of parts) {
    const own = corrections.filter((correction) => correction.part === part)
    const standing = own.find(({ undoneAt }) => undoneAt === null)
    const replaced = own.find(({ undoneAt }) => undoneAt !== null && undoneAt === standing?.at)
    reading =
      replaced === undefined
        ? await call('DELETE /activities/{id}/reading/correction', { params, query: { part } })
        : await call('PUT /activities/{id}/reading', { params, body: changeTo(part, replaced.to) })
  }
  if (reading === undefined) throw new Error('a correction names at least one part')
  return reading
}

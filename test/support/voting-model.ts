import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { createOutside } from '#outside/outside.ts'
import type { Outside } from '#outside/ports.ts'
import { createSeal } from '#store/seal.ts'
import {
  changeModelSettings,
  type ModelChange,
  readModelSettings,
  takeVotes,
  type VoteParts,
} from '#understand/index.ts'
import { type LocalServer, startLocal } from './local-server.ts'
import { randomBytes, type TestWorkspace } from './workspace.ts'

/** One post as a request carries it. */
export interface ShownPost {
  id: string
  open: Record<string, string[]>
  text: string
}

export interface VoteRequest {
  path: string
  headers: IncomingHttpHeaders
  body: { model: string; messages: { role: string; content: string }[] }
  /** What stands between the lines of data. */
  posts: ShownPost[]
}

/** A model on loopback, over real HTTP. */
export interface VotingModelServer {
  address: string
  server: LocalServer
  requests: VoteRequest[]
  outside: Outside
}

/** What the model answers: a text as its content, or the whole response by itself. */
export type Play = (request: VoteRequest, response: ServerResponse) => string | undefined

export async function startModel(play: Play): Promise<VotingModelServer> {
  const requests: VoteRequest[] = []
  const server = await startLocal((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const body = JSON.parse(text === '' ? '{"messages":[]}' : text) as VoteRequest['body']
      const { url: path = '', headers } = request
      const asked = { path, headers, body, posts: postsIn(body.messages) }
      requests.push(asked)
      const content = play(asked, response)
      if (content !== undefined) answer(response, content)
    })
  })
  const outside = createOutside({ allow: [server.allow], now: () => new Date() })
  return { address: `${server.origin}/v1`, server, requests, outside }
}

function answer(response: ServerResponse, content: string): void {
  const message = { role: 'assistant', content }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ id: 'x', choices: [{ index: 0, message }], usage: {} }))
}

function postsIn(messages: VoteRequest['body']['messages']): ShownPost[] {
  const lines = messages.at(-1)?.content.split('\n') ?? []
  return lines.length === 3 ? (JSON.parse(lines[1] ?? '') as { posts: ShownPost[] }).posts : []
}

/** A model that says the same of every post; parts that are not open it leaves out. */
export function always(labels: Record<string, string>): Play {
  return ({ posts }) => JSON.stringify({ posts: posts.map((post) => saidOf(post, labels)) })
}

export function saidOf({ id, open }: ShownPost, labels: Record<string, string>) {
  const known = Object.entries(labels).filter(([part]) => part in open)
  return { id, labels: Object.fromEntries(known) }
}

export const seal = createSeal('the secret of a test installation, long', randomBytes)

/** The language model of a workspace: settings, and one request at a time. */
export function votingIn(workspace: TestWorkspace, outside: Outside) {
  const parts: VoteParts = {
    ...{ door: workspace.door, outside, seal, random: randomBytes },
    now: () => clock.now,
  }
  const clock = { now: new Date() }
  const settings = () => workspace.run((tx) => readModelSettings(tx, workspace.id, clock.now))
  const change = (wanted: ModelChange) =>
    workspace.run((tx) =>
      changeModelSettings(tx, workspace.id, wanted, { authorId: null, now: clock.now, seal }),
    )
  const take = (more: Partial<VoteParts> = {}, signal = new AbortController().signal) =>
    takeVotes({ ...parts, ...more }, workspace.id, signal)
  return { clock, parts, settings, change, take }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FoundLink } from '#engage/index.ts'
import type { RandomBytes, Words } from '#vocabulary/index.ts'
import { agentClassOf } from './agent-class.ts'
import { ClickBook } from './click-book.ts'
import type { HttpContext } from './handler.ts'

const CODE = /^[A-Za-z0-9_-]{3,64}$/

/**
 * `/l/{code}`: leads on to the target that stands under the code, and nowhere else. Whoever clicks
 * gets no cookie, and of their address nothing is kept.
 */
export function addLinkRoutes(
  server: FastifyInstance,
  { context, log }: { context: HttpContext; log: (line: Record<string, unknown>) => void },
): void {
  const book = new ClickBook(context, log)
  server.addHook('onClose', () => book.close())
  const follow = async (request: FastifyRequest, reply: FastifyReply) => {
    const { code } = request.params as { code: string }
    const link = CODE.test(code) ? await book.find(code) : undefined
    if (link === undefined) return sayGone(request, reply)
    const clickId = noteClick(book, request, link, context.random)
    return reply
      .code(302)
      .header('location', clickId === undefined ? link.target : withClick(link.target, clickId))
      .header('cache-control', 'no-store')
      .send()
  }
  const options = { config: { routeName: 'link' as const } }
  server.get('/l/:code', options, follow)
  server.head('/l/:code', options, follow)
}

/** The id of the click; undefined where nobody has clicked. */
function noteClick(
  book: ClickBook,
  { method, headers }: FastifyRequest,
  link: FoundLink,
  random: RandomBytes,
): string | undefined {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz']
  const agent = agentClassOf(headers['user-agent'], purpose?.toString())
  if (method !== 'GET' || agent === undefined) return undefined
  const id = drawClickId(random)
  book.note(link, id, agent)
  return id
}

function drawClickId(random: RandomBytes): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  return `ck_${Buffer.from(bytes).toString('base64url')}`
}

/** Only adds: what else the address says stays as it is written. */
export function withClick(target: string, clickId: string): string {
  const at = target.indexOf('#')
  const [page, place] = at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)]
  return `${page}${page.includes('?') ? '&' : '?'}enishi_click=${clickId}${place}`
}

const GONE: Words = {
  en: 'This link leads nowhere (any more). Ask whoever gave it to you.',
  ja: 'このリンクは存在しないか、削除されました。リンクの配布元にお問い合わせください。',
}

/** In plain words: who follows a link is no caller of an API. */
function sayGone({ language }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain; charset=utf-8').send(GONE[language])
}

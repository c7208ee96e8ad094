import type { FastifyInstance, FastifyRequest } from 'fastify'
import { EnishiError } from '#vocabulary/index.ts'
import { notJson } from './refusals.ts'

/** Nesting beyond what any payload needs; deeper is an attack on whatever walks it. */
const DEPTH_MAX = 100

/** Takes JSON bodies, and no other kind of body. `__proto__` and the like are dropped. */
export function takeJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('remove', 'remove')
  server.removeAllContentTypeParsers()
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request: FastifyRequest, text, done) => {
      if (text === '') return done(null, undefined)
      if (depthOf(text) > DEPTH_MAX) return done(tooDeep(), undefined)
      parse(request, text, (error, body) => done(error && notJson(error.message), body))
    },
  )
}

/** How deep brackets nest in a JSON text, strings left out. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x22) i = endOfString(text, i)
    else if (unit === 0x5b || unit === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (unit === 0x5d || unit === 0x7d) depth--
  }
  return deepest
}

/** Index of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++
  return slashes % 2 === 1
}

function tooDeep(): EnishiError {
  return new EnishiError('bad-input', {
    en: `The JSON is nested more than ${DEPTH_MAX} levels deep.`,
    ja: `JSON の入れ子が${DEPTH_MAX}段を超えています。`,
  })
}

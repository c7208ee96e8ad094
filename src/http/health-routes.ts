import type { FastifyInstance } from 'fastify'
import type { Door } from '#store/door.ts'
import type { Metrics } from './metrics.ts'

const READY_MS_MAX = 2_000

/** For whoever watches the process: alive, ready (the database answers), and figures for Prometheus. */
export function addHealthRoutes(
  server: FastifyInstance,
  parts: { door: Door; metrics: Metrics },
): void {
  const options = { config: { routeName: 'health' as const } }
  server.get('/healthz', options, async () => ({ status: 'alive' }))
  server.get('/readyz', options, async (_request, reply) => {
    const isReady = await answersInTime(parts.door)
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready' })
  })
  server.get('/metrics', options, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(parts.metrics.text()),
  )
}

async function answersInTime(door: Door): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), READY_MS_MAX)
  const answer = door.ping().then(
    () => true,
    () => false,
  )
  const isReady = await Promise.race([answer, late])
  clearTimeout(timer)
  return isReady
}

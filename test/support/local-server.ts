import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AllowRule } from '#outside/allow-list.ts'
import { closeAfterFile } from './open-things.ts'

/** A server on loopback that counts who connects. */
export interface LocalServer {
  port: number
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  origin: string
  /** The rule that lets the guarded fetcher call it. */
  allow: AllowRule
  connections(): number
  /** The requests so far, as `METHOD /path`. */
  requests: string[]
  close(): Promise<void>
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Listens on a free port of `host`; closed after the tests of the file. */
export async function startLocal(answer: Answer, host = '127.0.0.1'): Promise<LocalServer> {
  let connections = 0
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const local: LocalServer = {
    ...{ port, origin: `http://${host}:${port}`, requests, close },
    allow: { kind: 'host', host, port },
    connections: () => connections,
  }
  return closeAfterFile(local)
}

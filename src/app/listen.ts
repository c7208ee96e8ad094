import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Settings } from '#cli/command.ts'
import { EnishiError } from '#vocabulary/index.ts'

/** Starts listening; answers the port. Throws `port-taken`, or `bad-input` for an impossible address. */
export async function listen(
  server: FastifyInstance,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<number> {
  try {
    await server.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw portTaken(port, error)
    if (code?.startsWith('E')) throw cannotListen(host, port, code, error)
    throw error
  }
  return (server.server.address() as AddressInfo).port
}

/** The address to open: what people use, or the interface; all interfaces are reached as localhost. */
export function addressOf(
  { host, publicUrl }: Pick<Settings, 'host' | 'publicUrl'>,
  port: number,
): string {
  if (publicUrl !== undefined) return publicUrl
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function portTaken(port: number, cause: unknown): EnishiError {
  return new EnishiError(
    'port-taken',
    {
      en: `Port ${port} is taken by another program. Choose another with --port N or PORT=N, for example: npm start -- --port ${port + 1}`,
      ja: `ポート ${port} は別のプログラムが使っています。--port N または PORT=N で別のポートを指定してください。例: npm start -- --port ${port + 1}`,
    },
    {},
    cause,
  )
}

function cannotListen(host: string, port: number, code: string, cause: unknown): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: `Cannot listen on ${host} port ${port} (${code}). HOST must be an address of this machine; ports below 1024 need rights.`,
      ja: `${host} のポート ${port} で待ち受けられません（${code}）。HOST はこのマシンのアドレスにしてください。1024 未満のポートには権限が必要です。`,
    },
    {},
    cause,
  )
}

import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import { EnishiError } from '#vocabulary/index.ts'

/** A Kysely dialect on one connection whose transaction the door begins and ends. */
export class ClientDialect implements Dialect {
  readonly #client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  createDriver(): Driver {
    return new ClientDriver(this.#client)
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler()
  }

  createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }

  createIntrospector(db: Kysely<unknown>): PostgresIntrospector {
    return new PostgresIntrospector(db)
  }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection

  constructor(client: pg.PoolClient) {
    this.#connection = new ClientConnection(client)
  }

  async init(): Promise<void> {
    // The connection is open already.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(): Promise<void> {
    throw nestedTransaction()
  }

  async commitTransaction(): Promise<void> {
    throw nestedTransaction()
  }

  async rollbackTransaction(): Promise<void> {
    throw nestedTransaction()
  }

  async releaseConnection(): Promise<void> {
    // The door gives it back.
  }

  async destroy(): Promise<void> {
    // The door gives it back.
  }
}

function nestedTransaction(): EnishiError {
  return new EnishiError('fault', {
    en: 'A transaction was begun inside a transaction of the door.',
    ja: 'トランザクションの中で別のトランザクションが開始されました。',
  })
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #isBusy = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  /** One statement at a time: overlapping ones would run in an order nobody chose. */
  async executeQuery<R>(query: {
    sql: string
    parameters: readonly unknown[]
  }): Promise<QueryResult<R>> {
    if (this.#isBusy) {
      throw new EnishiError('fault', {
        en: 'Two statements overlap on one transaction.',
        ja: '一つのトランザクションで二つの文が重なりました。',
      })
    }
    this.#isBusy = true
    try {
      const answer = await this.#client.query(query.sql, [...query.parameters])
      return { rows: answer.rows as R[], numAffectedRows: BigInt(answer.rowCount ?? 0) }
    } finally {
      this.#isBusy = false
    }
  }

  // biome-ignore lint/correctness/useYield: large results go through a cursor of their own
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new EnishiError('fault', {
      en: 'Streaming is not offered on a transaction of the door.',
      ja: 'このトランザクションではストリーミングを使えません。',
    })
  }
}

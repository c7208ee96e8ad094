import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Address, openCluster } from '#store/embedded/cluster.ts'
import { migrate } from '#store/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

/**
 * One PostgreSQL a run: the embedded one with fsync off, or a database made for the run on the
 * server of ENISHI_TEST_DATABASE_URL (its user must be allowed to create databases).
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.ENISHI_TEST_DATABASE_URL
  return server === undefined ? setUpEmbedded(project) : setUpServer(project, server)
}

async function setUpEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-test-'))
  const cluster = await openCluster(folder, { fsync: false, maxConnections: 200 })
  const url = urlOf(cluster.address)
  await migrateOver(url)
  project.provide('databaseUrl', url)
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function setUpServer(project: TestProject, server: string): Promise<() => Promise<void>> {
  const name = `enishi_test_${process.pid}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  await migrateOver(url.href)
  project.provide('databaseUrl', url.href)
  return () => onServer(server, `drop database ${name} with (force)`)
}

function urlOf(address: Address): string {
  const host = encodeURIComponent(address.host)
  return `postgres://${address.user}@${host}:${address.port}/${address.database}`
}

async function migrateOver(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await migrate(client)
  await client.end()
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}

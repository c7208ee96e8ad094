import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { newInstallation, serve } from '#test/enishi-process.ts'
import { signersOf, startReceiver } from '#test/webhooks.ts'

const KILLS = 2
const TASKS_A_ROUND = 30

async function ask<Answer>(address: string, key: string, path: string, body: object) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(`${address}/api/v1${path}`, init)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

it('tells every change that was answered, however often the process is killed', async () => {
  const { folder, key } = await newInstallation()
  const receiver = await startReceiver()
  let running = await serve(folder)
  const { secret } = await ask<{ secret: string }>(running.address, key, '/webhooks', {
    ...{ name: 'kept', address: `${receiver.origin}/in`, kinds: ['task.added'] },
  })
  const added = new Set<string>()
  for (let kill = 0; kill <= KILLS; kill++) {
    const adding = (async () => {
      for (let i = 0; i < TASKS_A_ROUND; i++) {
        const title = `task ${kill} ${i}`
        const made = await ask<{ id: string }>(running.address, key, '/tasks', { title })
        added.add(made.id)
      }
    })()
    if (kill === KILLS) await adding
    else {
      // Somewhere between the first and the last of them, and at another place each time.
      const before = receiver.heard.length
      while (receiver.heard.length < before + 3 + 5 * kill) await sleep(5)
      running.server.child.kill('SIGKILL')
      // The request under way ends with the server; what was answered before is in `added`.
      await adding.catch(() => undefined)
      await running.server.ended()
      running = await serve(folder)
    }
  }
  const told = () => new Set(receiver.heard.map(({ body }) => body.data.id))
  const missing = () => [...added].filter((id) => !told().has(id))
  await expect.poll(missing, { timeout: 300_000, interval: 500 }).toEqual([])
  expect(receiver.heard.every((one) => signersOf(one, [secret]).length === 1)).toBe(true)
  const sequences = new Map(receiver.heard.map(({ body }) => [body.sequence, body.id]))
  expect([...sequences.keys()].sort((a, b) => a - b)).toEqual(
    Array.from({ length: sequences.size }, (_, i) => i + 1),
  )
  // A change has one delivery, which may have been sent twice.
  expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(told().size)
  console.info(
    `webhooks: ${added.size} changes over ${KILLS} kills, ${receiver.heard.length} calls, none lost`,
  )
}, 600_000)

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PlanChoice, PlanInput } from './choose-plan.ts'

/** {@link choosePlan} in a thread of its own. */
export async function chooseInThread(input: PlanInput): Promise<PlanChoice> {
  const worker = new Worker(new URL('./plan-thread.ts', import.meta.url), { workerData: input })
  try {
    const [choice] = (await once(worker, 'message')) as [PlanChoice]
    return choice
  } finally {
    await worker.terminate()
  }
}

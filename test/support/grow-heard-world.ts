import { simulateWorld } from '#simulation/index.ts'
import { hearWorld } from './heard-world.ts'
import type { TestWorkspace } from './workspace.ts'

/** Grows the sample world and hears all of it; answers when it ends. */
export async function growHeardWorld(
  workspace: TestWorkspace,
  wish: { seed: number; people: number },
): Promise<Date> {
  const world = simulateWorld(wish)
  await hearWorld(workspace, world)
  return new Date(world.options.endsAtMs)
}

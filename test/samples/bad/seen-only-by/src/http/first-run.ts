import { simulateWorld } from '#simulation/index.ts'

export const sampleWorld = () => simulateWorld()

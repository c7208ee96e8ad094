import { seedPost } from '#test/seed.ts'

export const open = () => seedPost

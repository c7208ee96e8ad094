import { afterAll } from 'vitest'
import { closeOpenThings } from './open-things.ts'

// Evaluated anew for every test file, unlike the modules that files of a process share.
afterAll(closeOpenThings)

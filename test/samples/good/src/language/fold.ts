import { LANGUAGES } from '#vocabulary/index.ts'
import { eld } from 'eld'

// The words "as any" and import '#app/main.ts' in a comment or a text are no fault.
export const words = "import x from '#app/main.ts' as any"
export const fold = () => [eld, LANGUAGES]

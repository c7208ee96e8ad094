import type { Generated } from 'kysely'

/** What migration 0010 adds to a person. */
export interface EditedPerson {
  /** Fields of PersonChange that a member has set; imports leave them alone. */
  edited_fields: Generated<string[]>
}

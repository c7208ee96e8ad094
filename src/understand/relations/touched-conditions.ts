import type { RuleCondition } from '#vocabulary/index.ts'

/** What a change may make otherwise for rules, and how soon they are applied: by members at once. */
export interface Touched {
  conditions: readonly RuleCondition[]
  by: 'members' | 'posts'
}

const ALL: Touched = {
  conditions: [
    ...(['bought', 'organisation-is', 'own-organisation'] as const),
    ...(['tagged', 'field', 'stage', 'role', 'listed'] as const),
  ],
  by: 'members',
}
const POSTS: Touched = { ...ALL, by: 'posts' }
const BELONGING: Touched = {
  conditions: ['organisation-is', 'own-organisation', 'role', 'listed'],
  by: 'members',
}
const TAGGED: Touched = { conditions: ['tagged', 'listed'], by: 'members' }
const FIELD: Touched = { conditions: ['field', 'listed'], by: 'members' }
const LISTED: Touched = { conditions: ['listed'], by: 'members' }
const TOPIC: Touched = { conditions: ['stage', 'listed'], by: 'posts' }

/** By the name of an event; undefined for one after which every rule finds whom it found. */
const BY_NAME = new Map<string, Touched | undefined>(
  Object.entries({
    'person.tagged': TAGGED,
    'person.fields-changed': FIELD,
    'person.owner-changed': LISTED,
    'person.changed': LISTED,
    // Accounts are joined by themselves, and many at once.
    'person.merged': POSTS,
    'person.exported': undefined,
    'person.relation-added': LISTED,
    'person.relation-changed': LISTED,
    'person.relation-removed': LISTED,
    'person.relation-confirmed': LISTED,
    'person.relation-refused': undefined,
    'organisation.tagged': undefined,
    'organisation.fields-changed': undefined,
    'organisation.owner-changed': undefined,
    'tag.added': undefined,
    'custom-field.added': undefined,
    'list.added': undefined,
    'list.exported': undefined,
  }),
)

/** By its noun. */
const BY_NOUN = new Map<string, Touched>(
  Object.entries({
    person: ALL,
    'bulk-edit': ALL,
    import: POSTS,
    organisation: BELONGING,
    tag: TAGGED,
    'custom-field': FIELD,
    list: LISTED,
    contact: LISTED,
    topic: TOPIC,
    reading: TOPIC,
    readings: TOPIC,
    activities: POSTS,
    world: POSTS,
    workspace: POSTS,
  }),
)

/** What an event of this name touches; undefined for nothing. */
export function conditionsTouchedBy(eventName: string): Touched | undefined {
  if (BY_NAME.has(eventName)) return BY_NAME.get(eventName)
  return BY_NOUN.get(eventName.split('.')[0] ?? '')
}

/**
 * The acts of the audit chain by what they are about: each event of these names enters the chain in the
 * transaction that writes it. What else is recorded stands in `UNAUDITED_EVENTS` with the reason.
 */
export const AUDITED_ACTS = {
  person: [
    ...(['person.fields-changed', 'person.added'] as const),
    ...(['person.merged', 'person.unmerged', 'person.split', 'person.handle-moved'] as const),
    ...(['person.not-same', 'person.not-same-taken-back', 'candidate.decided'] as const),
  ],
  relation: [
    ...(['person.relation-added', 'person.relation-changed', 'person.relation-removed'] as const),
    ...(['person.relation-confirmed', 'person.relation-refused'] as const),
    ...(['organisation.relation-added', 'organisation.relation-changed'] as const),
    ...(['organisation.relation-removed', 'relation-kind.added', 'relation-kind.changed'] as const),
    ...(['relation-kind.removed', 'relation-rule.added', 'relation-rule.changed'] as const),
    ...(['relation-rule.removed', 'programme.added', 'programme.changed'] as const),
    ...(['programme.removed', 'programme.member-changed'] as const),
  ],
  organisation: [
    ...(['organisation.added', 'organisation.changed', 'organisation.removed'] as const),
    ...(['organisation.person-added', 'organisation.person-removed'] as const),
    ...(['organisation.account-added', 'organisation.account-removed'] as const),
    ...(['organisation.fields-changed', 'organisation.tagged'] as const),
    ...(['organisation.merged', 'organisation.unmerged', 'organisation.not-same'] as const),
  ],
  deal: [
    ...(['deal.added', 'deal.changed', 'deal.moved', 'deal.won', 'deal.lost'] as const),
    ...(['deal.reopened', 'deal.removed', 'deal.imported', 'deal.fields-changed'] as const),
    ...(['deal.tagged', 'pipeline.added', 'pipeline.changed', 'pipeline.removed'] as const),
  ],
  owner: [
    ...(['person.owner-changed', 'organisation.owner-changed', 'deal.owner-changed'] as const),
    ...(['handover.made', 'handover.acknowledged'] as const),
  ],
  'bulk-edit': ['bulk-edit.made', 'bulk-edit.undone'],
  import: [
    ...(['import.begun', 'import.done', 'import.stopped', 'import.failed'] as const),
    ...(['import.undo-begun', 'import.undone'] as const),
  ],
  list: ['list.added', 'list.changed', 'list.removed', 'list.exported', 'log.exported'],
  member: [
    ...(['workspace.opened', 'member.added', 'member.invited', 'member.joined'] as const),
    ...(['member.invitation-withdrawn', 'member.role-changed', 'member.removed'] as const),
    ...(['member.assigned', 'api-key.created', 'api-key.revoked'] as const),
    ...(['department.added', 'department.renamed', 'department.removed'] as const),
  ],
  webhook: [
    ...(['webhook.added', 'webhook.changed', 'webhook.removed'] as const),
    ...(['webhook.secret-changed', 'webhook.switched-off'] as const),
  ],
  channel: [
    ...(['channel.added', 'channel.changed', 'channel.removed'] as const),
    ...(['channel.secret-changed', 'activities.expired'] as const),
  ],
  setting: [
    ...(['workspace.changed', 'language-model.changed', 'custom-field.added'] as const),
    ...(['custom-field.changed', 'custom-field.removed', 'custom-field.imported'] as const),
    ...(['tag.added', 'tag.renamed', 'tag.merged', 'tag.removed'] as const),
    ...(['topic.added', 'topic.changed', 'topic.removed'] as const),
    ...(['model.requested', 'model.promoted', 'model.refused'] as const),
  ],
  privacy: [
    ...(['person.exported', 'person.erased', 'person.provided'] as const),
    ...(['person.contact-closed', 'person.contact-opened'] as const),
    ...(['person.consent-given', 'person.consent-withdrawn'] as const),
    ...(['person.use-stopped', 'person.use-resumed', 'privacy.changed'] as const),
    ...(['privacy-request.received', 'privacy-request.changed'] as const),
    'privacy-request.answered',
  ],
  experiment: [
    ...(['experiment.drafted', 'experiment.changed', 'experiment.submitted'] as const),
    ...(['experiment.approved', 'experiment.sent-back', 'experiment.started'] as const),
    ...(['experiment.ended', 'experiment.withdrawn'] as const),
  ],
} as const satisfies Record<string, readonly string[]>

export type AuditSubject = keyof typeof AUDITED_ACTS
export const AUDIT_SUBJECTS = Object.keys(AUDITED_ACTS) as AuditSubject[]
export type AuditAct = (typeof AUDITED_ACTS)[AuditSubject][number]
export const AUDIT_ACTS: readonly AuditAct[] = Object.values(AUDITED_ACTS).flat()

/** What an act of the chain may be about and that has a name. */
export const AUDITED_KINDS = [
  ...(['person', 'organisation', 'deal', 'topic', 'list', 'import', 'channel'] as const),
  ...(['webhook', 'experiment', 'pipeline', 'department', 'tag', 'custom-field'] as const),
] as const
export type AuditedKind = (typeof AUDITED_KINDS)[number]

/** Events that do not enter the chain, each with the reason. */
export const UNAUDITED_EVENTS: Readonly<Record<string, string>> = {
  ...because('the journal of fields enters it with the values', [
    ...['person.changed', 'person.fields-changed', 'person.tagged'],
  ]),
  ...because('what is heard, found and reckoned by itself comes in masses', [
    ...['activities.heard', 'alert.raised', 'saved-search.heard', 'topic.applied'],
    ...['readings.renewed', 'reading.voted', 'relations.searched', 'candidates.found'],
    ...[
      'opinions.grouped',
      'copies.grouped',
      'communities.found',
      'influence.measured',
      'outcome.credited',
      'outcome.refunded',
    ],
    ...['experiment.reckoned', 'experiment.assigned', 'experiment.engaged', 'plan.answered'],
    ...['workspace.counted-anew', 'world.grown', 'language-model.failed'],
  ]),
  ...because('what members have looked at, and asked to be found anew', [
    ...['alert.seen', 'notice.seen', 'saved-search.seen', 'channel.look-asked', 'opinions.asked'],
    ...['communities.asked', 'influence.asked', 'plan.asked', 'webhook.tested', 'notice.given'],
    'webhook.redelivered',
  ]),
  ...because('saved searches of a member', [
    ...['saved-search.added', 'saved-search.changed', 'saved-search.removed'],
  ]),
  ...because('stands with its author beside the reading, and in the history of readings', [
    ...['reading.corrected', 'reading.uncorrected', 'queue.answered', 'queue.skipped'],
  ]),
  ...because('stands with its author in the list of decisions about opinions and communities', [
    ...['opinion.renamed', 'opinion.merged', 'opinion.split', 'opinion.restored'],
    'community.renamed',
  ]),
  ...because('daily work, with author and time in the row itself', [
    ...['task.added', 'task.changed', 'task.done', 'task.opened', 'task.removed', 'note.added'],
    ...['note.changed', 'note.removed', 'contact.added', 'contact.changed', 'contact.removed'],
    ...['programme.contact-added', 'programme.contact-removed', 'plan.tasks-made'],
    ...['link.added', 'link.changed', 'link.removed', 'code.added', 'code.changed', 'code.removed'],
  ]),
}

function because(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]))
}

const ENTERING: ReadonlySet<string> = new Set(
  AUDIT_ACTS.filter((act) => !(act in UNAUDITED_EVENTS)),
)

/** Whether an event of this name enters the audit chain. */
export function entersAudit(name: string): boolean {
  return ENTERING.has(name)
}

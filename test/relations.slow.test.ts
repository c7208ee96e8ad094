import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cardLook } from '#engage/index.ts'
import { toHeard } from '#listen/index.ts'
import { activitiesOf, simulateWorld, topicsOfWorld, type World } from '#simulation/index.ts'
import { testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addOrganisation,
  addRelationRule,
  addTopic,
  findCandidates,
  isProposed,
  type ProposalFinding,
  searchRelations,
} from '#understand/index.ts'
import type { Arrival, IncomingActivity, RelationKind } from '#vocabulary/index.ts'

/**
 * What is proposed of people, against the truth that the sample world planted: posts and profiles are
 * heard, the address book is not (it would tell the answer). The sentences of profiles and the lists of
 * words were written for the same product: the figures say that the guards hold, not what strangers write.
 */

const BATCH = 500
const SEEDS = [1, 2, 3, 4]
const SIZE = { people: 1_000, days: 120 }
const NOW = new Date('2026-10-31T15:00:00Z')
const PRECISION_MIN = 0.9
/** How often somebody truly recommended one of our products to be an advocate in truth. */
const TRUE_RECOMMENDATIONS_MIN = 3

interface Figures {
  proposed: number
  right: number
  true: number
  /** What the findings rest on. */
  bases: Set<ProposalFinding['basis']>
}

const all = new Map<string, Figures>()

describe('what is proposed of people in the sample world', () => {
  it.each(SEEDS)('is counted against the truth of seed %i', { timeout: 600_000 }, async (seed) => {
    const world = simulateWorld({ seed, ...SIZE })
    const { workspace, roots } = await live(world)
    const found = await workspace.run((tx) => findCandidates(tx, NOW))
    count(found, truthOf(world, roots))
    const change = { workspaceId: workspace.id, authorId: null, now: NOW, random: randomBytes }
    const searched = await searchRelations(workspace.door, change, cardLook)
    expect(searched.proposed).toBeGreaterThan(0)
    const again = await searchRelations(workspace.door, change, cardLook)
    expect(again).toEqual({ begun: 0, ended: 0, proposed: 0 })
  })

  it('has a precision of 0.90 at least, in each kind', () => {
    for (const [kind, { proposed, right, true: truly }] of [...all].sort()) {
      const precision = right / proposed
      console.info(
        `${kind}: precision ${precision.toFixed(3)} (${right} of ${proposed}), recall ${(right / truly).toFixed(3)} (of ${truly})`,
      )
    }
    const proposedKinds: string[] = []
    for (const [kind, { proposed, right, bases }] of all) {
      if (![...bases].some((basis) => isProposed({ kind, basis }))) continue
      proposedKinds.push(kind)
      expect({ kind, isPrecise: right / proposed >= PRECISION_MIN }).toEqual({
        kind,
        isPrecise: true,
      })
    }
    expect(proposedKinds.sort()).toEqual([
      ...['advocate', 'competitor', 'decision-maker', 'employee', 'media', 'partner'],
    ])
  })
})

function count(found: readonly ProposalFinding[], truth: Map<string, Set<RelationKind>>): void {
  const kinds = new Set([
    ...[...truth.values()].flatMap((is) => [...is]),
    ...found.map((f) => f.kind),
  ])
  for (const kind of kinds) {
    const figures = all.get(kind) ?? { proposed: 0, right: 0, true: 0, bases: new Set() }
    all.set(kind, figures)
    const proposed = found.filter((one) => one.kind === kind)
    figures.proposed += proposed.length
    for (const { basis } of proposed) figures.bases.add(basis)
    figures.right += proposed.filter(({ rootId }) =>
      truth.get(rootId)?.has(kind as RelationKind),
    ).length
    figures.true += [...truth.values()].filter((is) => is.has(kind as RelationKind)).length
  }
}

/** What each person truly is. An actor behind two accounts that nothing joins is known twice. */
function truthOf(world: World, roots: Map<string, string>): Map<string, Set<RelationKind>> {
  const truth = new Map<string, Set<RelationKind>>()
  const say = (rootId: string | undefined, kind: RelationKind) => {
    if (rootId !== undefined) truth.set(rootId, (truth.get(rootId) ?? new Set()).add(kind))
  }
  const own = new Set(world.products.filter((p) => p.companyId === 'kotoyu').map(({ id }) => id))
  const recommended = new Map<string, number>()
  const people = new Map(world.actors.map((actor) => [actor.id, actor]))
  const gone = new Set(world.truth.flatMap((t) => (t.kind === 'deletion' ? [t.post] : [])))
  const evaluating = new Map<string, string>()
  for (const line of world.truth) {
    if (line.kind === 'standing') evaluating.set(`${line.person} ${line.topic}`, line.stage)
    if (line.kind === 'move') evaluating.set(`${line.person} ${line.topic}`, line.to)
    if (line.kind !== 'post' || line.stage !== 'recommendation' || line.stance !== 'for') continue
    if (!own.has(line.topic ?? '') || gone.has(line.id)) continue
    const root = roots.get(`${line.platform} ${line.handle}`) ?? ''
    if (people.get(line.actor)?.role === 'public')
      recommended.set(root, (recommended.get(root) ?? 0) + 1)
  }
  for (const [root, times] of recommended) {
    if (times >= TRUE_RECOMMENDATIONS_MIN) say(root, 'advocate')
  }
  for (const [key, stage] of evaluating) {
    const [person = '', topic = ''] = key.split(' ')
    if (stage !== 'evaluation' || !own.has(topic)) continue
    for (const { handle } of people.get(person)?.accounts ?? []) {
      say(roots.get(`${handle.platform} ${handle.externalId}`), 'prospect')
    }
  }
  for (const actor of world.actors) {
    for (const kind of actor.is ?? []) {
      const [first] = actor.accounts
      say(roots.get(`${first?.handle.platform} ${first?.handle.externalId}`), kind)
    }
  }
  return truth
}

const RELATION_OF = { competitor: 'competitor', partner: 'partner', press: 'media' } as const

/** A workspace that has heard the world, and knows the organisations in it and itself. */
async function live(
  world: World,
): Promise<{ workspace: TestWorkspace; roots: Map<string, string> }> {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening()
  const change = () => ({
    workspaceId: workspace.id,
    authorId: null,
    now: NOW,
    random: randomBytes,
  })
  for (const { name, kind, aliases } of topicsOfWorld()) {
    await workspace.run((tx) => addTopic(tx, { name, kind, aliases }, change()))
  }
  const arrivals: Arrival[] = [...activitiesOf(world), ...outcomesOf(world)]
  for (let from = 0; from < arrivals.length; from += BATCH) {
    const heard = arrivals.slice(from, from + BATCH).map((arrival, i) => {
      const body = Buffer.from(JSON.stringify(arrival))
      const payload = { format: 'activities', body }
      return toHeard(arrival, { position: from + i, line: from + i }, true, payload)
    })
    const hearing = { workspaceId: workspace.id, channelId: channel, heard, refused: [] }
    await listening.hear(hearing, 'background')
    if (from % (10 * BATCH) === 0) {
      await workspace.run((tx) => sql`select enishi.refresh_statistics()`.execute(tx))
    }
  }
  await workspace.run((tx) => sql`update topic set applied_at = now()`.execute(tx))
  for (const { name, role } of world.actors) {
    const kind = RELATION_OF[role as keyof typeof RELATION_OF]
    if (kind === undefined) continue
    await workspace.run((tx) => addOrganisation(tx, { name, relations: [kind] }, change()))
  }
  const own = await workspace.run((tx) => addOrganisation(tx, { name: '株式会社コトユ' }, change()))
  const conditions = [{ condition: 'own-organisation', organisation: own.id }] as const
  const rule = { kind: 'employee', conditions } as const
  await workspace.run((tx) => addRelationRule(tx, rule, change(), cardLook))
  const { rows } = await workspace.run((tx) =>
    sql<{ key: string; root: string }>`
      select h.platform || ' ' || h.external_id as key, hp.person_id as root
      from handle h join handle_person hp on hp.handle_id = h.id`.execute(tx),
  )
  return { workspace, roots: new Map(rows.map(({ key, root }) => [key, root])) }
}

function* outcomesOf(world: World): Generator<IncomingActivity> {
  for (const line of world.truth) {
    if (line.kind !== 'outcome') continue
    yield {
      ...{ kind: 'activity', operation: 'create', type: 'Outcome', platform: line.platform },
      ...{ externalKey: line.id, actor: { platform: line.platform, externalId: line.handle } },
      ...{ publishedAt: new Date(line.at), outcome: { type: line.type } },
    }
  }
}

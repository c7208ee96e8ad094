import { z } from 'zod'
import { COMMUNITY_CHANGES, FINDING_STEPS, LIMITS } from '#vocabulary/index.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()
/** 0 … 1. */
const share = z.number()

const topicSpokenOf = z.object({
  id: shapes.id,
  name: z.string(),
  kind: shapes.topicKind,
  posts: count,
  people: count,
})

const health = z.object({
  /** 0 … 100: the geometric mean of the four shares. */
  score: z.number(),
  /** People who did anything in the last four weeks. */
  activeShare: share,
  /** Posts that open a talk and that somebody else there answered. */
  answerRate: share,
  /** Pairs with a tie in which both turned to the other. */
  reciprocity: share,
  /** People first heard of four to twelve weeks ago who are still active. */
  newcomersKept: share,
})

/** People who turn to each other more than to others; posts are those of twelve weeks. */
export const community = z.object({
  id: shapes.id,
  /** A member's words; null where nobody named it. */
  name: z.string().nullable(),
  /** What it is about: up to three noun phrases, in the language in which they were said. */
  phrases: z.array(z.string()),
  people: count,
  posts: count,
  /** Posts a week, the oldest first. */
  weeks: z.array(count),
  /** Posts of the last four weeks, and of the four before. */
  recentPosts: count,
  beforePosts: count,
  health,
  /** Posts by the stage and stance that they show. */
  stages: z.array(z.object({ stage: shapes.stageOrNone, stance: shapes.stance, posts: count })),
  languages: z.array(z.object({ lang: z.string(), posts: count })),
  /** The most spoken of first, at most six. */
  topics: z.array(topicSpokenOf),
  /** Share of posts about our own topics or our category, and how many those are. */
  relevance: share,
  relevantPosts: count,
  /** Posts about competitors' topics. */
  rivalPosts: count,
  /** People of ours, and of competitors, in it or in touch with two of its people. */
  ours: count,
  rivals: count,
  /** Our topics are spoken of, we are absent, competitors are not. */
  isToJoin: z.boolean(),
  bornAt: shapes.time,
  /** It is found no more; its name, its last figures and its history stay known. */
  endedAt: shapes.time.nullable(),
})
export type Community = z.infer<typeof community>

const communityName = z.object({
  id: shapes.id,
  name: z.string().nullable(),
  phrases: z.array(z.string()),
  /** It is found today. */
  isFound: z.boolean(),
})

const communityMember = z.object({
  person: z.object({ id: shapes.id, name: z.string(), nameReading: z.string().nullable() }),
  /** PageRank inside; 1 is the mean. */
  rank: z.number(),
  /** Tied to so many others there who all are tied to so many. */
  core: count,
  /** Power to leap into other communities. */
  leap: z.number(),
  /** Strength of the ties inside. */
  strength: z.number(),
  isOurs: z.boolean(),
  isRival: z.boolean(),
})
export type CommunityMember = z.infer<typeof communityMember>

const communityInFull = community.extend({
  /** Pairs of its people with a tie. */
  ties: count,
  holders: z.array(communityMember),
  bridges: z.array(communityMember),
  /** Other communities that its people are tied to, the strongest first. */
  neighbours: z.array(communityName.extend({ ties: count })),
  typical: z.array(shapes.activity),
  /** What became of it, the latest first. */
  changes: z.array(
    z.object({
      id: shapes.id,
      kind: z.enum(COMMUNITY_CHANGES),
      at: shapes.time,
      others: z.array(communityName),
      people: count,
      peopleBefore: count,
    }),
  ),
})
export type CommunityInFull = z.infer<typeof communityInFull>

const run = z.object({
  /** When they were last found; null: never. */
  foundAt: shapes.time.nullable(),
  /** People with ties. */
  people: count,
  communities: count,
  /** Those that are found no more, but known. */
  ended: count,
  /** They are being found anew. */
  isFinding: z.boolean(),
  /** How far the search has come; null where none runs. */
  step: z.enum(FINDING_STEPS).nullable(),
})

export const listCommunities = route({
  method: 'GET',
  path: '/communities',
  summary: 'Communities: who turns to each other more than to others, found from ties',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    /** In the name, or in the phrases that it was found to be about. */
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    topic: shapes.id.optional(),
    /** Only those to join. */
    join: z.stringbool().optional(),
    /** Those that are found no more, instead of those found today. */
    ended: z.stringbool().optional(),
    sort: z.enum(['people', 'activity', 'health', 'relevance']).default('people'),
  }),
  answer: shapes.listOf(community).extend({ run }),
  status: 200,
})

export const getCommunityMap = route({
  method: 'GET',
  path: '/communities/map',
  summary: 'The thirty largest communities as bubbles, with the ties between them',
  access: mayRead,
  answer: z.object({
    /** Places and radius in a picture that is two wide and one high. */
    items: z.array(community.extend({ x: z.number(), y: z.number(), radius: z.number() })),
    /** Smaller ones that are not shown. */
    left: count,
    links: z.array(z.object({ from: shapes.id, to: shapes.id, ties: count, strength: z.number() })),
    run,
  }),
  status: 200,
})

export const listBridges = route({
  method: 'GET',
  path: '/communities/bridges',
  summary: 'Who stands between others over the last 30 or 90 days, beside as many days before',
  access: mayRead,
  query: z.object({ days: z.enum(['30', '90']).default('30') }),
  answer: z.object({
    days: count,
    items: z.array(
      z.object({
        person: z.object({ id: shapes.id, name: z.string(), nameReading: z.string().nullable() }),
        community: z.object({
          id: shapes.id,
          name: z.string().nullable(),
          phrases: z.array(z.string()),
        }),
        /** Shortest paths of a thousand between two others that they lie on, estimated. */
        now: z.number(),
        before: z.number(),
        /** `new`: only lately; `gone`: only before. */
        change: z.enum(['new', 'more', 'same', 'less', 'gone']),
      }),
    ),
  }),
  status: 200,
})

export const postCommunitySearch = route({
  method: 'POST',
  path: '/communities/searches',
  summary: 'Find the communities anew, in the background',
  access: mayWrite,
  answer: z.object({ isFinding: z.boolean() }),
  status: 202,
})

export const getCommunity = route({
  method: 'GET',
  path: '/communities/{id}',
  summary: 'One community: who holds it together, who bridges, typical posts, what became of it',
  access: mayRead,
  params: shapes.byId,
  answer: communityInFull,
  status: 200,
})

export const patchCommunity = route({
  method: 'PATCH',
  path: '/communities/{id}',
  summary: 'Give a community a name, which later searches leave alone; null takes it back',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ name: z.string().trim().min(1).max(LIMITS.nameCharsMax).nullable() }),
  answer: communityInFull,
  status: 200,
})

export const listCommunityMembers = route({
  method: 'GET',
  path: '/communities/{id}/members',
  summary: 'The people of a community, by what they hold together or by their power to leap',
  access: mayRead,
  params: shapes.byId,
  query: z.object({
    ...shapes.page,
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    sort: z.enum(['rank', 'leap']).default('rank'),
  }),
  answer: shapes.listOf(communityMember),
  status: 200,
})

export const listCommunityPosts = route({
  method: 'GET',
  path: '/communities/{id}/posts',
  summary: 'The posts that the figures of a community count, newest first',
  access: mayRead,
  params: shapes.byId,
  query: z.object({
    ...shapes.page,
    stage: shapes.stageOrNone.optional(),
    stance: shapes.stance.optional(),
    topic: shapes.id.optional(),
    lang: z.string().max(20).optional(),
  }),
  answer: shapes.listOf(shapes.activity),
  status: 200,
})

export const getCommunityGraph = route({
  method: 'GET',
  path: '/communities/{id}/graph',
  summary: 'The people of a community and their ties as a picture, in parallel lists',
  access: mayRead,
  params: shapes.byId,
  query: z.object({
    /** Whoever counts most comes first. */
    limit: z.coerce.number().int().min(1).max(LIMITS.graphNodesMax).default(5_000),
  }),
  answer: z.object({
    nodes: z.object({
      ids: z.array(shapes.id),
      names: z.array(z.string()),
      /** 0 … 1. */
      x: z.array(z.number()),
      y: z.array(z.number()),
      rank: z.array(z.number()),
      core: z.array(count),
      leap: z.array(z.number()),
      /** 1 one of us, 2 of a competitor, 0 anybody else. */
      side: z.array(count),
    }),
    /** `from` and `to` count in `nodes`; each pair once. */
    edges: z.object({
      from: z.array(count),
      to: z.array(count),
      strength: z.array(z.number()),
    }),
    people: count,
    /** Whether none of the weakest ties was left out. */
    hasAllEdges: z.boolean(),
  }),
  status: 200,
})

/**
 * How much a workspace's corrections help: the base that ships, in invented workspaces that say most
 * things in made-up words, learns from 25 to 800 corrections. One half of the audits promotes, the other
 * half, and nothing else, gives the figures.   node training/learning-curve.ts
 */
import { pathToFileURL } from 'node:url'
import type { LanguageDetector } from '#language/index.ts'
import { sliceOf } from '#understand/audit-slices.ts'
import { type Comparison, compareModels } from '#understand/compare-models.ts'
import { createReader, loadBaseModel, loadLanguageDetector } from '#understand/index.ts'
import { judgementOf, labelIn, truthOf } from '#understand/judgement.ts'
import { type JudgedPost, learnDelta } from '#understand/learn-delta.ts'
import { applyDelta } from '#understand/model-delta.ts'
import type { ReaderModel } from '#understand/reader-model.ts'
import {
  type InventedPost,
  inventPost,
  inventPosts,
  inventWords,
} from '#understand/testing/invented-posts.ts'
import { learningPosts } from '#understand/train-model.ts'
import { type Chance, READING_PARTS, type Reader, seededChance, uuidV7 } from '#vocabulary/index.ts'
import { readSeedCorpus } from './examples.ts'
import { judgePairs, PAIR_SETS } from './pairs.ts'

export const CURVE_CORRECTIONS = [25, 50, 100, 200, 400, 800]
export const CURVE_SEEDS = [1, 2, 3, 4, 5]
/** The share of posts in words of the workspace's own. */
export const CURVE_OWN_WORDS = 0.6
export const CURVE_AUDITS = 400
/** Of so many corrections one is a mistake of the member. */
export const CURVE_MISTAKEN = 0.1
const LOG_POSTS = 6_000

/** What came of so many corrections in one workspace. Scores are mean macro F1, 0..1, on the reporting slice. */
export interface CurvePoint {
  seed: number
  corrections: number
  /** What the selecting slice said of the model just learnt. */
  reason: Comparison['reason']
  better: number
  worse: number
  /** The base; the model just learnt, whether promoted or not; the one that reads after the decision. */
  base: number
  learnt: number
  running: number
}

/** A workspace with all that its posts are read and judged by. */
export interface CurveWorkspace {
  detector: LanguageDetector
  model: ReaderModel
  reader: Reader
  selecting: InventedPost[]
  reporting: InventedPost[]
  corrections: JudgedPost[]
  others: InventedPost[]
}

/** `known`: text that the base learnt from; no made-up word occurs in it. */
export function openCurveWorkspace(
  seed: number,
  model: ReaderModel,
  detector: LanguageDetector,
  known: string,
): CurveWorkspace {
  const chance = seededChance(seed, 'workspace of its own words')
  const words = inventWords(chance, (word) => known.includes(word))
  const invent = (count: number) => inventPosts(count, chance, CURVE_OWN_WORDS, words)
  const reader = createReader(detector, model)
  const audits = invent(CURVE_AUDITS).map((post, at) => ({ post, id: idOf(at, chance) }))
  const slice = (name: 'selecting' | 'reporting') =>
    audits.filter(({ id }) => sliceOf(id) === name).map(({ post }) => post)
  const log = invent(LOG_POSTS)
  return {
    ...{ detector, model, reader },
    ...{ selecting: slice('selecting'), reporting: slice('reporting') },
    corrections: log.flatMap((post) => correct(reader, post, chance) ?? []),
    others: log.slice(-1_000),
  }
}

function idOf(at: number, chance: Chance): string {
  return uuidV7(1_790_000_000_000 + at, (into) => {
    for (const byte of into.keys()) into[byte] = Math.floor(256 * chance())
  })
}

/** Members correct what they see to be wrong, now and then wrongly; null where nothing is. */
function correct(reader: Reader, post: InventedPost, chance: Chance): JudgedPost | null {
  const said = sayOf(reader, post)
  const isMistaken = chance() < CURVE_MISTAKEN
  const truth = truthOf(isMistaken ? inventPost(chance, 0).truth : post.truth)
  const wrong = READING_PARTS.filter((part) => labelIn(said, part) !== truth[part])
  if (wrong.length === 0) return null
  const labels = Object.fromEntries(wrong.map((part) => [part, truth[part]]))
  return { text: post.text, lang: post.lang, truth: labels, weight: 1 }
}

function sayOf(reader: Reader, { text, lang }: InventedPost) {
  return judgementOf(reader.read(text, { lang }))
}

/** What the workspace's model would be after these corrections. */
export function learnFrom(
  { detector, model, reader, others }: CurveWorkspace,
  judged: readonly JudgedPost[],
): Reader {
  const posts = learningPosts(reader, judged, others.slice(0, 2 * judged.length))
  const delta = learnDelta(model, posts, seededChance(judged.length, 'train-model'))
  return createReader(detector, applyDelta(model, delta, 1))
}

/** What the product's comparison says of a reader against the one that runs, on these posts. */
export function compareOn(
  posts: readonly InventedPost[],
  base: Reader,
  before: Reader,
  after: Reader,
): Comparison {
  return compareModels(
    posts.map((post) => ({
      truth: post.truth,
      ...{ base: sayOf(base, post), before: sayOf(before, post), after: sayOf(after, post) },
    })),
  )
}

/** The curve of one workspace: each model is learnt, compared and promoted or refused as the product does. */
export function measureCurve(
  workspace: CurveWorkspace,
  seed: number,
): { points: CurvePoint[]; running: Reader } {
  const { reader, selecting, reporting } = workspace
  let running = reader
  const points = CURVE_CORRECTIONS.map((corrections): CurvePoint => {
    const learnt = learnFrom(workspace, workspace.corrections.slice(0, corrections))
    const { reason, better, worse } = compareOn(selecting, reader, running, learnt)
    if (reason === 'better') running = learnt
    const after = compareOn(reporting, reader, reader, learnt).mean
    const runs = compareOn(reporting, reader, reader, running).mean
    if (after === null || runs === null) throw new Error('Too few audits in a slice')
    return {
      ...{ seed, corrections, reason, better, worse },
      ...{ base: after.before, learnt: after.after, running: runs.after },
    }
  })
  return { points, running }
}

/** The whole text of what the base learnt from, to look words up in. */
export function learntText(): string {
  return readSeedCorpus()
    .map(({ text }) => text)
    .join('\n')
}

export function showPoint({ seed, corrections, reason, ...point }: CurvePoint): string {
  const score = (value: number) => (100 * value).toFixed(1)
  return [
    `seed ${seed}, ${corrections} corrections: base ${score(point.base)},`,
    `learnt ${score(point.learnt)}, running ${score(point.running)}`,
    `(${reason}; ${point.better} better, ${point.worse} worse)`,
  ].join(' ')
}

/** The curves of all workspaces. */
export interface LearningCurve {
  workspaces: number
  audits: number
  points: CurvePoint[]
  /** Minimal pairs of both languages that are read right: by the base, and by each last model, in the mean. */
  pairs: { of: number; base: number; running: number }
}

function pairsRight(reader: Reader): { right: number; of: number } {
  const pairs = ['en', 'ja'].flatMap((lang) =>
    PAIR_SETS.flatMap((set) => judgePairs(reader, lang, set)),
  )
  return { right: pairs.filter(({ isRight }) => isRight).length, of: pairs.length }
}

/** Measures all workspaces with the base that ships; tells each point as it comes. Minutes. */
export async function measureLearningCurve(say: (line: string) => void): Promise<LearningCurve> {
  const [model, detector, known] = [loadBaseModel(), await loadLanguageDetector(), learntText()]
  const points: CurvePoint[] = []
  const kept: number[] = []
  for (const seed of CURVE_SEEDS) {
    const workspace = openCurveWorkspace(seed, model, detector, known)
    const measured = measureCurve(workspace, seed)
    for (const point of measured.points) say(showPoint(point))
    points.push(...measured.points)
    kept.push(pairsRight(measured.running).right)
  }
  const { right: base, of } = pairsRight(createReader(detector, model))
  const running = kept.reduce((sum, right) => sum + right, 0) / kept.length
  say(`minimal pairs right: base ${base} of ${of}, learnt ${running}`)
  const pairs = { of, base, running }
  return { workspaces: CURVE_SEEDS.length, audits: CURVE_AUDITS, points, pairs }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await measureLearningCurve(console.log)
}

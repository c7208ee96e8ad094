import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { BUCKETS, type LinearModel, quantise, weightAt } from '#language/index.ts'
import type { ReaderModel } from './reader-model.ts'

/** What a workspace's corrections add to the weights of the base: few of the many weights. */
export interface ModelDelta {
  /** Name of the base that it was learnt on top of. */
  base: string
  /** One an output. */
  bias: Float32Array
  /** Entry by entry, in the order of bucket and output. */
  buckets: Uint32Array
  outputs: Uint8Array
  weights: Float32Array
}

/** Weights smaller than this move no margin that shows. */
const WEIGHT_MIN = 1e-3
/** Beyond, the smallest go: 2 MB as a file. */
const ENTRIES_MAX = 400_000

/** The weights that were learnt, without the many that are nothing. */
export function deltaOf(base: string, learnt: LinearModel): ModelDelta {
  const found: number[] = []
  for (let cell = 0; cell < learnt.weights.length; cell++) {
    if (Math.abs(learnt.weights[cell] as number) >= WEIGHT_MIN) found.push(cell)
  }
  const kept = found.length <= ENTRIES_MAX ? found : largest(learnt, found)
  return {
    base,
    bias: learnt.bias.slice(),
    buckets: Uint32Array.from(kept, (cell) => Math.floor(cell / learnt.outputs)),
    outputs: Uint8Array.from(kept, (cell) => cell % learnt.outputs),
    weights: Float32Array.from(kept, (cell) => learnt.weights[cell] as number),
  }
}

function largest({ weights }: LinearModel, cells: number[]): number[] {
  const size = (cell: number) => Math.abs(weights[cell] as number)
  return cells
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, ENTRIES_MAX)
    .sort((a, b) => a - b)
}

/**
 * The base with a delta added, under the name `base-1+3`. Likelihoods and thresholds stay those of the
 * base, and weights a byte each where they were. Throws where the delta was learnt on another base.
 */
export function applyDelta(base: ReaderModel, delta: ModelDelta, version: number): ReaderModel {
  const { heads } = base
  if (delta.base !== base.name || delta.bias.length !== heads.outputs) {
    throw new Error(`A delta over ${delta.base} was to be added to ${base.name}`)
  }
  const weights = plainWeights(heads)
  for (let entry = 0; entry < delta.weights.length; entry++) {
    const cell = (delta.buckets[entry] as number) * heads.outputs + (delta.outputs[entry] as number)
    weights[cell] = (weights[cell] as number) + (delta.weights[entry] as number)
  }
  const bias = heads.bias.map((one, output) => one + (delta.bias[output] as number))
  const scales = new Float32Array(heads.outputs).fill(1)
  const sum: LinearModel = { ...heads, weights, scales, bias }
  const isSmall = heads.weights instanceof Int8Array
  return { ...base, name: nameOfModel(base.name, version), heads: isSmall ? quantise(sum) : sum }
}

/** How readings name the model: version 0 is the base itself. */
export function nameOfModel(base: string, version: number): string {
  return version === 0 ? base : `${base}+${version}`
}

/** The base and the version in the name of a model, whoever voted beside it. */
export function partsOfName(model: string): { base: string; version: number } {
  const [base = '', version = '0'] = readerNameOf(model).split('+')
  return { base, version: Number(version) }
}

const WITH_VOTES = ' & '

/** How readings name a model of which a language model filled open parts: `base-1+3 & llm-7b`. */
export function nameWithVotes(model: string, voter: string): string {
  return `${model}${WITH_VOTES}${voter}`
}

/** The model that read, whoever voted beside it. */
export function readerNameOf(model: string): string {
  return model.split(WITH_VOTES)[0] ?? model
}

function plainWeights(heads: LinearModel): Float32Array {
  const weights = new Float32Array(BUCKETS * heads.outputs)
  for (let bucket = 0, cell = 0; bucket < BUCKETS; bucket++) {
    for (let output = 0; output < heads.outputs; output++) {
      weights[cell++] = weightAt(heads, bucket, output)
    }
  }
  return weights
}

/** The first bytes of a packed delta, then the number of its form. */
const MAGIC = 'EDLT'
const FORM = 1
const HEAD_BYTES = MAGIC.length + 1

/**
 * A delta as bytes: magic and form, then Brotli around the length of the base's name (one byte), the
 * name, numbers of outputs and entries (u32), biases, buckets, outputs and weights; all little-endian.
 */
export function packDelta(delta: ModelDelta): Buffer {
  const name = Buffer.from(delta.base)
  const counts = Buffer.alloc(8)
  counts.writeUInt32LE(delta.bias.length, 0)
  counts.writeUInt32LE(delta.weights.length, 4)
  const arrays = [delta.bias, delta.buckets, delta.outputs, delta.weights].map(bytesOf)
  const body = Buffer.concat([Buffer.from([name.length]), name, counts, ...arrays])
  return Buffer.concat([Buffer.from(MAGIC), Buffer.from([FORM]), brotliCompressSync(body)])
}

function bytesOf(array: Float32Array | Uint32Array | Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

/** The delta in bytes of `packDelta`. Throws for anything else. */
export function unpackDelta(packed: Uint8Array): ModelDelta {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC || bytes[MAGIC.length] !== FORM) {
    throw new Error('These bytes are no delta of a reader that this version knows')
  }
  const body = brotliDecompressSync(bytes.subarray(HEAD_BYTES))
  const nameEnd = 1 + body.readUInt8(0)
  const [outputs, entries] = [body.readUInt32LE(nameEnd), body.readUInt32LE(nameEnd + 4)]
  let at = nameEnd + 8
  // Copied, since typed arrays have to begin at a multiple of their unit.
  const take = (length: number) => {
    const piece = new Uint8Array(body.subarray(at, at + length))
    if (piece.length !== length) throw new Error('A delta of a reader is cut short')
    at += length
    return piece
  }
  return {
    base: body.toString('utf8', 1, nameEnd),
    bias: new Float32Array(take(4 * outputs).buffer),
    buckets: new Uint32Array(take(4 * entries).buffer),
    outputs: take(entries),
    weights: new Float32Array(take(4 * entries).buffer),
  }
}

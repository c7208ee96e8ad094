import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import {
  BUCKETS,
  type KnownUnits,
  type LinearModel,
  type SigmoidCalibration,
  type SoftmaxCalibration,
} from '#language/index.ts'
import type { Intent, ReadingPart } from '#vocabulary/index.ts'
import { READING_HEADS } from './reading-heads.ts'
import { JOINT_WEIGHTS, type JointWeights, roomyWeights } from './weigh-together.ts'

/** A trained reader: weights, and what turns its margins into likelihoods and decisions. */
export interface ReaderModel {
  /** Name and version, as readings carry it. */
  name: string
  heads: LinearModel
  /** What the heads' margins say together; absent where each stands for itself. */
  joint?: JointWeights
  softmax: Record<'sentiment' | 'stage' | 'stance', SoftmaxCalibration>
  sigmoid: Record<Intent | 'toxicity', SigmoidCalibration>
  /** The likelihood from which an intent (or toxicity) holds. */
  holdsFrom: Record<Intent | 'toxicity', number>
  /** The confidence below which a part is left open. */
  opensBelow: Record<Exclude<ReadingPart, 'stance'>, number>
  known: KnownUnits
  /** Share of unknown units below which a text is usual, and from which it is like nothing learnt. */
  novelty: { usual: number; strange: number }
}

type Facts = Omit<ReaderModel, 'heads' | 'known' | 'joint'> & {
  scales: number[]
  bias: number[]
  knownBytes: number
}

const LENGTH_BYTES = 4

/**
 * A model as one file, Brotli around: four bytes of length (little-endian), facts as JSON, the bits of
 * known units, the joint weights (float32, little-endian; none or all), the weights a byte each, output by
 * output, which is how they compress best.
 */
export function packReaderModel({ heads, known, joint, ...facts }: ReaderModel): Buffer {
  if (!(heads.weights instanceof Int8Array)) throw new Error('Only quantised weights are packed')
  const head: Facts = {
    ...facts,
    scales: [...heads.scales],
    bias: [...heads.bias],
    knownBytes: known.bits.length,
  }
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(json.length)
  const weights = asBytes(transpose(heads.weights, BUCKETS, heads.outputs))
  const together =
    joint === undefined
      ? Buffer.alloc(0)
      : asBytes(Float32Array.from(joint.weights.subarray(0, JOINT_WEIGHTS)))
  return brotliCompressSync(Buffer.concat([length, json, known.bits, together, weights]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
}

/** The model in a file of `packReaderModel`. Throws where its heads are not those of this version. */
export function unpackReaderModel(file: Uint8Array): ReaderModel {
  const bytes = brotliDecompressSync(file)
  const jsonEnd = LENGTH_BYTES + bytes.readUInt32LE(0)
  const { scales, bias, knownBytes, ...facts } = JSON.parse(
    bytes.toString('utf8', LENGTH_BYTES, jsonEnd),
  ) as Facts
  const outputs = READING_HEADS.reduce((sum, head) => sum + head.labels.length, 0)
  const rest = bytes.subarray(jsonEnd + knownBytes)
  const together = rest.subarray(0, Math.max(0, rest.length - BUCKETS * outputs))
  const weights = new Int8Array(rest.buffer, rest.byteOffset + together.length)
  if (scales.length !== outputs || weights.length !== BUCKETS * outputs) {
    throw new Error(`The reader's model has ${scales.length} outputs where ${outputs} are expected`)
  }
  return {
    ...facts,
    ...jointOf(together),
    known: { bits: new Uint8Array(bytes.subarray(jsonEnd, jsonEnd + knownBytes)) },
    heads: {
      heads: READING_HEADS,
      outputs,
      weights: transpose(weights, outputs, BUCKETS),
      scales: Float32Array.from(scales),
      bias: Float32Array.from(bias),
    },
  }
}

/** Copied, since numbers of four bytes have to begin at a multiple of four. */
function jointOf(bytes: Uint8Array): { joint?: JointWeights } {
  if (bytes.length === 0) return {}
  if (bytes.length !== 4 * JOINT_WEIGHTS) {
    throw new Error(`The reader's model weighs heads together with ${bytes.length / 4} weights`)
  }
  return { joint: { weights: roomyWeights(new Float32Array(new Uint8Array(bytes).buffer)) } }
}

function transpose(matrix: Int8Array, rows: number, columns: number): Int8Array {
  const turned = new Int8Array(matrix.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = matrix[row * columns + column] as number
    }
  }
  return turned
}

function asBytes(weights: Int8Array | Float32Array): Uint8Array {
  return new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength)
}

const BASE_MODEL = new URL('../../models/base.bin.br', import.meta.url)
let base: ReaderModel | undefined

/** The model that ships with Enishi; read from its file once a thread. */
export function loadBaseModel(): ReaderModel {
  base ??= unpackReaderModel(readFileSync(BASE_MODEL))
  return base
}

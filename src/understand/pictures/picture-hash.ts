/** Red, green, blue and opacity of each pixel, 0..255, row by row. */
export interface Picture {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

/** The picture is looked at in a square of so many fields a side. */
const SIDE = 32
/** So many frequencies each way are kept, without the lowest. */
const FREQUENCIES = 8
/** A picture whose brightness differs by less, 0..255, is a plain area to the eye. */
const CONTRAST_MIN = 6

/**
 * Perceptual hash of a picture in 64 bits, as 16 hexadecimal digits: whether each of the 64 lowest
 * frequencies of its brightness lies above their median (Zauner 2010, "Implementation and Benchmarking
 * of Perceptual Image Hash Functions", 3.2.1, the hash by DCT). Size, compression, brightness and
 * contrast change few bits of it. Undefined for a plain area, which has nothing to tell it by.
 */
export function pictureHash(picture: Picture): string | undefined {
  const fields = brightnessOf(picture)
  if (contrastOf(fields) < CONTRAST_MIN) return undefined
  const frequencies = lowFrequencies(fields)
  const median = medianOf(frequencies)
  let hash = 0n
  for (const value of frequencies) hash = (hash << 1n) | (value > median ? 1n : 0n)
  return hash.toString(16).padStart(16, '0')
}

/** Mean brightness (ITU-R BT.601) of each field; what is transparent is white. */
function brightnessOf({ width, height, data }: Picture): Float64Array {
  const fields = new Float64Array(SIDE * SIDE)
  for (let row = 0; row < SIDE; row++) {
    const [top, bottom] = rangeOf(row, height)
    for (let column = 0; column < SIDE; column++) {
      const [left, right] = rangeOf(column, width)
      let sum = 0
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) sum += brightnessAt(data, 4 * (y * width + x))
      }
      fields[row * SIDE + column] = sum / ((bottom - top) * (right - left))
    }
  }
  return fields
}

/** The pixels of a field, of `length` in a row; one at least. */
function rangeOf(field: number, length: number): [number, number] {
  const from = Math.floor((field * length) / SIDE)
  return [from, Math.max(from + 1, Math.floor(((field + 1) * length) / SIDE))]
}

function brightnessAt(data: Picture['data'], at: number): number {
  const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
  const opacity = (data[at + 3] ?? 255) / 255
  return (0.299 * red + 0.587 * green + 0.114 * blue) * opacity + 255 * (1 - opacity)
}

/** Standard deviation. */
function contrastOf(fields: Float64Array): number {
  let [sum, squares] = [0, 0]
  for (const value of fields) {
    sum += value
    squares += value * value
  }
  const mean = sum / fields.length
  return Math.sqrt(Math.max(0, squares / fields.length - mean * mean))
}

/** `COSINES[k][x]`: the DCT-II of frequency k + 1 at field x. */
const COSINES = Array.from({ length: FREQUENCIES }, (_, k) =>
  Float64Array.from({ length: SIDE }, (_, x) =>
    Math.cos(((k + 1) * (2 * x + 1) * Math.PI) / (2 * SIDE)),
  ),
)

/** Frequencies 1 to 8 each way. */
function lowFrequencies(fields: Float64Array): Float64Array {
  const byRow = new Float64Array(SIDE * FREQUENCIES)
  for (let row = 0; row < SIDE; row++) {
    COSINES.forEach((cosines, k) => {
      let sum = 0
      for (let x = 0; x < SIDE; x++) sum += (cosines[x] ?? 0) * (fields[row * SIDE + x] ?? 0)
      byRow[row * FREQUENCIES + k] = sum
    })
  }
  const frequencies = new Float64Array(FREQUENCIES * FREQUENCIES)
  COSINES.forEach((cosines, down) => {
    for (let across = 0; across < FREQUENCIES; across++) {
      let sum = 0
      for (let y = 0; y < SIDE; y++)
        sum += (cosines[y] ?? 0) * (byRow[y * FREQUENCIES + across] ?? 0)
      frequencies[down * FREQUENCIES + across] = sum
    }
  })
  return frequencies
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort()
  const middle = sorted.length / 2
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

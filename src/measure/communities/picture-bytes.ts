/** Ties among the places of a picture, in columns; the strongest first. */
export interface PictureTies {
  from: Uint32Array
  to: Uint32Array
  strength: Float32Array
}

const BYTES_A_TIE = 12

/** Ties as bytes: from, to (uint32) and strength (float32) of each, little-endian. */
export function packTies({ from, to, strength }: PictureTies): Buffer {
  const bytes = Buffer.allocUnsafe(from.length * BYTES_A_TIE)
  for (let i = 0; i < from.length; i++) {
    bytes.writeUInt32LE(from[i] as number, i * BYTES_A_TIE)
    bytes.writeUInt32LE(to[i] as number, i * BYTES_A_TIE + 4)
    bytes.writeFloatLE(strength[i] as number, i * BYTES_A_TIE + 8)
  }
  return bytes
}

/** What `packTies` packed; bytes beyond the last whole tie are left out. */
export function unpackTies(bytes: Buffer): PictureTies {
  const ties = Math.floor(bytes.length / BYTES_A_TIE)
  const [from, to] = [new Uint32Array(ties), new Uint32Array(ties)]
  const strength = new Float32Array(ties)
  for (let i = 0; i < ties; i++) {
    from[i] = bytes.readUInt32LE(i * BYTES_A_TIE)
    to[i] = bytes.readUInt32LE(i * BYTES_A_TIE + 4)
    strength[i] = bytes.readFloatLE(i * BYTES_A_TIE + 8)
  }
  return { from, to, strength }
}

/** Packages of decoders that ship no types, or types of the browser. */

declare namespace WebAssembly {
  type Module = object
  function compile(bytes: Uint8Array): Promise<Module>
}

declare module 'pngjs' {
  export const PNG: {
    sync: {
      read(bytes: Buffer): { width: number; height: number; data: Buffer }
      write(picture: { width: number; height: number; data: Buffer }): Buffer
    }
  }
}

declare module 'omggif' {
  export class GifReader {
    constructor(bytes: Uint8Array)
    readonly width: number
    readonly height: number
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void
  }
  export class GifWriter {
    constructor(bytes: Uint8Array, width: number, height: number, options: { palette: number[] })
    addFrame(x: number, y: number, width: number, height: number, pixels: Uint8Array): number
    end(): number
  }
}

declare module '@jsquash/webp/decode.js' {
  export function init(module: WebAssembly.Module): Promise<void>
  export default function decode(
    bytes: ArrayBuffer,
  ): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
}

declare module '@jsquash/webp/encode.js' {
  export function init(module: WebAssembly.Module): Promise<void>
  export default function encode(
    picture: { width: number; height: number; data: Uint8ClampedArray },
    options?: { quality: number },
  ): Promise<ArrayBuffer>
}

import type { Readable } from 'node:stream'

/** A message as a browser would dispatch it. */
export interface Heard {
  event: string
  id: string
  data: { subjectId?: string | null; detail?: string[]; at?: string }
}

/** Reads a stream of server-sent events as it comes. */
export class StreamReader {
  readonly heard: Heard[] = []
  readonly comments: string[] = []
  readonly #stream: Readable
  isEnded = false
  retryMs: number | undefined
  #rest = ''

  constructor(stream: Readable) {
    this.#stream = stream
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => this.#take(chunk))
    stream.once('close', () => {
      this.isEnded = true
    })
    stream.on('error', () => {
      this.isEnded = true
    })
  }

  /** Names of what was heard, without the signals of the stream itself. */
  get names(): string[] {
    return this.heard.map(({ event }) => event)
  }

  get lastId(): string {
    return this.heard.at(-1)?.id ?? ''
  }

  stop(): void {
    this.#stream.destroy()
  }

  #take(chunk: string): void {
    const blocks = (this.#rest + chunk).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    for (const block of blocks) this.#takeBlock(block)
  }

  #takeBlock(block: string): void {
    const fields = new Map<string, string>()
    for (const line of block.split('\n')) {
      const at = line.indexOf(':')
      if (at === 0) this.comments.push(line.slice(1).trim())
      else fields.set(line.slice(0, at), line.slice(at + 1).trimStart())
    }
    if (fields.has('retry')) this.retryMs = Number(fields.get('retry'))
    const data = fields.get('data')
    if (data === undefined) return
    const [event = 'message', id = ''] = [fields.get('event'), fields.get('id')]
    this.heard.push({ event, id, data: JSON.parse(data) })
  }
}

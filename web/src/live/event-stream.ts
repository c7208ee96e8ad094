/** One message of a stream of server-sent events. */
export interface StreamMessage {
  event: string
  id: string
  data: string
}

/**
 * Cuts the text of a stream into messages as WHATWG HTML (9.2.6) has it: lines end with LF, CR or
 * CRLF, an empty one ends a message, comments are left out, an id stays until there is another. Call
 * it with each piece as it comes.
 */
export function createStreamReader(hear: (message: StreamMessage) => void): (text: string) => void {
  let rest = ''
  let fields = { event: '', data: [] as string[] }
  let id = ''
  const endMessage = () => {
    const { event, data } = fields
    fields = { event: '', data: [] }
    if (data.length > 0) hear({ event: event || 'message', id, data: data.join('\n') })
  }
  const takeLine = (line: string) => {
    if (line === '') return endMessage()
    const [name, value] = fieldOf(line)
    if (name === 'event') fields.event = value
    else if (name === 'data') fields.data.push(value)
    else if (name === 'id' && !value.includes('\0')) id = value
  }
  return (text) => {
    const all = rest + text
    // A CR at the end may be half of a CRLF.
    const whole = all.endsWith('\r') ? all.slice(0, -1) : all
    const lines = whole.split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + all.slice(whole.length)
    for (const line of lines) takeLine(line)
  }
}

function fieldOf(line: string): [name: string, value: string] {
  const at = line.indexOf(':')
  if (at === -1) return [line, '']
  return [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')]
}

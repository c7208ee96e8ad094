import type { Answer } from './api.ts'
import { ApiProblem, addressOf, problemOf } from './api.ts'

/**
 * Sends a file to POST /uploads. XMLHttpRequest and not fetch, because only it tells how much has
 * been sent. Aborting the signal ends the upload; its promise then stays unanswered.
 */
export function uploadFile(
  file: File,
  onSent: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<Answer<'POST /uploads'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('/uploads', {}, { name: file.name.slice(-300) }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.upload.addEventListener('progress', (event) => onSent(event.loaded))
    request.addEventListener('error', () => reject(new ApiProblem(0, 'unreachable', file.name)))
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText))
      else
        problemOf(new Response(request.responseText, { status: request.status })).then(
          reject,
          reject,
        )
    })
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../../language.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { uploadFile } from '../../upload.ts'
import type { Uploaded } from './mapping.ts'
import { StartForm } from './start-form.tsx'
import { WORDS } from './words.ts'

/** One chosen file on its way: sending, then what it is and the start of its import. */
export function UploadCard({ file, close }: { file: File; close: () => void }) {
  const words = useWords(WORDS)
  const [sentBytes, setSentBytes] = useState(0)
  const [uploaded, setUploaded] = useState<Uploaded | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  useEffect(() => {
    const leave = new AbortController()
    uploadFile(file, setSentBytes, leave.signal).then(setUploaded, setProblem)
    return () => leave.abort()
  }, [file])
  return (
    <section className="sheet stack" aria-label={file.name}>
      <h2>
        <bdi>{file.name}</bdi>
      </h2>
      {uploaded !== null && <StartForm uploaded={uploaded} fileName={file.name} close={close} />}
      {uploaded === null && problem === null && (
        <>
          <Progress.Root size="sm">
            <Progress.Section
              value={file.size === 0 ? 100 : Math.min(100, (100 * sentBytes) / file.size)}
              aria-label={words.uploading(file.name)}
            />
          </Progress.Root>
          <p className="small soft">{words.sent(sentBytes, file.size)}</p>
        </>
      )}
      <ProblemNote problem={problem} />
      {uploaded === null && (
        <div>
          <Button variant="default" onClick={close}>
            {words.discard}
          </Button>
        </div>
      )}
    </section>
  )
}

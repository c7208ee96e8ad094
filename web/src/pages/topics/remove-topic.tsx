import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { Topic } from '../../terms.ts'
import { WORDS } from './words.ts'

export function RemoveTopic({ topic, close }: { topic: Topic; close: () => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call('DELETE /topics/{id}', { params: { id: topic.id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /topics'] })
      client.invalidateQueries({ queryKey: ['GET /overview'] })
      close()
    },
  })
  return (
    <Modal
      opened
      onClose={close}
      title={words.removeTitle}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className="stack">
        <p>{words.removeText(topic.name)}</p>
        <ProblemNote problem={remove.error} />
        <div className="row">
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {common.remove}
          </Button>
          <Button variant="default" onClick={close} data-autofocus>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

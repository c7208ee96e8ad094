import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { useRefresh } from '../../parts/crm/refresh.ts'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import type { Pipeline } from '../../terms.ts'
import { WORDS } from './words.ts'

/** A stage as it is edited; `key` tells rows apart that have no id yet. */
interface Row {
  key: number
  id?: string
  name: string
  probability: number
}

/** Adds a pipeline, or changes the stages of one. */
export function PipelineForm(props: { pipeline: Pipeline | null; close: () => void }) {
  const { pipeline, close } = props
  const words = useWords(WORDS)
  const navigate = useNavigate()
  const refresh = useRefresh('pipeline')
  const [rows, setRows] = useState<Row[]>(
    pipeline?.stages.map((stage, key) => ({ key, ...stage })) ?? [
      { key: 0, name: '', probability: 10 },
    ],
  )
  const keep = useMutation({
    mutationFn: async (form: FormData) => {
      const name = textOf(form, 'name') ?? ''
      const stages = rows.map(({ key, ...stage }) => stage)
      const { id } = await (pipeline === null
        ? call('POST /pipelines', { body: { name, stages } })
        : call('PATCH /pipelines/{id}', { params: { id: pipeline.id }, body: { name, stages } }))
      await refresh()
      return id
    },
    onSuccess: async (id) => {
      close()
      if (pipeline === null) await navigate({ to: '/deals', search: { pipeline: id } })
    },
  })
  return (
    <DialogForm
      title={pipeline === null ? words.newPipeline : words.stagesOf}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <TextInput
        name="name"
        label={words.pipelineName}
        defaultValue={pipeline?.name ?? ''}
        required
        maxLength={500}
        data-autofocus
      />
      <StageRows rows={rows} change={setRows} />
    </DialogForm>
  )
}

function StageRows({ rows, change }: { rows: Row[]; change: (rows: Row[]) => void }) {
  const words = useWords(WORDS)
  const put = (at: number, said: Partial<Row>) =>
    change(rows.map((row, i) => (i === at ? { ...row, ...said } : row)))
  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
    change([...rows, { key, name: '', probability: 50 }])
  }
  return (
    <div className="stage-rows">
      {rows.map((row, i) => (
        <div key={row.key} className="stage-row">
          <TextInput
            aria-label={words.stageNameOf(i + 1)}
            placeholder={words.stageName}
            value={row.name}
            required
            maxLength={500}
            onChange={(event) => put(i, { name: event.currentTarget.value })}
          />
          <TextInput
            type="number"
            min={0}
            max={100}
            aria-label={words.probabilityOf(i + 1)}
            rightSection="%"
            value={String(row.probability)}
            required
            onChange={(event) => put(i, { probability: Number(event.currentTarget.value) })}
          />
          <Button
            variant="default"
            size="compact-xs"
            aria-label={words.dropStage(i + 1)}
            disabled={rows.length === 1}
            onClick={() => change(rows.filter((_, at) => at !== i))}
          >
            −
          </Button>
        </div>
      ))}
      <div>
        <Button variant="default" size="compact-xs" onClick={add}>
          {words.addStage}
        </Button>
      </div>
    </div>
  )
}

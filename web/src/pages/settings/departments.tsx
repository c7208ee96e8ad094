import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { ask } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { HandoverForm } from '../handovers/handover-form.tsx'
import { AssignmentHistory } from './assignment-history.tsx'
import { DEPARTMENT_WORDS } from './department-words.ts'
import { TransferForm } from './transfer-form.tsx'

export type Assignment = ItemOf<'GET /assignments'>

/** Whose departments are shown and changed. */
export interface Assigned {
  id: string
  name: string
}

/** Where a member worked and works; a transfer is recorded, and offers to hand over what they look after. */
export function DepartmentsDialog({ member, close }: { member: Assigned; close: () => void }) {
  const words = useWords(DEPARTMENT_WORDS)
  const common = useWords(COMMON)
  const query = useQuery(ask('GET /assignments', { query: { member: member.id } }))
  const [recorded, setRecorded] = useState<string>()
  const [isHandingOver, setHandingOver] = useState(false)
  if (isHandingOver) {
    return <HandoverForm from={member.id} reason="transfer" close={close} done={close} />
  }
  return (
    <Dialog
      opened
      onClose={close}
      size="lg"
      title={words.titleOf(member.name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <div className="stack">
          {recorded !== undefined && (
            <Offer member={member} department={recorded} handOver={() => setHandingOver(true)} />
          )}
          <AssignmentHistory assignments={query.data.items} />
          <TransferForm
            key={query.data.items.length}
            member={member}
            assignments={query.data.items}
            done={setRecorded}
          />
        </div>
      )}
    </Dialog>
  )
}

/** After a transfer: what the member looks after, and handing it over. */
function Offer(props: { member: Assigned; department: string; handOver: () => void }) {
  const words = useWords(DEPARTMENT_WORDS)
  const { language } = useLanguage()
  const owners = useQuery(ask('GET /owners', {}))
  const { member } = props
  const held = owners.data?.items.find((one) => one.member?.id === member.id)
  const counts = [held?.people, held?.organisations, held?.deals, held?.openTasks] as const
  const [people, organisations, deals, tasks] = counts.map((count) =>
    formatCount(count ?? 0, language),
  ) as [string, string, string, string]
  return (
    <div className="sheet stack-tight" role="status">
      <strong>{words.recorded(props.department)}</strong>
      {owners.data === undefined ? (
        <Awaiting query={owners} />
      ) : held === undefined || counts.every((count) => count === 0) ? (
        <span>{words.holdsNothing(member.name)}</span>
      ) : (
        <div className="stack-tight">
          <span>{words.offer(member.name, words.held(people, organisations, deals, tasks))}</span>
          <div>
            <Button onClick={props.handOver}>{words.handOver}</Button>
          </div>
        </div>
      )}
    </div>
  )
}

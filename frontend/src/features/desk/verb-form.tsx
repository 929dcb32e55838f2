import { useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { HoldForm } from '@/components/work/hold-form'
import { ReasonForm } from '@/components/work/reason-form'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { type Assignment, showAssignment } from './desk-data'
import { TransferForm } from './transfer-form'
import type { Verb } from './verbs'

interface VerbFormProps {
  verb: Verb
  assignment: Assignment
  close: () => void
}

export default function VerbForm({ verb, assignment, close }: VerbFormProps) {
  const client = useQueryClient()
  const params = { path: { id: assignment.id } }
  const draft = `${verb} ${assignment.id}`
  const shown = async (call: Promise<{ data?: Assignment | undefined }>) => {
    const answer = await ok(call)
    toast(t(`verb.${verb}.done`, { title: assignment.task.title }))
    showAssignment(client, answer)
  }
  switch (verb) {
    case 'hold':
      return (
        <HoldForm
          draft={draft}
          close={close}
          send={(hold) => shown(api.POST('/api/v1/me/assignments/{id}/hold', { params, body: hold }))}
        />
      )
    case 'transfer':
      return (
        <TransferForm
          assignment={assignment}
          draft={draft}
          close={close}
          send={(body) => shown(api.POST('/api/v1/me/assignments/{id}/transfer', { params, body }))}
        />
      )
    default:
      return (
        <ReasonForm
          name={t(`desk.verb.${verb}`)}
          draft={draft}
          label={t(`verb.${verb}.reason`)}
          hint={t(`verb.${verb}.hint`)}
          submit={t(`verb.${verb}.submit`)}
          close={close}
          send={(reason) =>
            shown(api.POST(`/api/v1/me/assignments/{id}/${verb}`, { params, body: { reason } }))
          }
        />
      )
  }
}

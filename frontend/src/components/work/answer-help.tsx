import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { toast } from '../toast'
import { ReasonForm } from './reason-form'

const LONGEST = 2_000

interface AnswerHelpProps {
  taskId: string
  answered: () => void
  close: () => void
}

/** Answers whoever asked for help; it stands among the comments, and ends the request. */
export function AnswerHelp({ taskId, answered, close }: AnswerHelpProps) {
  return (
    <ReasonForm
      name={t('work.answer')}
      draft={`answer ${taskId}`}
      label={t('work.answer.text')}
      submit={t('work.answer.submit')}
      longest={LONGEST}
      close={close}
      send={async (text) => {
        await ok(
          api.POST('/api/v1/tasks/{id}/help/answer', { params: { path: { id: taskId } }, body: { text } }),
        )
        toast(t('work.answered'))
        answered()
      }}
    />
  )
}

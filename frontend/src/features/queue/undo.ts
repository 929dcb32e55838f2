import type { QueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { t } from '@/lib/text'
import { learn } from './learn'

/** Takes back what the server holds under these ids. */
export async function undo(client: QueryClient, ids: readonly string[]): Promise<void> {
  const answers = await Promise.allSettled(
    ids.map(async (id) =>
      learn(client, await ok(api.POST('/api/v1/me/undo/{id}', { params: { path: { id } } }))),
    ),
  )
  const failed = answers.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []))
  const done = answers.length - failed.length
  if (done > 0) toast(t('task.undone', { n: done }))
  for (const reason of failed.slice(0, 1)) {
    toast(isProblem(reason) ? reason.message : String(reason), { tone: 'bad' })
  }
}

/** The last thing that can still be taken back, from whichever tab it was done. */
export async function undoLatest(client: QueryClient): Promise<void> {
  try {
    const { items } = await ok(api.GET('/api/v1/me/undo'))
    const [latest] = items
    if (latest === undefined) toast(t('task.undo.nothing'))
    else await undo(client, [latest.id])
  } catch (error) {
    toast(isProblem(error) ? error.message : String(error), { tone: 'bad' })
  }
}

import { api, ok } from '@/lib/api/client'
import { now } from '@/lib/clock'
import type { Read } from './reading'

const PAUSE = 20
const MOST = 200

interface Asked {
  task: string
  answer: (reads: Read[]) => void
  fail: (error: unknown) => void
}

let asked: Asked[] = []

/** The clocks of a task. What the rows of a list ask for together goes in one call. */
export function loadClocks(task: string): Promise<Read[]> {
  return new Promise((answer, fail) => {
    if (asked.length === 0) setTimeout(() => void ask(), PAUSE)
    asked.push({ task, answer, fail })
  })
}

async function ask(): Promise<void> {
  const all = asked
  asked = []
  for (let from = 0; from < all.length; from += MOST) {
    const some = all.slice(from, from + MOST)
    try {
      const taskIds = [...new Set(some.map((it) => it.task))]
      const { items } = await ok(api.POST('/api/v1/service-levels/of', { body: { taskIds } }))
      const at = now()
      for (const { task, answer } of some)
        answer(items.filter((it) => it.taskId === task).map((clock) => ({ clock, at })))
    } catch (error) {
      for (const { fail } of some) fail(error)
    }
  }
}

import type { QueryClient } from '@tanstack/react-query'
import { changeOf } from './rows'
import { facetsKey, listKey, spread } from './use-rows'
import type { TaskView } from './work'

export const taskKey = (id: string) => ['task', id] as const

/** What the server answered is newer than anything that is shown. */
export function learn(client: QueryClient, task: TaskView): void {
  client.setQueryData(taskKey(task.id), task)
  void client.invalidateQueries({ queryKey: [...taskKey(task.id), 'insight'] })
  if (spread(client, [changeOf(task)])) void client.invalidateQueries({ queryKey: listKey })
  void client.invalidateQueries({ queryKey: facetsKey })
}

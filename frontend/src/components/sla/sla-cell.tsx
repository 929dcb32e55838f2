import { useQuery } from '@tanstack/react-query'
import { loadClocks } from './load-clocks'
import { mostPressing } from './reading'
import { SlaBar } from './sla-bar'

const EVERY = 30_000

/** The promise about a task that presses most, for its row. */
export default function SlaCell({ taskId }: { taskId: string }) {
  const { data } = useQuery({
    queryKey: ['task', taskId, 'insight', 'clocks'],
    queryFn: () => loadClocks(taskId),
    refetchInterval: EVERY,
  })
  const read = mostPressing(data ?? [])
  return read ? <SlaBar read={read} /> : null
}

import { useQueueNames, useSkillNames } from '@/lib/catalogue'

/** The names that a task may use. */
export function useCatalogues() {
  const queues = useQueueNames()
  const skills = useSkillNames()
  return {
    queues: queues.data,
    skills: skills.data,
    /** Whether both have come, or will not. */
    settled: !queues.isPending && !skills.isPending,
  }
}

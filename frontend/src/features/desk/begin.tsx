import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { explain, requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { useCommand } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { deskCommands } from './commands'
import classes from './desk.module.css'
import { type Assignment, showAssignment } from './desk-data'
import { useArmed } from './use-armed'

const PATHS = {
  start: '/api/v1/me/assignments/{id}/start',
  resume: '/api/v1/me/assignments/{id}/resume',
} as const

interface BeginProps {
  assignment: Assignment
  verb: keyof typeof PATHS
  /** It stands in the middle: the keys are for it. */
  central?: boolean
}

/** Begins a task, or goes on with one that was on hold. */
export function Begin({ assignment, verb, central = false }: BeginProps) {
  const client = useQueryClient()
  const armed = useArmed()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      requireConnection()
      return ok(api.POST(PATHS[verb], { params: { path: { id: assignment.id } } }))
    },
    onSuccess: (answer) => showAssignment(client, answer),
  })
  const begin = () => armed() && !isPending && mutate()
  useCommand(deskCommands.hold, begin, central && verb === 'resume')
  return (
    <div className={classes['begin']}>
      <Button
        size={central ? 'md' : 'sm'}
        variant={central ? 'filled' : 'default'}
        leftSection={<Play size={16} aria-hidden />}
        loading={isPending}
        onClick={begin}
      >
        {t(verb === 'start' ? 'desk.begin' : 'desk.resume')}
      </Button>
      {error !== null && (
        <p className={classes['refused']} role="alert">
          {explain(error)}
        </p>
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import { CornerUpLeft, Hourglass, LifeBuoy, type LucideIcon, MoveRight } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Loading } from '@/components/states'
import { useCommand } from '@/lib/commands/registry'
import { withTexts } from '@/lib/pages'
import { t } from '@/lib/text'
import { deskCommands } from './commands'
import classes from './desk.module.css'
import type { Assignment } from './desk-data'

const VerbForm = withTexts(() => import('./verb-form'), 'desk', 'verb', 'work')

export type Verb = 'hold' | 'return' | 'transfer' | 'help'

const VERBS: readonly { verb: Verb; icon: LucideIcon }[] = [
  { verb: 'hold', icon: Hourglass },
  { verb: 'transfer', icon: MoveRight },
  { verb: 'return', icon: CornerUpLeft },
  { verb: 'help', icon: LifeBuoy },
]

/** What else can become of a task that is not done: each asks for a reason first. */
export function Verbs({ assignment }: { assignment: Assignment }) {
  const [open, setOpen] = useState<Verb>()
  const held = assignment.state === 'ON_HOLD'
  const possible = { hold: !held, transfer: true, return: true, help: assignment.task.help == null }
  const toggle = (verb: Verb) => setOpen((now) => (now === verb ? undefined : verb))
  useCommand(deskCommands.hold, () => toggle('hold'), !held)
  const shown = open !== undefined && possible[open] ? open : undefined
  return (
    <section className={classes['verbs']} aria-label={t('desk.verbs')}>
      <div>
        {VERBS.filter(({ verb }) => possible[verb]).map(({ verb, icon: Icon }) => (
          <Button
            key={verb}
            variant="default"
            size="sm"
            leftSection={<Icon size={14} aria-hidden />}
            aria-expanded={verb === shown}
            onClick={() => toggle(verb)}
          >
            {t(`desk.verb.${verb}`)}
          </Button>
        ))}
      </div>
      {shown && (
        <Suspense fallback={<Loading what={t(`desk.verb.${shown}`)} />}>
          <VerbForm key={shown} verb={shown} assignment={assignment} close={() => setOpen(undefined)} />
        </Suspense>
      )}
    </section>
  )
}

import { Button } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { type Priority, PriorityBadge } from '@/components/badges'
import { Dropdown } from '@/components/dropdown'
import { t } from '@/lib/text'
import classes from './queue.module.css'

const PRIORITIES: readonly Priority[] = ['P1', 'P2', 'P3', 'P4', 'P5']

interface PriorityMenuProps {
  label: string
  current?: Priority
  choose: (priority: Priority) => void
}

export function PriorityMenu({ label, current, choose }: PriorityMenuProps) {
  return (
    <Dropdown
      label={label}
      width={200}
      target={(props) => (
        <Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />} {...props}>
          {label}
        </Button>
      )}
    >
      {(close) => (
        <ul className={classes['menu']}>
          {PRIORITIES.map((it) => (
            <li key={it}>
              <button
                type="button"
                aria-current={it === current || undefined}
                disabled={it === current}
                onClick={() => {
                  choose(it)
                  close()
                }}
              >
                <PriorityBadge priority={it} />
                {t(`priority.${it}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dropdown>
  )
}

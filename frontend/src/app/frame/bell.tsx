import { ActionIcon, Button } from '@mantine/core'
import { Bell as BellIcon } from 'lucide-react'
import { useEffect } from 'react'
import { Dropdown } from '@/components/dropdown'
import { Age } from '@/components/time'
import type { FeedEntry } from '@/lib/live/messages'
import { markRead, notices, unread } from '@/lib/live/notices'
import { useStore } from '@/lib/store'
import { t, textOf } from '@/lib/text'
import { markTab } from './tab-mark'
import classes from './top-bar.module.css'

/** What the own feed said, newest first. */
export function Bell() {
  const all = useStore(notices, (it) => it)
  const count = unread(all)
  useEffect(() => markTab(count), [count])
  return (
    <Dropdown
      label={t('bell.label')}
      width={340}
      target={(props) => (
        <ActionIcon
          className={classes['bell'] ?? ''}
          size={32}
          {...props}
          aria-label={count > 0 ? t('bell.unread', { n: count }) : t('bell.label')}
        >
          <BellIcon size={16} />
          {count > 0 && <span className={classes['count']}>{count > 99 ? '99+' : count}</span>}
        </ActionIcon>
      )}
    >
      <div className={classes['head']}>
        {t('bell.label')}
        <Button variant="subtle" size="compact-xs" disabled={count === 0} onClick={markRead}>
          {t('bell.read')}
        </Button>
      </div>
      {all.entries.length === 0 && <p className={classes['dim']}>{t('bell.empty')}</p>}
      <ul className={classes['notices']}>
        {all.entries.slice(0, 30).map((entry) => (
          <li key={entry.seq}>
            <i className={classes['dot']} data-new={entry.seq > all.read || undefined} />
            <span>{noticeText(entry)}</span>
            <span className={classes['dim']}>
              <Age since={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </Dropdown>
  )
}

function noticeText(entry: FeedEntry): string {
  switch (entry.type) {
    case 'assignment.created':
      return t('notice.assignment.created', { title: entry.data.title })
    case 'offer.issued':
    case 'offer.declined':
    case 'offer.expired':
    case 'offer.revoked':
      return t(`notice.${entry.type}`, { title: entry.data.title })
    case 'presence.changed':
      return t('notice.presence.changed')
    case 'assignment.closed':
      return t('notice.assignment.closed', { state: textOf(`state.${entry.data.state}`, 'notice.other') })
    case 'task.reprioritised':
      return t('notice.task.reprioritised', {
        before: entry.data.previousPriority,
        after: entry.data.priority,
      })
    default:
      return textOf(`notice.${entry.type}`, 'notice.other')
  }
}

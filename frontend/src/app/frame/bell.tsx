import { ActionIcon, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { useEffect } from 'react'
import { Dropdown } from '@/components/dropdown'
import { Age } from '@/components/time'
import { toast } from '@/components/toast'
import { useFeed } from '@/lib/live/hooks'
import type { FeedEntry } from '@/lib/live/messages'
import { markRead, notices, talkOf, unread } from '@/lib/live/notices'
import { useUser } from '@/lib/session/session'
import { useStore } from '@/lib/store'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { noticeText } from './notice-text'
import { markTab } from './tab-mark'
import classes from './top-bar.module.css'

/** Where it stands what some entries tell of. */
const PAGES: Partial<Record<FeedEntry['type'], string>> = {
  'dispute.raised': '/coordination',
  'dispute.answered': '/my-figures',
}

/** What the own feed said, newest first. */
export function Bell() {
  const all = useStore(notices, (it) => it)
  const count = unread(all)
  useEffect(() => markTab(count), [count])
  const { inspect } = useInspector()
  const leads = useUser()?.roles.some((it) => it !== 'EMPLOYEE') ?? false
  const look = (task: string) => inspect(leads ? 'task' : 'talk', task)
  useFeed((entry) => {
    const task = talkOf(entry)
    if (task === undefined) return
    toast(noticeText(entry), { action: { label: t('bell.look'), run: () => look(task) } })
  })
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
            <Notice entry={entry} look={look} />
            <span className={classes['dim']}>
              <Age since={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </Dropdown>
  )
}

function Notice({ entry, look }: { entry: FeedEntry; look: (task: string) => void }) {
  const task = talkOf(entry)
  const page = PAGES[entry.type]
  if (page !== undefined) {
    return (
      <span>
        <Link className={classes['about']} to={page}>
          {noticeText(entry)}
        </Link>
      </span>
    )
  }
  if (task === undefined) return <span>{noticeText(entry)}</span>
  return (
    <span>
      <button type="button" className={classes['about']} onClick={() => look(task)}>
        {noticeText(entry)}
      </button>
    </span>
  )
}

import { Link } from '@tanstack/react-router'
import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import { Age } from '@/components/time'
import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import classes from './now.module.css'
import { useAttention } from './use-now-queries'

type Item = Schemas['AttentionItem']

const ICONS: Record<Item['severity'], LucideIcon> = {
  CRITICAL: CircleAlert,
  WARNING: TriangleAlert,
  INFO: Info,
}
const COUNTED = { tasks: 200, messages: 1_000 }

/** What cannot go on without a person, the most pressing first, each with the one thing to do about it. */
export function NeedsYou() {
  const query = useAttention()
  return (
    <Panel
      title={t('now.needs')}
      query={query}
      isEmpty={(items) => items.length === 0}
      empty={<Empty title={t('now.needs.none')} hint={t('now.needs.none.hint')} />}
    >
      {(items) => (
        <ul className={classes['needs']}>
          {items.map((item) => (
            <Need key={`${item.kind} ${item.sentence}`} item={item} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Need({ item }: { item: Item }) {
  const { kind, severity, count, oldest } = item
  const Icon = ICONS[severity]
  const most = kind === 'DEAD_LETTERS' ? COUNTED.messages : COUNTED.tasks
  return (
    <li data-severity={severity}>
      <Icon size={16} aria-hidden className={classes['sign']} />
      <div>
        <p>
          <span className="visually-hidden">{t(`now.severity.${severity}`)}: </span>
          {/* which component is down stands in the sentence of the server alone */}
          {kind === 'COMPONENT_DOWN' ? item.sentence : t(`now.kind.${kind}`, { n: count })}
          {kind !== 'COMPONENT_DOWN' && count >= most && ` ${t('now.kind.orMore')}`}
        </p>
        <p className={classes['act']}>
          <Act item={item} />
          {oldest && <Age since={oldest} />}
        </p>
      </div>
    </li>
  )
}

function Act({ item: { kind, taskId } }: { item: Item }) {
  const { to, q } = TARGETS[kind]
  const search = { ...(q && { q }), ...(q && taskId && { inspect: `task:${taskId}` }) }
  return (
    <Link to={to} search={search as never}>
      {t(`now.act.${kind}`)}
    </Link>
  )
}

const TARGETS: Record<
  Item['kind'],
  { to: '/operations' | '/queue' | '/people' | '/failures' | '/coordination'; q?: string }
> = {
  COMPONENT_DOWN: { to: '/operations' },
  NOBODY_ABLE: { to: '/queue', q: 'state:waiting p:1,2' },
  NOBODY_PRESENT: { to: '/people' },
  REFUSED: { to: '/coordination' },
  FAILED: { to: '/queue', q: 'state:failed' },
  DEAD_LETTERS: { to: '/failures' },
  LONG_WAIT: { to: '/queue', q: 'state:waiting age:>8h' },
}

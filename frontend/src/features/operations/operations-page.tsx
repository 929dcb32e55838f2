import { StateBadge } from '@/components/badges'
import { Page } from '@/components/page'
import { Panel } from '@/components/panel'
import { Age } from '@/components/time'
import { t, textOf } from '@/lib/text'
import { duration } from '@/lib/time'
import classes from './operations.module.css'
import { type Health, useHealth } from './use-health'

type Component = Health['components'][string]

export default function OperationsPage() {
  const health = useHealth()
  return (
    <Page title={t('operations.title')} lead={t('operations.lead')}>
      <Panel
        title={t('operations.health')}
        query={health}
        actions={health.data && <Age since={health.dataUpdatedAt} ago />}
      >
        {(data) => (
          <>
            <p className={classes['summary']} role="status">
              <StateBadge state={data.status} />
              <span>{t(`operations.summary.${data.status}`)}</span>
            </p>
            <ul className={classes['tree']}>
              {Object.entries(data.components).map(([name, component]) => (
                <Part key={name} name={name} component={component} />
              ))}
            </ul>
          </>
        )}
      </Panel>
    </Page>
  )
}

function Part({ name, component }: { name: string; component: Component }) {
  const behind = Number(component.details['eventsBehind'] ?? 0)
  const oldest = Number(component.details['oldestEventSeconds'] ?? 0)
  return (
    <li>
      <StateBadge state={component.status} />
      <div>
        <h3>{textOf(`operations.component.${name}`, 'operations.effect.other')}</h3>
        <p>{textOf(`operations.effect.${name}.${component.status}`, 'operations.effect.other')}</p>
        {behind > 0 && (
          <p>
            {t('operations.behind', { n: behind })}, {t('operations.oldest', { age: duration(oldest) })}
          </p>
        )}
      </div>
    </li>
  )
}

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Page } from '@/components/page'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { zoneInWords } from '@/lib/time'
import { useUrlState } from '@/lib/url-state'
import { BacklogPanel } from './backlog-panel'
import { FairnessPanel } from './fairness-panel'
import { FlowPanel } from './flow-panel'
import classes from './overview.module.css'
import { RANGES, type Range, shownOfAddress } from './overview-search'
import { WaitsPanel } from './waits-panel'

export default function OverviewPage() {
  const [{ range, skill, table }, show] = useUrlState(shownOfAddress)
  return (
    <Page
      title={t('overview.title')}
      lead={t('overview.lead')}
      actions={
        <>
          <Button variant="default" component={Link} to="/service-levels">
            {t('overview.levels')}
          </Button>
          <Ranges range={range} choose={(next) => show({ range: next }, 'push')} />
        </>
      }
    >
      <FlowPanel
        range={range}
        table={table === true}
        showTable={(on) => show({ table: on ? true : undefined })}
      />
      <div className={classes['panels']}>
        <WaitsPanel range={range} />
        <BacklogPanel />
      </div>
      <FairnessPanel skill={skill} choose={(next) => show({ skill: next })} />
      <Zone />
    </Page>
  )
}

function Ranges({ range, choose }: { range: Range; choose: (range: Range) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own, and this is no form
    <div role="group" aria-label={t('overview.range')} className={classes['ranges']}>
      {Object.keys(RANGES)
        .map((it) => Number(it) as Range)
        .map((it) => (
          <Button
            key={it}
            variant={it === range ? 'filled' : 'default'}
            aria-pressed={it === range}
            onClick={() => choose(it)}
          >
            {t('overview.range.last', { n: it })}
          </Button>
        ))}
    </div>
  )
}

function Zone() {
  usePreference('zone')
  return <p className={classes['zone']}>{t('overview.zone', { zone: zoneInWords(Date.now()) })}</p>
}

import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { Page } from '@/components/page'
import { Empty, Failure, Loading } from '@/components/states'
import { now } from '@/lib/clock'
import { usePreference, zone as zoneOfViewer } from '@/lib/preferences'
import { t } from '@/lib/text'
import { zoneInWords } from '@/lib/time'
import { useUrlState } from '@/lib/url-state'
import { useNow } from '@/lib/use-now'
import { dayIn } from '@/lib/wall-time'
import { mondayOf } from '@/lib/week'
import { DayPlan } from './day-plan'
import { daysFrom } from './days'
import { PhonePlan } from './phone-plan'
import classes from './plan.module.css'
import { PlanBar } from './plan-bar'
import { shownOfAddress } from './plan-search'
import { usePlan } from './use-plan'
import { WeekPlan } from './week-plan'

const HOUR = 3_600_000
const DAYS_OF_WEEK = 7

/** Who works when: a week of everybody, or a day by the hour. */
export default function PlanPage() {
  usePreference('zone')
  usePreference('clock')
  const [shown, show] = useUrlState(shownOfAddress)
  const phone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const zone = zoneOfViewer()
  const today = dayIn(useNow(HOUR), zone)
  const on = shown.on ?? today
  const first = shown.view === 'day' ? on : mondayOf(on)
  const count = shown.view === 'day' ? 1 : DAYS_OF_WEEK
  const days = useMemo(() => daysFrom(first, count, zone), [first, count, zone])
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePlan(days, shown)
  const View = phone ? PhonePlan : shown.view === 'day' ? DayPlan : WeekPlan
  const filtered = shown.skill !== undefined || shown.text !== undefined
  return (
    <Page title={t('plan.title')} lead={t('plan.lead', { zone: zoneInWords(now()) })}>
      <PlanBar shown={shown} show={show} on={on} today={today} />
      {data === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Loading what={t('plan.title')} rows={10} height={36} />
        )
      ) : data.length === 0 ? (
        filtered ? (
          <Empty
            title={t('plan.noMatch')}
            action={
              <Button variant="default" onClick={() => show({ skill: undefined, text: undefined })}>
                {t('plan.clear')}
              </Button>
            }
          />
        ) : (
          <Empty title={t('plan.none')} hint={t('plan.none.hint')} />
        )
      ) : (
        <View people={data} days={days} />
      )}
      {hasNextPage && (
        <Button
          className={classes['more'] ?? ''}
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </Page>
  )
}

import '@mantine/core/styles/Combobox.layer.css'
import { Button } from '@mantine/core'
import { UserRoundPlus } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { LiveTable } from '@/components/live-table'
import { Page } from '@/components/page'
import { Empty, Failure, Loading } from '@/components/states'
import { Age } from '@/components/time'
import { useCommand } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { useInspector, useUrlState } from '@/lib/url-state'
import { columnsFor } from './columns'
import { peopleCommands } from './commands'
import { inWords, PeopleFilters } from './people-filters'
import { filtersOfAddress } from './people-search'
import { PersonCard } from './person-card'
import { type Person, useBands, useLivePeople, useMayEdit, usePeople } from './use-people'

const CreatePerson = lazy(() => import('./create-person'))

const rowKey = (person: Person) => person.id
const rowName = (person: Person) => person.displayName
const card = (person: Person) => <PersonCard person={person} />

export default function PeoplePage() {
  const [filters, setFilters] = useUrlState(filtersOfAddress)
  const { inspected, inspect } = useInspector()
  const { data, error, refetch, hasNextPage, fetchNextPage, dataUpdatedAt } = usePeople(filters)
  const groups = useBands().data?.items
  const [creating, setCreating] = useState(false)
  const mayEdit = useMayEdit()
  useLivePeople()
  useCommand(peopleCommands.add, () => setCreating(true), mayEdit)
  const open = useCallback((person: Person) => inspect('worker', person.id), [inspect])
  const more = useCallback(() => {
    if (hasNextPage) void fetchNextPage()
  }, [hasNextPage, fetchNextPage])
  const columns = useMemo(() => columnsFor(groups ?? []), [groups])
  const add = mayEdit && (
    <Button leftSection={<UserRoundPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
      {t('people.add')}
    </Button>
  )
  const filtered = inWords(filters)
  return (
    <Page title={t('people.title')} lead={t('people.lead')} actions={add} fill>
      <PeopleFilters filters={filters} change={setFilters} />
      {data === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Loading what={t('people.title')} rows={8} height={20} />
        )
      ) : data.length === 0 && filtered !== '' ? (
        <Empty
          title={t('people.noMatch', { filters: filtered })}
          action={
            <Button
              variant="default"
              onClick={() => setFilters({ presence: undefined, skill: undefined, text: undefined })}
            >
              {t('people.clear')}
            </Button>
          }
        />
      ) : data.length === 0 ? (
        <Empty title={t('people.none')} hint={t('people.none.hint')} action={add} />
      ) : (
        <LiveTable
          label={t('people.title')}
          rows={data}
          rowKey={rowKey}
          rowName={rowName}
          columns={columns}
          card={card}
          onOpen={open}
          current={inspected?.kind === 'worker' ? inspected.id : undefined}
          onEnd={more}
          footer={
            <span>
              {t(error ? 'people.stale' : 'people.asOf')} <Age since={dataUpdatedAt} ago />
            </span>
          }
        />
      )}
      {creating && (
        <Suspense>
          <CreatePerson
            close={() => setCreating(false)}
            created={(id) => {
              setCreating(false)
              inspect('worker', id)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}

import '@mantine/core/styles/Combobox.layer.css'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { UserRoundPlus } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { ListOf } from '@/components/live-table'
import { Page } from '@/components/page'
import { Empty } from '@/components/states'
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
  const query = usePeople(filters)
  const groups = useBands().data?.items
  const [creating, setCreating] = useState(false)
  const mayEdit = useMayEdit()
  useLivePeople()
  useCommand(peopleCommands.add, () => setCreating(true), mayEdit)
  const open = useCallback((person: Person) => inspect('worker', person.id), [inspect])
  const columns = useMemo(() => columnsFor(groups ?? []), [groups])
  const add = mayEdit && (
    <Button leftSection={<UserRoundPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
      {t('people.add')}
    </Button>
  )
  const filtered = inWords(filters)
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        <>
          <Button variant="default" component={Link} to="/plan">
            {t('people.plan')}
          </Button>
          {add}
        </>
      }
      fill
    >
      <PeopleFilters filters={filters} change={setFilters} />
      <ListOf
        query={query}
        empty={
          filtered === '' ? (
            <Empty title={t('people.none')} hint={t('people.none.hint')} action={add} />
          ) : (
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
          )
        }
        label={t('people.title')}
        question={JSON.stringify(filters)}
        rowKey={rowKey}
        rowName={rowName}
        columns={columns}
        card={card}
        onOpen={open}
        current={inspected?.kind === 'worker' ? inspected.id : undefined}
      />
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

import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import type { FormEvent } from 'react'
import { Dropdown } from '@/components/dropdown'
import { Failure, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { api, ok, type Schemas } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import classes from './queue.module.css'

type View = Schemas['SavedView']
const PAGE = 'queue'
const viewsKey = ['views', 'queue'] as const

interface SavedViewsProps {
  /** What the page shows now, as it stands in the address. */
  query: string
  open: (query: string) => void
}

/** Filters under a name, kept by the server: the own ones, and those that others share. */
export function SavedViews({ query, open }: SavedViewsProps) {
  return (
    <Dropdown
      label={t('queue.views')}
      width={320}
      target={(props) => (
        <Button variant="default" leftSection={<Bookmark size={14} aria-hidden />} {...props}>
          {t('queue.views')}
        </Button>
      )}
    >
      {(close) => (
        <List
          query={query}
          open={(chosen) => {
            open(chosen)
            close()
          }}
        />
      )}
    </Dropdown>
  )
}

function List({ query, open }: SavedViewsProps) {
  const me = useUser()
  const { data, error, refetch } = useQuery({
    queryKey: viewsKey,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/me/views', { signal })),
    select: (it) => it.items.filter((one) => one.page === PAGE),
  })
  const mine = data?.filter((it) => it.owner === me?.id) ?? []
  const shared = data?.filter((it) => it.owner !== me?.id) ?? []
  const admin = me?.roles.includes('ADMIN') ?? false
  return (
    <div className={classes['views']}>
      {data === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Loading what={t('queue.views')} />
        )
      ) : (
        <>
          <Group title={t('queue.views.mine')} views={mine} current={query} open={open} removable />
          <Group
            title={t('queue.views.shared')}
            views={shared}
            current={query}
            open={open}
            removable={admin}
          />
          {data.length === 0 && <p>{t('queue.views.none')}</p>}
        </>
      )}
      <Save query={query} />
    </div>
  )
}

interface GroupProps {
  title: string
  views: readonly View[]
  current: string
  open: (query: string) => void
  removable: boolean
}

function Group({ title, views, current, open, removable }: GroupProps) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: (view: View) => api.DELETE('/api/v1/me/views/{id}', { params: { path: { id: view.id } } }),
    onSuccess: (_, view) => toast(t('queue.views.deleted', { name: view.name })),
    onError: (error) => toast(isProblem(error) ? error.message : String(error), { tone: 'bad' }),
    onSettled: () => client.invalidateQueries({ queryKey: viewsKey }),
  })
  if (views.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              aria-current={view.query === current || undefined}
              onClick={() => open(view.query)}
            >
              <span>{view.name}</span>
              {!removable || view.shared ? (
                <small>{removable ? t('queue.views.isShared') : view.ownerName}</small>
              ) : null}
            </button>
            {removable && (
              <button
                type="button"
                aria-label={t('queue.views.delete', { name: view.name })}
                disabled={remove.isPending && remove.variables.id === view.id}
                onClick={() => remove.mutate(view)}
              >
                <Trash2 size={14} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Save({ query }: { query: string }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (body: { name: string; shared: boolean }) =>
      api.POST('/api/v1/me/views', { body: { ...body, page: PAGE, query } }),
    onSuccess: (_, { name }) => {
      toast(t('queue.views.saved', { name }))
      return client.invalidateQueries({ queryKey: viewsKey })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    save.mutate({ name: String(form.get('name')), shared: form.get('shared') === 'on' })
  }
  return (
    <form className={classes['save']} onSubmit={submit}>
      <TextInput
        name="name"
        label={t('queue.views.name')}
        maxLength={60}
        required
        withAsterisk={false}
        error={save.error ? (isProblem(save.error) ? save.error.message : String(save.error)) : undefined}
      />
      <Checkbox name="shared" size="xs" label={t('queue.views.share')} />
      <Button type="submit" loading={save.isPending}>
        {t('queue.views.save')}
      </Button>
    </form>
  )
}

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { PriorityBadge } from '@/components/badges'
import { toast } from '@/components/toast'
import { useAbout } from '@/lib/about'
import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { now } from '@/lib/clock'
import { stepDone } from '@/lib/first-steps'
import { zone } from '@/lib/preferences'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import classes from './create.module.css'
import {
  type Draft,
  type DraftField,
  type Errors,
  errorsFrom,
  errorsOf,
  freshDraft,
  keepDraft,
  keptDraft,
  taskOf,
} from './draft'
import { PreviewLine } from './preview-line'
import { SkillsField } from './skills-field'
import { useCatalogues } from './use-catalogues'
import { PRIORITIES } from './values'

/** One task. Everything is filled in so that Enter creates; what was typed outlives a reload. */
export function OneForm({ created }: { created: () => void }) {
  const example = useAbout().data?.demo ? t('create.example') : ''
  const [draft, setDraft] = useState<Draft>(() => keptDraft() ?? freshDraft(example))
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const { queues, skills } = useCatalogues()
  const { inspect } = useInspector()
  const form = useRef<HTMLFormElement>(null)
  const title = useRef<HTMLInputElement>(null)

  // what is prefilled is selected, so that typing replaces it
  useEffect(() => {
    title.current?.focus()
    title.current?.select()
  }, [])

  const change = <K extends DraftField>(field: K, value: Draft[K]) => {
    const next = { ...draft, [field]: value }
    setDraft(next)
    keepDraft(next)
    if (errors[field]) setErrors({ ...errors, [field]: undefined })
  }
  const blame = (found: Errors) => {
    setErrors(found)
    const first = Object.keys(found)[0]
    form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (pending) return
    const found = errorsOf(draft, zone(), now())
    if (Object.keys(found).length > 0) return blame(found)
    setPending(true)
    setProblem(undefined)
    try {
      const task = await ok(
        api.POST('/api/v1/tasks', {
          params: { header: { 'Idempotency-Key': draft.key } },
          body: taskOf(draft, zone()),
        }),
      )
      keepDraft(undefined)
      stepDone('create')
      toast(t('create.created', { title: task.title }), {
        action: { label: t('create.show'), run: () => inspect('task', task.id) },
      })
      created()
    } catch (error) {
      if (!isProblem(error)) throw error
      if (error.code === 'idempotency-key-reused') {
        // the answer to the first try was lost, and the form has changed since
        setDraft({ ...draft, key: crypto.randomUUID() })
        setProblem(t('create.arrived'))
      } else {
        const { errors: atFields, rest } = errorsFrom(error.errors)
        if (Object.keys(atFields).length > 0) blame(atFields)
        else
          setProblem(error.status === 0 ? `${t('panel.offline')}. ${t('panel.offline.hint')}` : error.message)
        if (rest.length > 0) setProblem(rest.join(' '))
      }
    } finally {
      setPending(false)
    }
  }

  const reset = () => {
    keepDraft(undefined)
    setDraft(freshDraft(example))
    setErrors({})
    setProblem(undefined)
    title.current?.focus()
  }
  const byKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }

  return (
    <form
      ref={form}
      className={classes['form']}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={byKeys}
    >
      <TextInput
        ref={title}
        data-autofocus
        name="title"
        label={t('create.field.title')}
        required
        withAsterisk={false}
        value={draft.title}
        error={errors.title}
        onChange={(event) => change('title', event.currentTarget.value)}
      />
      <div className={classes['pair']}>
        <fieldset className={classes['priorities']}>
          <legend>{t('create.field.priority')}</legend>
          <div>
            {PRIORITIES.map((it) => (
              <label key={it}>
                <input
                  type="radio"
                  name="priority"
                  value={it}
                  aria-label={t(`priority.${it}`)}
                  checked={draft.priority === it}
                  onChange={() => change('priority', it)}
                />
                <span>
                  <PriorityBadge priority={it} />
                </span>
              </label>
            ))}
          </div>
          {errors.priority && <p className={classes['error']}>{errors.priority}</p>}
        </fieldset>
        <NativeSelect
          name="queue"
          size="sm"
          label={t('create.field.queue')}
          data={queues ?? [draft.queue]}
          value={draft.queue}
          error={errors.queue}
          onChange={(event) => change('queue', event.currentTarget.value)}
        />
      </div>
      <SkillsField
        value={draft.skills}
        known={skills ?? []}
        error={errors.skills}
        onChange={(value) => change('skills', value)}
      />
      <div className={classes['pair']}>
        <TextInput
          type="datetime-local"
          name="due"
          label={t('create.field.due')}
          description={t('create.due.hint', { zone: zone() })}
          value={draft.due}
          error={errors.due}
          onChange={(event) => change('due', event.currentTarget.value)}
        />
        <TextInput
          name="estimate"
          label={t('create.field.estimate')}
          description={t('create.estimate.hint')}
          value={draft.estimate}
          error={errors.estimate}
          onChange={(event) => change('estimate', event.currentTarget.value)}
        />
      </div>
      <Textarea
        name="details"
        size="sm"
        label={t('create.field.details')}
        rows={3}
        value={draft.details}
        error={errors.details}
        onChange={(event) => change('details', event.currentTarget.value)}
      />
      <PreviewLine draft={draft} />
      {problem && (
        <p className={classes['error']} role="alert">
          {problem}
        </p>
      )}
      <div className={classes['foot']}>
        <Button variant="subtle" color="gray" size="sm" onClick={reset}>
          {t('create.reset')}
        </Button>
        <Button type="submit" size="sm" disabled={pending}>
          {t(pending ? 'create.submitting' : 'create.submit')}
        </Button>
      </div>
    </form>
  )
}

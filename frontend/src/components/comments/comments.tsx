import { Button } from '@mantine/core'
import { type FormEvent, useMemo, useRef } from 'react'
import { explain } from '@/lib/acting'
import { type CommandDefinition, useCommand } from '@/lib/commands/registry'
import { useDraft } from '@/lib/drafts'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { isVisible } from '@/lib/visible'
import { Failure, Loading } from '../states'
import { Age } from '../time'
import classes from './comments.module.css'
import type { Mentionable } from './mention'
import { MentionField } from './mention-field'
import { Said } from './said'
import { commentDraft, useComments, useSay } from './use-comments'

const LONGEST = 2_000
const NOBODY: readonly Mentionable[] = []

interface CommentsProps {
  taskId: string
  /** Who may be meant beside those who have spoken. */
  people?: readonly Mentionable[] | undefined
  /** What leads to the field. */
  command?: CommandDefinition
  /** Its keys work here. */
  here?: boolean
}

/** The talk about a task. */
export default function Comments({ taskId, people = NOBODY, command, here = true }: CommentsProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useComments(taskId)
  const said = useMemo(() => data?.pages.flatMap((it) => it.items), [data])
  const me = useUser()?.username
  const known = useMemo(() => {
    const spoken = (said ?? []).map(({ author: { name } }) => ({ username: name, displayName: name }))
    const all = new Map([...spoken, ...people].map((it) => [it.username, it]))
    return [...all.values()].filter((it) => it.username !== me)
  }, [said, people, me])
  const [text, setText] = useDraft(commentDraft(taskId))
  const field = useRef<HTMLTextAreaElement>(null)
  const say = useSay(taskId)
  const send = () => {
    if (!isVisible(text) || say.isPending) return
    setText('')
    say.mutate(text.trim())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <section className={classes['comments']} aria-label={t('comments.title')}>
      {command && <FocusCommand command={command} here={here} run={() => field.current?.focus()} />}
      <h3>{t('comments.title')}</h3>
      {said === undefined &&
        (error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Loading what={t('comments.title')} rows={1} />
        ))}
      <ol aria-live="polite">
        {said?.map((it) => (
          <li key={it.id}>
            <p className={classes['head']}>
              <strong>{it.author.name}</strong> <Age since={it.at} ago />
            </p>
            <Said text={it.text} mentions={it.mentions} />
          </li>
        ))}
        {say.isPending && (
          <li data-pending>
            <p className={classes['head']}>{t('comments.pending')}</p>
            <Said text={say.variables} mentions={[]} />
          </li>
        )}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      <form onSubmit={submit} aria-label={t('comments.say')}>
        <MentionField
          field={field}
          value={text}
          people={known}
          longest={LONGEST}
          change={setText}
          send={send}
        />
        {say.error !== null && (
          <p className={classes['fault']} role="alert">
            {explain(say.error)}
          </p>
        )}
        <Button type="submit" variant="default" size="sm" disabled={!isVisible(text)}>
          {t('comments.send')}
        </Button>
      </form>
    </section>
  )
}

interface FocusCommandProps {
  command: CommandDefinition
  here: boolean
  run: () => void
}

function FocusCommand({ command, here, run }: FocusCommandProps) {
  useCommand(command, run, here)
  return null
}

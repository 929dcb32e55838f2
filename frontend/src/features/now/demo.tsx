import { Button } from '@mantine/core'
import { CircleCheck } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { CreateButton } from '@/components/create-button'
import { toast } from '@/components/toast'
import { useAbout } from '@/lib/about'
import { isProblem } from '@/lib/api/problem'
import { type Step, showFirstSteps, stepDone, useFirstSteps } from '@/lib/first-steps'
import { language, t } from '@/lib/text'
import classes from './now.module.css'
import { usePeople } from './use-now-queries'
import { useSimulator } from './use-simulator'

const SPEEDS = [1, 5, 20, 60]
const GUEST = 'ada'
const LOOPBACK = '127.0.0.1'

/** The first five minutes, in three lines; nothing blocks, and it can be hidden. */
export function Demo() {
  const heading = useId()
  return (
    <section className={classes['demo']} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{t('now.demo')}</h2>
        <Button variant="subtle" size="compact-xs" color="gray" onClick={() => showFirstSteps(false)}>
          {t('now.demo.hide')}
        </Button>
      </header>
      <ol>
        <Watch />
        <Line step="create" title={t('now.demo.create')} hint={t('now.demo.create.hint')}>
          <CreateButton variant="default" />
        </Line>
        <Become />
      </ol>
    </section>
  )
}

function Line({
  step,
  title,
  hint,
  children,
}: {
  step: Step
  title: string
  hint: string
  children: ReactNode
}) {
  const done = useFirstSteps().done.includes(step)
  return (
    <li data-done={done || undefined}>
      <div>
        <strong>
          {title}
          {done && (
            <>
              <CircleCheck size={14} aria-hidden className={classes['tick']} />
              <span className="visually-hidden">{t('now.demo.done')}</span>
            </>
          )}
        </strong>
        <p>{hint}</p>
      </div>
      <div className={classes['controls']}>{children}</div>
    </li>
  )
}

function Watch() {
  const { state, change } = useSimulator()
  const people = usePeople().data?.people ?? []
  const { running = false, speed = 20, people: moved = [], leftAlone = [] } = state.data ?? {}
  const names = (usernames: readonly string[]) =>
    new Intl.ListFormat(language()).format(
      usernames.map((it) => people.find((one) => one.username === it)?.displayName ?? it),
    )
  const wish = (next: { running?: boolean; speed?: number }) =>
    change.mutate(
      { running, speed, ...next },
      { onError: (error) => toast(isProblem(error) ? error.message : String(error), { tone: 'bad' }) },
    )
  const left = names(leftAlone)
  const hint = !running
    ? t('now.demo.watch.hint')
    : moved.length === 0
      ? t('now.demo.nobodyYet')
      : left === ''
        ? t('now.demo.workingAll', { names: names(moved) })
        : t('now.demo.working', { names: names(moved), left })
  return (
    <Line step="watch" title={t('now.demo.watch')} hint={hint}>
      <label className={classes['speed']}>
        <span className="visually-hidden">{t('now.demo.speed')}</span>
        <select
          value={speed}
          disabled={state.data === undefined || change.isPending}
          onChange={(event) => wish({ speed: Number(event.currentTarget.value) })}
        >
          {[...new Set([...SPEEDS, speed])]
            .sort((a, b) => a - b)
            .map((n) => (
              <option key={n} value={n}>
                {t('now.demo.speedOf', { n })}
              </option>
            ))}
        </select>
      </label>
      <Button
        variant={running ? 'filled' : 'default'}
        role="switch"
        aria-checked={running}
        disabled={state.data === undefined || change.isPending}
        onClick={() => wish({ running: !running })}
      >
        {t(change.isPending ? 'now.demo.changing' : running ? 'now.demo.on' : 'now.demo.switch')}
      </Button>
    </Line>
  )
}

/** A browser keeps one session for each host, so the other window needs another one, or none. */
function Become() {
  const { data: about } = useAbout()
  const guest = about?.accounts.find((it) => it.username === GUEST)
  const { protocol, hostname, port } = window.location
  const address = (host: string) => `${protocol}//${host}${port && `:${port}`}/sign-in`
  const copy = () => {
    void navigator.clipboard.writeText(address(hostname)).then(() => toast(t('now.demo.copied')))
    stepDone('become')
  }
  return (
    <Line
      step="become"
      title={t('now.demo.become')}
      hint={t('now.demo.become.hint', { name: guest?.displayName ?? GUEST })}
    >
      {hostname === 'localhost' ? (
        <Button
          component="a"
          href={address(LOOPBACK)}
          target="_blank"
          rel="noreferrer"
          variant="default"
          onClick={() => stepDone('become')}
        >
          {t('now.demo.open')}
        </Button>
      ) : (
        <Button variant="default" onClick={copy}>
          {t('now.demo.private')}
        </Button>
      )}
    </Line>
  )
}

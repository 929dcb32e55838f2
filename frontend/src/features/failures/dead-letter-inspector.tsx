import { Empty, Failure, Loading } from '@/components/states'
import { Time } from '@/components/time'
import { t } from '@/lib/text'
import classes from './failures.module.css'
import { useDeadLetters } from './use-dead-letters'

export default function DeadLetterInspector({ id }: { id: string }) {
  const { data, error, refetch } = useDeadLetters()
  if (data === undefined) {
    return error ? (
      <Failure error={error} retry={() => void refetch()} />
    ) : (
      <Loading what={t('failures.deadLetters')} />
    )
  }
  const letter = data.find((it) => it.id === id)
  if (letter === undefined) return <Empty title={t('failures.gone')} />
  return (
    <article className={classes['letter']}>
      <h2>{letter.reason}</h2>
      <dl>
        <dt>{t('failures.code')}</dt>
        <dd>
          <code>{letter.code}</code>
        </dd>
        <dt>{t('failures.when')}</dt>
        <dd>
          <Time at={letter.deadAt} />
        </dd>
        <dt>{t('failures.source')}</dt>
        <dd>{letter.source}</dd>
      </dl>
      <h3>{t('failures.body')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
      <pre tabIndex={0}>{letter.body}</pre>
      <h3>{t('failures.headers')}</h3>
      <dl>
        {Object.entries(letter.headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

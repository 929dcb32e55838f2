import { Loading } from '@/components/states'
import { t } from '@/lib/text'

/** Stands where a page will be, until its part has come: there is a heading at every moment. */
export function Opening() {
  return (
    <>
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <Loading what={t('app.name')} rows={6} />
    </>
  )
}

import { api, ok } from '@/lib/api/client'
import type { Found } from '@/lib/pages'
import { t } from '@/lib/text'

const MOST = 5

/** People whose name has these letters. */
export async function findPeople(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const { items } = await ok(api.GET('/api/v1/workers', { params: { query: { text, size: MOST } }, signal }))
  return items.map(({ id, displayName, presence }) => ({
    id,
    label: displayName,
    hint: t(`state.${presence}`),
    inspect: { kind: 'worker', id },
  }))
}

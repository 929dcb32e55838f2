import { percent, ShareBar } from '@/components/share-bar'
import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import type { Person } from './use-people'

export type Group = Schemas['SkillFairness']

/** Below it, a band would show single people. */
const ENOUGH = 5

/** Among those with the person's strongest skill whose group is large enough. */
export function groupOf(person: Person, groups: readonly Group[]): Group | undefined {
  return [...person.skills]
    .sort((a, b) => b.level - a.level)
    .map(({ name }) => groups.find((it) => it.skill === name && it.people >= ENOUGH))
    .find((it) => it !== undefined)
}

export function shareInWords(share: number, group: Group | undefined): string {
  return group === undefined
    ? t('people.share.alone', { share: percent(share) })
    : t('people.share.band', {
        share: percent(share),
        low: percent(group.low),
        high: percent(group.high),
        skill: group.skill,
      })
}

export function BusyShare({ person, groups }: { person: Person; groups: readonly Group[] }) {
  const group = groupOf(person, groups)
  return <ShareBar share={person.busyShare} band={group} label={shareInWords(person.busyShare, group)} />
}

import type { Everywhere, Feature, Finder, Inspector, Page } from '@/lib/pages'
import type { Role, User } from '@/lib/session/session'

const files = import.meta.glob<{ feature: Feature }>('../features/*/routes.tsx', { eager: true })

/** What the features bring; a new one is found by its file. */
export const features: readonly Feature[] = Object.values(files).map((it) => it.feature)

export const pages: readonly Page[] = features.flatMap((it) => it.pages)

export const inspectors: readonly Inspector[] = features.flatMap((it) => it.inspectors ?? [])

export const everywhere: readonly Everywhere[] = features.flatMap((it) => it.everywhere ?? [])

const finders: readonly Finder[] = features.flatMap((it) => it.finders ?? [])

export function findersFor(user: User | undefined): readonly Finder[] {
  return finders.filter((it) => mayOpen(it, user))
}

export function mayOpen(page: Pick<Page, 'roles'>, user: User | undefined): boolean {
  const { roles } = page
  return roles === 'guest' || (user?.roles.some((role) => roles.includes(role)) ?? false)
}

/** The entries of the navigation for somebody, in order. */
export function navigation(user: User | undefined) {
  return pages
    .flatMap((page) => (page.nav && mayOpen(page, user) ? [{ path: page.path, ...page.nav }] : []))
    .sort((a, b) => a.order - b.order)
}

const RANK: readonly Role[] = ['ADMIN', 'MANAGER', 'EMPLOYEE']

/** Where somebody lands after signing in. */
export function homeOf(user: User | undefined): string {
  const role = RANK.find((it) => user?.roles.includes(it))
  const own = pages.find((page) => role !== undefined && page.home?.includes(role))
  return own?.path ?? navigation(user)[0]?.path ?? '/sign-in'
}

import type { LucideIcon } from 'lucide-react'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from './session/session'
import { type Noun, needTexts, type TextKey } from './text'

/** A page of a feature. The routes of all features together are the app; see `src/app/router.tsx`. */
export interface Page {
  /** As the router writes it: `/queue`, `/tasks/$id`. */
  path: string
  /** Who may open it; `guest` is everybody. */
  roles: readonly Role[] | 'guest'
  component: LazyExoticComponent<ComponentType>
  /** Its place in the navigation; without it, only links lead there. */
  nav?: { label: TextKey; icon: LucideIcon; order: number; keys?: string }
  /** For whom it is the first page; the lowest order of navigation decides where nobody says so. */
  home?: readonly Role[]
}

/** Shows something beside a page, under `?inspect=<kind>:<id>`, without loading the page anew. */
export interface Inspector {
  kind: string
  component: LazyExoticComponent<ComponentType<{ id: string }>>
}

/** What stands ready on every page for some roles: a dialog that a key opens. */
export interface Everywhere {
  roles: readonly Role[]
  component: ComponentType
}

/** Something that the palette found: it is opened beside the page, or at its address. */
export type Found = { id: string; label: string; hint?: string } & (
  | { inspect: { kind: string; id: string } }
  | { href: string }
)

/** What the palette looks for beside commands, while somebody types. */
export interface Finder {
  roles: readonly Role[]
  label: TextKey
  find: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
}

/** What a feature's `routes.tsx` exports as `feature`. */
export interface Feature {
  pages: readonly Page[]
  inspectors?: readonly Inspector[]
  everywhere?: Everywhere
  finders?: readonly Finder[]
}

/** A component that is loaded when it is first shown, and together with it the texts that it and its parts say. */
export function withTexts<P>(
  load: () => Promise<{ default: ComponentType<P> }>,
  ...nouns: readonly Noun[]
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => (await Promise.all([load(), needTexts(...nouns)]))[0])
}

import { UsersRound } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/people',
      roles: ['ADMIN', 'MANAGER'],
      component: lazy(() => import('./people-page')),
      nav: { label: 'people.title', icon: UsersRound, order: 300, keys: 'g p' },
    },
  ],
  finders: [
    {
      roles: ['ADMIN', 'MANAGER'],
      label: 'people.title',
      find: async (text, signal) => (await import('./find')).findPeople(text, signal),
    },
  ],
  inspectors: [{ kind: 'worker', component: lazy(() => import('./person-inspector')) }],
}

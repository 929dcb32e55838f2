import { UsersRound } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/people',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./people-page'), 'people', 'whereabouts', 'edit'),
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
  inspectors: [
    {
      kind: 'worker',
      component: withTexts(() => import('./person-inspector'), 'people', 'whereabouts', 'edit'),
    },
  ],
}

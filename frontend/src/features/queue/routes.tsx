import { ListOrdered } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/queue',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./queue-page'), 'queue', 'task', 'work'),
      nav: { label: 'queue.title', icon: ListOrdered, order: 200, keys: 'g q' },
    },
  ],
  finders: [
    {
      roles: ['ADMIN', 'MANAGER'],
      label: 'queue.tasks',
      find: async (text, signal) => (await import('./find')).findTasks(text, signal),
    },
    {
      roles: ['ADMIN', 'MANAGER'],
      label: 'queue.views',
      find: async (text, signal) => (await import('./find')).findViews(text, signal),
    },
  ],
  inspectors: [
    { kind: 'task', component: withTexts(() => import('./task-inspector'), 'queue', 'task', 'work', 'sla') },
  ],
}

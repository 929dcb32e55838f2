import type { Rules } from './csv-check'

export const NOW = Date.parse('2026-06-01T08:00:00Z')
export const rules = (change: Partial<Rules> = {}): Rules => ({
  columns: { title: 0, priority: 1, queue: 2, category: 3, skills: 4, due: 5, estimate: 6, details: 7 },
  width: 8,
  priority: 'P3',
  queues: ['default', 'night-shift'],
  skills: ['database', 'network', 'service desk'],
  zone: 'Europe/Berlin',
  now: NOW,
  fixes: new Map(),
  ...change,
})

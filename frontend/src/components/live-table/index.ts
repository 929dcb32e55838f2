export { ListOf } from './list-of'
export { LiveTable } from './live-table'
export type { Column, LiveTableProps, Sort } from './types'

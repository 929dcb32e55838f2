/** The same keys as the English file, and plural forms where it has them. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : { one: string; other: string } }

export interface Mentionable {
  username: string
  displayName: string
}

const MOST = 6

/** The name that is being typed after an at sign, and where it begins. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | undefined {
  const match = /(?:^|[^\w.@-])@([\w.-]*)$/.exec(text.slice(0, caret))
  return match ? { from: caret - (match[1] ?? '').length, typed: match[1] ?? '' } : undefined
}

/** Who can be meant: by the beginning of the user name, or of a part of the name. */
export function fitting(people: readonly Mentionable[], typed: string): readonly Mentionable[] {
  const start = typed.toLowerCase()
  const names = ({ username, displayName }: Mentionable) => [username, ...displayName.split(/\s+/)]
  return people.filter((it) => names(it).some((name) => name.toLowerCase().startsWith(start))).slice(0, MOST)
}

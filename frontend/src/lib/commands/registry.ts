import { useEffect, useEffectEvent } from 'react'
import { prefer, preferences } from '../preferences'
import { createStore, useStore } from '../store'
import type { TextKey } from '../text'

/** Where its keys work: everywhere, or while a part of a page with that scope is shown. */
export type Scope = 'global' | (string & {})

/** What can be done, and by which keys: `mod+k` (Ctrl or ⌘), `shift+x`, `g q` (one after the other), `/`, `enter`. */
export interface CommandDefinition {
  id: string
  label: TextKey
  keys?: string | readonly string[]
  scope: Scope
  /** Kept out of the palette: moving about in a list, for example. */
  silent?: boolean
}

export interface Command extends CommandDefinition {
  /** The shown name, when the text needs values. */
  name?: string
  run: () => void
}

interface Registry {
  commands: readonly Command[]
}

export const registry = createStore<Registry>({ commands: [] })

/** Every command that some part of the app has defined so far, shown or not: its keys are taken. */
export const defined: CommandDefinition[] = []

/** Names the commands of a feature. A file `commands.ts` exports them, so that a test sees that no keys meet. */
export function defineCommands<K extends string>(
  scope: Scope,
  commands: Record<K, Omit<CommandDefinition, 'id' | 'scope'>>,
): Record<K, CommandDefinition> {
  const named = Object.entries<Omit<CommandDefinition, 'id' | 'scope'>>(commands).map(
    ([name, it]) => [name, { ...it, id: `${scope}.${name}`, scope }] as const,
  )
  defined.push(...named.map(([, it]) => it))
  return Object.fromEntries(named) as Record<K, CommandDefinition>
}

export function register(commands: readonly Command[]): () => void {
  registry.set((it) => ({ commands: [...it.commands, ...commands] }))
  return () => registry.set((it) => ({ commands: it.commands.filter((one) => !commands.includes(one)) }))
}

/** Makes a command do something while the component is shown; `enabled: false` takes it away. */
export function useCommand(definition: CommandDefinition, run: () => void, enabled = true): void {
  const execute = useEffectEvent(run)
  useEffect(() => {
    if (!enabled) return
    return register([{ ...definition, run: () => execute() }])
  }, [definition, enabled])
}

export function useCommands(): readonly Command[] {
  return useStore(registry, (it) => it.commands)
}

/** The keys that somebody chose for it here, else those it comes with. */
export function keysOf({ id, keys }: Pick<CommandDefinition, 'id' | 'keys'>): readonly string[] {
  const own = preferences.get().keys[id]
  if (own !== undefined) return own === '' ? [] : [own]
  return keys === undefined ? [] : typeof keys === 'string' ? [keys] : keys
}

/** Gives a command other keys on this device: `''` for none, undefined for those it comes with. */
export function rekey(id: string, keys: string | undefined): void {
  const { [id]: _, ...others } = preferences.get().keys
  prefer({ keys: keys === undefined ? others : { ...others, [id]: keys } })
}

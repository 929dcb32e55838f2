import { useEffect, useEffectEvent } from 'react'
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

/** Names the commands of a feature. A file `commands.ts` exports them, so that a test sees that no keys meet. */
export function defineCommands<K extends string>(
  scope: Scope,
  commands: Record<K, Omit<CommandDefinition, 'id' | 'scope'>>,
): Record<K, CommandDefinition> {
  const named = Object.entries<Omit<CommandDefinition, 'id' | 'scope'>>(commands).map(([name, it]) => [
    name,
    { ...it, id: `${scope}.${name}`, scope },
  ])
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

export function keysOf({ keys }: CommandDefinition): readonly string[] {
  return keys === undefined ? [] : typeof keys === 'string' ? [keys] : keys
}

import { preferences } from '../preferences'
import { type Command, keysOf, registry } from './registry'

/** How long the second stroke of a sequence may take. */
export const SEQUENCE = 1_000

/** Ctrl on most systems, ⌘ on a Mac. */
export const IS_MAC = /mac|iphone|ipad/i.test(navigator.platform)

/** The stroke as commands write it, or undefined for a key that is only held. */
export function strokeOf(event: KeyboardEvent): string | undefined {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  if (['control', 'meta', 'alt', 'shift', 'dead', 'altgraph'].includes(key)) return undefined
  const letter = /^[a-z]$/.test(key) || key.length > 1
  return [
    (IS_MAC ? event.metaKey : event.ctrlKey) ? 'mod+' : '',
    (IS_MAC ? event.ctrlKey : event.metaKey) ? 'other+' : '',
    event.altKey ? 'alt+' : '',
    // for signs such as ? the shift key is part of writing them
    event.shiftKey && letter ? 'shift+' : '',
    key,
  ].join('')
}

function types(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type=checkbox],[type=radio],[type=range]), textarea, select, [role=textbox]',
      ) !== null)
  )
}

function activates(target: EventTarget | null, stroke: string): boolean {
  return (
    (stroke === 'enter' || stroke === 'space') &&
    target instanceof HTMLElement &&
    target.closest('button, a, summary, input, [role=menuitem], [role=option]') !== null
  )
}

const single = (stroke: string) => !/^(mod|alt)\+/.test(stroke) && !['enter', 'escape'].includes(stroke)

/** What every field of text does by itself. */
const EDITING = /^(enter|mod\+(shift\+)?[acvxyz])$/

/** Listens to the keys; gives back how to stop. */
export function listenToKeys(target: Window | HTMLElement = window): () => void {
  let begun: { strokes: string; at: number } | undefined

  const onKeyDown = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing || event.repeat)
      return
    const stroke = strokeOf(event)
    if (stroke === undefined) return
    if (single(stroke) && (types(event.target) || !preferences.get().singleKeys)) return
    if (types(event.target) && EDITING.test(stroke)) return
    if (activates(event.target, stroke)) return
    if (document.querySelector('[role=dialog][aria-modal=true], [role=dialog][data-open], [role=menu]'))
      return
    const before = begun !== undefined && event.timeStamp - begun.at <= SEQUENCE ? `${begun.strokes} ` : ''
    begun = undefined
    const commands = [...registry.get().commands].reverse()
    const command = find(commands, before + stroke) ?? find(commands, stroke)
    if (command !== undefined) {
      event.preventDefault()
      command.run()
    } else if (commands.some((it) => keysOf(it).some((keys) => keys.startsWith(`${before}${stroke} `)))) {
      begun = { strokes: before + stroke, at: event.timeStamp }
    }
  }

  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

/** Of two scopes that are shown the one that came last wins over it, and any over the global one. */
function find(commands: readonly Command[], strokes: string): Command | undefined {
  const fitting = commands.filter((it) => keysOf(it).includes(strokes))
  return fitting.find((it) => it.scope !== 'global') ?? fitting[0]
}

/** Keys that browsers and screen readers need. */
const RESERVED = /^mod\+([rtnwlfps]|shift\+[rtnwi]|\d|tab|plus|-|=)$|^(tab|f\d+|capslock|insert)$/

interface Keyed {
  id: string
  scope: string
  keys?: string | readonly string[]
}

/** Whether the browser or a screen reader needs one of these strokes. */
export function isReserved(keys: string): boolean {
  return keys.split(' ').some((it) => RESERVED.test(it))
}

/** The definition that these keys would take from, or begin, or end too soon. */
export function takenBy<T extends Keyed>(
  { id, scope, keys }: { id: string; scope: string; keys: string },
  definitions: readonly T[],
): T | undefined {
  return definitions.find(
    (it) => it.id !== id && sharesScope(scope, it.scope) && keysOf(it).some((one) => meet(one, keys)),
  )
}

const sharesScope = (a: string, b: string) => a === b || a === 'global' || b === 'global'

const meet = (a: string, b: string) => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)

/** What is wrong with a set of definitions: keys used twice, keys that begin a sequence, keys of the browser. */
export function conflicts(definitions: readonly Keyed[]): string[] {
  const all = definitions.flatMap((it) => keysOf(it).map((keys) => ({ ...it, keys })))
  const found = all
    .filter((it) => isReserved(it.keys))
    .map((it) => `${it.id}: ${it.keys} belongs to the browser`)
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (sharesScope(a.scope, b.scope) && meet(a.keys, b.keys))
        found.push(`${a.id} and ${b.id}: ${a.keys} and ${b.keys}`)
    }
  })
  return found
}

const SHOWN: Record<string, string> = {
  mod: IS_MAC ? '⌘' : 'Ctrl',
  alt: IS_MAC ? '⌥' : 'Alt',
  shift: '⇧',
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  space: '␣',
}

/** The keys as they are written on the keyboard, stroke by stroke. */
export function showKeys(keys: string): string[][] {
  return keys
    .split(' ')
    .map((stroke) => stroke.split(/\+(?=.)/).map((key) => SHOWN[key] ?? key.toUpperCase()))
}

import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import classes from './dropdown.module.css'

interface DropdownProps {
  /** What the panel is called by a screen reader. */
  label: string
  width: number
  /** The button: spread the props on it. */
  target: (props: { popoverTarget: string; 'aria-expanded': boolean }) => ReactNode
  children: ReactNode | ((close: () => void) => ReactNode)
}

const GAP = 6
const EDGE = 8

/** A panel at a button. The browser closes it by Escape or a click elsewhere, and gives the focus back. */
export function Dropdown({ label, width, target, children }: DropdownProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<React.CSSProperties | undefined>(undefined)

  const toggle = (event: ToggleEvent) => {
    const button = document.querySelector(`[popovertarget="${id}"]`)?.getBoundingClientRect()
    if (event.newState === 'closed' || button === undefined) return setPlace(undefined)
    const below = button.top < window.innerHeight / 2
    setPlace({
      width,
      left: Math.max(EDGE, Math.min(button.right - width, window.innerWidth - width - EDGE)),
      ...(below ? { top: button.bottom + GAP } : { bottom: window.innerHeight - button.top + GAP }),
    })
  }
  const close = () => panel.current?.hidePopover()

  return (
    <>
      {target({ popoverTarget: id, 'aria-expanded': place !== undefined })}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={classes['panel']}
        style={place}
        data-open={place !== undefined || undefined}
        onBeforeToggle={toggle}
      >
        {place !== undefined && (typeof children === 'function' ? children(close) : children)}
      </div>
    </>
  )
}

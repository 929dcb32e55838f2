import { useLayoutEffect, useState } from 'react'

/** How wide an element is, as it changes; endless until it is laid out. */
export function useWidth(element: Element | null): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (element === null) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return width === 0 ? Number.POSITIVE_INFINITY : width
}

import { useEffect, useRef } from 'react'

const ARMED_AFTER = 400

/** False while what is shown only just appeared: a click then was meant for something else. */
export function useArmed(): () => boolean {
  const armedAt = useRef(Number.POSITIVE_INFINITY)
  useEffect(() => {
    armedAt.current = performance.now() + ARMED_AFTER
  }, [])
  return () => performance.now() >= armedAt.current
}

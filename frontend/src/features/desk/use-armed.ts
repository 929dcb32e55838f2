import { useEffect, useRef } from 'react'

const ARMED_AFTER = 400

/** False while what is shown only just appeared: a click then was meant for something else. */
export function useArmed(after = ARMED_AFTER): () => boolean {
  const armedAt = useRef(Number.POSITIVE_INFINITY)
  useEffect(() => {
    armedAt.current = performance.now() + after
  }, [after])
  return () => performance.now() >= armedAt.current
}

import { useLayoutEffect, useRef, type RefObject } from 'react'

type Box = HTMLInputElement | HTMLTextAreaElement

/**
 * Hears of what was typed into a box that the server drew before our code came: React tells nothing of it, and would
 * empty the box the next time it is drawn.
 * @param value what we think stands there; undefined where the box itself keeps it
 */
export function useEarlyText<Kind extends Box>(
  value: unknown,
  hear: ((text: string) => void) | undefined,
): RefObject<Kind | null> {
  const box = useRef<Kind>(null)
  const isHeard = useRef(false)
  useLayoutEffect(() => {
    // Only once: later on each letter is told.
    if (isHeard.current) return
    isHeard.current = true
    if (box.current && value !== undefined && box.current.value !== value) hear?.(box.current.value)
  })
  return box
}

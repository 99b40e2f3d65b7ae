import { useLayoutEffect, useRef, useState } from 'react'
import type { View } from './editor-head'

/**
 * What is looked at of a recap where there is room for one, what is written or the page, each where it was left. `turn`
 * goes from one to the other.
 */
export function useViewPlaces(): { view: View; turn: (to: View) => void } {
  const [view, setView] = useState<View>('write')
  const placesRef = useRef<Record<View, number>>({ write: 0, see: 0 })
  const wantedRef = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wantedRef.current !== null) scrollTo({ top: wantedRef.current, behavior: 'instant' })
    wantedRef.current = null
  }, [view])
  const turn = (to: View) => {
    if (to === view) return
    placesRef.current[view] = scrollY
    wantedRef.current = placesRef.current[to]
    setView(to)
  }
  return { view, turn }
}

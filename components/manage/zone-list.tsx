'use client'

import { useSyncExternalStore } from 'react'

/** The zones that a box with this list offers while somebody writes in it: those that this browser knows. */
export function ZoneList({ id }: { id: string }) {
  const zones = useSyncExternalStore(noChange, allZones, () => none)
  return (
    <datalist id={id}>
      {zones.map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  )
}

const none: string[] = []
let zones: string[] | undefined

function allZones(): string[] {
  return (zones ??= Intl.supportedValuesOf('timeZone'))
}

function noChange(): () => void {
  return () => undefined
}

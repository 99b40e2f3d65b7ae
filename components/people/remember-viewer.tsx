'use client'

import { useEffect } from 'react'
import { rememberViewer } from './remembered-viewer'

/** On a page made for a signed-in person: has the device know who it is, then goes on to `to`, if given. */
export function RememberViewer({ to }: { to?: string }) {
  useEffect(() => {
    const goOn = () => to && location.replace(to)
    // Without an answer the device asks again on the next such page.
    rememberViewer().then(goOn, goOn)
  }, [to])
  return null
}

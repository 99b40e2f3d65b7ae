'use client'

import { DeviceSlot } from './device-slot'
import { DeviceWatch } from './device-watch'

/** What is wrong with this device's store, on a page that stands in no conference. Needs the messages `device`. */
export function DevicePlace() {
  return (
    <>
      <DeviceSlot />
      <DeviceWatch />
    </>
  )
}

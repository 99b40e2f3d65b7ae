import { useEffect, useState } from 'react'
import { readDeviceSpace, type DeviceSpace } from '../store/device-space'

/** Whether the browser may delete what is kept here, and how much room there is; null until it has said so. */
export function useStorageState(): DeviceSpace | null {
  const [state, setState] = useState<DeviceSpace | null>(null)
  useEffect(() => {
    let isOver = false
    void readDeviceSpace().then((read) => isOver || setState(read))
    return () => void (isOver = true)
  }, [])
  return state
}

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Is our code here, and does what is tapped do something? Not yet on the page as the server drew it. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

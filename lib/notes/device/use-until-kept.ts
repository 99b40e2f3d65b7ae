import { useEffect } from 'react'
import { useLeaveWarning } from './use-leave-warning'

/** While something waits to be kept, leaving is asked about, and it is sent again once the network is back. */
export function useUntilKept(isWaiting: boolean, send: () => Promise<void>): void {
  useLeaveWarning(isWaiting)
  useEffect(() => {
    if (!isWaiting) return
    const again = () => void send()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [isWaiting, send])
}

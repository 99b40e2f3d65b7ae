import { useEffect } from 'react'
import { whenIdle } from '@/lib/sync/client/exchange/when-idle'
import { listWaiting } from '@/lib/rooms/waiting-reports'
import { makeId } from '@/lib/sync/client/store/make-id'

// A browser may be wrong about its network, and a server may have been too busy.
const AGAIN_MS = 30_000

/**
 * Sends what was said of rooms and could not be sent: now, when the network is back, and twice a minute while something
 * waits.
 */
export function useWaitingReports(conferenceId: string): void {
  useEffect(() => {
    const send = () =>
      listWaiting(conferenceId).length > 0 &&
      void import('@/lib/rooms/send-report')
        .then(({ sendWaiting }) => sendWaiting(conferenceId, makeId))
        .catch(() => undefined)
    const forget = whenIdle(send)
    const often = setInterval(send, AGAIN_MS)
    addEventListener('online', send)
    return () => {
      forget()
      clearInterval(often)
      removeEventListener('online', send)
    }
  }, [conferenceId])
}

import { useEffect } from 'react'
import { runInRounds } from '@/lib/sync/client/exchange/rounds'
import { whenIdle } from '@/lib/sync/client/exchange/when-idle'
import { listWaiting } from '@/lib/rooms/device/waiting-reports'
import { makeId } from '@/lib/sync/client/store/make-id'

// A browser may be wrong about its network, and a server may have been too busy.
const AGAIN_MS = 30_000

/**
 * Sends what was said of rooms and could not be sent: now, when the network is back, and twice a minute while something
 * waits.
 */
export function useWaitingReports(conferenceId: string): void {
  useEffect(() => {
    const over = new AbortController()
    const rounds = runInRounds(
      async () => {
        if (listWaiting(conferenceId).length === 0) return 'done'
        const { sendWaiting } = await import('@/lib/rooms/device/send-report')
        return sendWaiting(conferenceId, makeId)
      },
      { everyMs: AGAIN_MS },
    )
    const forget = whenIdle(rounds.ask)
    addEventListener('online', rounds.ask, over)
    return () => {
      over.abort()
      forget()
      rounds.stop()
    }
  }, [conferenceId])
}

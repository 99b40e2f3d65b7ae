import { useCallback, useEffect, useRef, useState } from 'react'
import type { DoorState } from '@/lib/rooms/door-state'
import { lastTap, openStewardQueue, type StewardQueue, type Tap, type Told } from '@/lib/rooms/steward-queue'
import { backoffMs } from '@/lib/sync/client/exchange/backoff'
import { makeId } from '@/lib/sync/client/store/make-id'
import { sendTaps } from './send-taps'

const ASK_MS = 10_000
const REMEMBER_MS = 3 * 3_600_000

type Steward = {
  taps: readonly Tap[]
  door: DoorState
  /** The server answered last time. */
  online: boolean
  /** The link was revoked: nothing more can be sent with it. */
  revoked: boolean
  tell: (told: Told) => void
  undo: () => void
}

/**
 * A steward's taps: on this phone before they are on the screen, on the server as soon as it answers, and how the room
 * stands there.
 */
export function useSteward(token: string, link: string, initial: DoorState): Steward {
  const queue = useRef<StewardQueue | null>(null)
  const [taps, setTaps] = useState<readonly Tap[]>([])
  const [door, setDoor] = useState(initial)
  const [{ online, revoked }, setReach] = useState({ online: true, revoked: false })
  const sync = useRef(() => {})

  useEffect(() => {
    const opened = openStewardQueue(link)
    queue.current = opened
    const stopped = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let [failures, running, again] = [0, false, false]
    const show = async () => !stopped.signal.aborted && setTaps(await opened.list())

    const run = async (): Promise<void> => {
      again = running
      if (running) return
      running = true
      clearTimeout(timer)
      const outcome = await sendTaps(token, opened).catch(() => 'failed' as const)
      running = false
      if (stopped.signal.aborted) return
      failures = outcome === 'failed' ? failures + 1 : 0
      setReach({ online: outcome !== 'failed', revoked: outcome === 'revoked' })
      if (typeof outcome === 'object') setDoor(outcome)
      await show()
      if (again) return run()
      if (outcome !== 'revoked')
        timer = setTimeout(() => void run(), outcome === 'failed' ? backoffMs(failures, Math.random()) : ASK_MS)
    }

    sync.current = () => void show().then(run)
    addEventListener('online', sync.current, stopped)
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && sync.current(),
      stopped,
    )
    void opened.forget(new Date(Date.now() - REMEMBER_MS).toISOString()).then(sync.current)
    return () => {
      stopped.abort()
      clearTimeout(timer)
      opened.close()
    }
  }, [token, link])

  const tell = useCallback((told: Told) => {
    void queue.current?.add({ ...told, id: makeId(), at: new Date().toISOString() }).then(() => sync.current())
  }, [])
  const undo = useCallback(() => {
    const tap = lastTap(taps)
    if (tap) void queue.current?.withdraw(tap.order).then(() => sync.current())
  }, [taps])

  return { taps, door, online, revoked, tell, undo }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { DoorState } from '@/lib/rooms/door-state'
import { openStewardQueue, type StewardQueue } from '@/lib/rooms/device/steward-queue'
import { lastTap, type Tap, type TapContent } from '@/lib/rooms/device/steward-taps'
import { onReturn } from '@/lib/sync/client/exchange/on-return'
import { runInRounds, type RoundOutcome } from '@/lib/sync/client/exchange/rounds'
import { makeId } from '@/lib/sync/client/store/make-id'
import { sendTaps } from '@/lib/rooms/device/send-taps'

const ASK_MS = 10_000
const REMEMBER_MS = 3 * 3_600_000
/** Taps that are no further apart are kept in their order; a clock that was set back is believed. */
const SAME_MS = 100

type Steward = {
  taps: readonly Tap[]
  door: DoorState
  /** The server answered last time. */
  online: boolean
  /** The link was revoked: nothing more can be sent with it. */
  revoked: boolean
  tell: (told: TapContent) => void
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
  const tappedAt = useRef(0)

  useEffect(() => {
    const opened = openStewardQueue(link)
    queue.current = opened
    const stopped = new AbortController()
    const show = async () => !stopped.signal.aborted && setTaps(await opened.list())
    const round = async (): Promise<RoundOutcome> => {
      const outcome = await sendTaps(token, opened).catch(() => 'failed' as const)
      if (stopped.signal.aborted) return 'over'
      setReach({ online: outcome !== 'failed', revoked: outcome === 'revoked' })
      if (typeof outcome === 'object') setDoor(outcome)
      await show()
      return outcome === 'failed' ? 'failed' : outcome === 'revoked' ? 'over' : 'done'
    }
    const rounds = runInRounds(round, { isEager: true, everyMs: ASK_MS })

    sync.current = () => void show().then(rounds.ask)
    onReturn(() => sync.current(), stopped.signal)
    void opened.forget(new Date(Date.now() - REMEMBER_MS).toISOString()).then(sync.current)
    return () => {
      stopped.abort()
      rounds.stop()
      opened.close()
    }
  }, [token, link])

  const tell = useCallback((told: TapContent) => {
    // Of two taps within a millisecond the second is the later one, too.
    const [now, last] = [Date.now(), tappedAt.current]
    tappedAt.current = now <= last && last - now < SAME_MS ? last + 1 : now
    const at = new Date(tappedAt.current).toISOString()
    void queue.current?.add({ ...told, id: makeId(), at }).then(() => sync.current())
  }, [])
  const undo = useCallback(() => {
    const tap = lastTap(taps)
    if (tap) void queue.current?.withdraw(tap.order).then(() => sync.current())
  }, [taps])

  return { taps, door, online, revoked, tell, undo }
}

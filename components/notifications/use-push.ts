import { useEffect, useState } from 'react'
import { pushState, turnOffPush, turnOnPush, type PushState } from '@/lib/notifications/browser-push'

type UsedPush = {
  /** Null: not known yet. */
  state: PushState | null
  pending: boolean
  /** The last tap came to nothing: no network, or no push service. */
  failed: boolean
  turnOn: () => void
  turnOff: () => void
}

/** Whether this browser takes alerts, and how a tap changes that. */
export function usePush(): UsedPush {
  const [state, setState] = useState<PushState | null>(null)
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    void pushState().then((found) => !gone && setState(found))
    return () => void (gone = true)
  }, [])
  const change = (run: () => Promise<PushState | null>) => {
    setPending(true)
    void run().then((found) => {
      setFailed(found === null)
      if (found !== null) setState(found)
      setPending(false)
    })
  }
  return {
    state,
    pending,
    failed,
    turnOn: () => change(turnOnPush),
    turnOff: () => change(() => turnOffPush().then(() => 'off')),
  }
}

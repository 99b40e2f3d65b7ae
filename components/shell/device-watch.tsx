import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useGoneAccounts } from '@/lib/sync/client/viewer/use-gone-accounts'
import { useLeaveWarning } from '@/lib/notes/device/use-leave-warning'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { DEVICE_SLOT } from './device-slot'

const DeviceNotice = dynamic(() => keepTrying(() => import('./device-notice')).then((module) => module.DeviceNotice), {
  ssr: false,
})

/**
 * Looks after this device's store on every page that shows something of it (tests/device-notice.test.ts): says what is
 * wrong with it, and asks before what only this page has is left.
 */
export function DeviceWatch() {
  const { storage, signedOut, fetched, online, unkept } = useSyncState()
  const gone = useGoneAccounts()
  const slot = useSyncExternalStore(
    never,
    () => document.getElementById(DEVICE_SLOT),
    () => null,
  )
  useLeaveWarning(unkept > 0)
  const isWrong = storage !== 'ok' || signedOut || (!fetched && !online) || gone.length > 0
  return slot && isWrong ? createPortal(<DeviceNotice />, slot) : null
}

/** The page keeps its place from the beginning. */
function never(): () => void {
  return () => undefined
}

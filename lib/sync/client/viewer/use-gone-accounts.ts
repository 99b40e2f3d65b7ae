import { useMemo, useSyncExternalStore } from 'react'
import { onMemory, recall } from '@/lib/platform/device-memory'
import { GONE_KEY } from './gone-key'
import { useViewer } from './use-viewer'

/**
 * The people whose accounts are gone and whose stores are still on this device. Nobody's concern while somebody else is
 * signed in.
 */
export function useGoneAccounts(): string[] {
  const viewer = useViewer()
  const noted = useSyncExternalStore(
    onMemory,
    () => recall(GONE_KEY) ?? '',
    () => '',
  )
  return useMemo(() => (viewer ? [] : noted.split(',').filter(Boolean)), [viewer, noted])
}

import { useCallback } from 'react'
import { useLocalState, withEngine } from './local-state'

type UsedSeen = { /** 0: none. */ version: number; acknowledge: (version: number) => Promise<void> }

/** Up to which version of a conference I have seen what changed, on any of my devices. */
export function useSeen(conferenceId: string): UsedSeen {
  const version = useLocalState((state) => state.seen.get(conferenceId) ?? 0)
  const acknowledge = useCallback(async (seen: number) => (await withEngine()).record(conferenceId, { name: 'acknowledgeChanges', args: { conferenceId, version: seen } }), [conferenceId])
  return { version, acknowledge }
}

import { useCallback } from 'react'
import type { Attendance } from '@/lib/planning/schema'
import { readLocalState, useLocalState, withEngine } from '@/lib/sync/client/store/local-state'

const none: ReadonlyMap<string, Attendance> = new Map()

type UsedAttendances = {
  /** By session. */ attendances: ReadonlyMap<string, Attendance>
  ready: boolean
  /** What is not named stays. */ set: (sessionId: string, said: Partial<Attendance>) => Promise<void>
}

/**
 * What became of a conference's sessions for me, from this device's own store; a change is on this device when its
 * promise resolves.
 */
export function useAttendances(conferenceId: string): UsedAttendances {
  const attendances = useLocalState((state) => state.attendances?.get(conferenceId) ?? none)
  const ready = useLocalState((state) => state.ready)
  const set = useCallback(
    async (sessionId: string, said: Partial<Attendance>) =>
      (await withEngine()).record(conferenceId, { name: 'setAttendance', args: { ...said, sessionId } }),
    [conferenceId],
  )
  return { attendances, ready, set }
}

/** What became of a conference's sessions for me, once this device's own store has been read; else nothing. */
export async function readAttendances(conferenceId: string): Promise<ReadonlyMap<string, Attendance>> {
  const state = await readLocalState().catch(() => null)
  return state?.attendances?.get(conferenceId) ?? none
}

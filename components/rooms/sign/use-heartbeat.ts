import { useEffect } from 'react'
import { agendas } from '@/lib/program/device/agenda-store'
import { roomStates } from '@/lib/rooms/device/room-states'

const BEAT_MS = 60_000

/**
 * Asks the server once a minute, besides its pokes: a connection that died without a word would leave a sign believing
 * that nothing changes. What is unchanged costs a line.
 */
export function useHeartbeat(slug: string): void {
  useEffect(() => {
    const beat = () => {
      roomStates.refresh(slug)
      agendas.refresh(slug)
    }
    const timer = setInterval(beat, BEAT_MS)
    addEventListener('online', beat)
    return () => {
      clearInterval(timer)
      removeEventListener('online', beat)
    }
  }, [slug])
}

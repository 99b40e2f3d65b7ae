import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { roomStatesDocument } from '@/lib/rooms/room-states-document'
import { onPoke } from '@/lib/sync/client/exchange/pokes'
import { topicOf } from '@/lib/sync/live-document'

/** Slots end and reports grow old without a word. */
const REFRESH_MS = 30_000
/** A hall that counts pokes every second; nobody reads faster than this. */
const APART_MS = 1_000

/**
 * Asks for the page anew whenever a room's state is another, and twice a minute.
 * @param apartMs how long after a poke, with all that come meanwhile: longer for what is dear to load
 */
export function useFreshPage(conferenceId: string, apartMs = APART_MS): void {
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null
        router.refresh()
      }, apartMs)
    }
    const [stop, often] = [onPoke(topicOf(roomStatesDocument, conferenceId), soon), setInterval(soon, REFRESH_MS)]
    return () => {
      stop()
      clearInterval(often)
      if (timer) clearTimeout(timer)
    }
  }, [conferenceId, apartMs, router])
}

import { useEffect, useState } from 'react'
import { untilNextTick } from '@/lib/platform/ticks'

const TICK_MS = 15_000

/**
 * The present moment on this device, with each quarter of a minute and whenever the page is looked at again; null until
 * the browser has drawn once.
 */
export function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => onTick(() => setNow(new Date())), [])
  return now
}

/**
 * Calls at once, with each quarter of a minute, and whenever the page is looked at again.
 * @returns how to stop
 */
export function onTick(tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const go = () => {
    clearTimeout(timer)
    timer = setTimeout(go, untilNextTick(Date.now(), TICK_MS))
    tick()
  }
  go()
  document.addEventListener('visibilitychange', go)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', go)
  }
}

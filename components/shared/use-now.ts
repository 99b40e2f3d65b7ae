import { useEffect, useState } from 'react'

const TICK_MS = 15_000

/**
 * The present moment on this device, every 15 seconds and whenever the page is looked at again; null until the browser
 * has drawn once.
 */
export function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    const tick = () => setNow(new Date())
    tick()
    const timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}

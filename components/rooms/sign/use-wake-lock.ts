import { useEffect } from 'react'

/**
 * Keeps the screen on while the page is looked at. A browser lets go whenever the page is hidden, so it is asked anew;
 * one that knows no such lock, or has too little power left, leaves it to the system's settings.
 */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
      if (isOver) await lock?.release()
    }
    const onVisible = () => void hold()
    onVisible()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
}

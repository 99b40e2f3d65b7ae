const LONGEST_MS = 5_000

/** Calls once the page is loaded and the browser has nothing to do, or after five seconds. @returns how to stop */
export function whenIdle(work: () => void): () => void {
  let stop = () => {}
  const wait = () => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) {
      const handle = requestIdleCallback(work, { timeout: LONGEST_MS })
      stop = () => cancelIdleCallback(handle)
    } else {
      const timer = setTimeout(work, 500)
      stop = () => clearTimeout(timer)
    }
  }
  if (document.readyState === 'complete') wait()
  else {
    addEventListener('load', wait, { once: true })
    stop = () => removeEventListener('load', wait)
  }
  return () => stop()
}

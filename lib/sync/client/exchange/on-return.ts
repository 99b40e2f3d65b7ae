/**
 * Calls whenever the server may be reached again: the browser has its network back, or the page is looked at anew.
 * @param over when aborted, it calls no more
 */
export function onReturn(work: () => void, over: AbortSignal): void {
  addEventListener('online', work, { signal: over })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && work(), {
    signal: over,
  })
}

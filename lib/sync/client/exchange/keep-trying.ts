import { backoffMs } from './backoff'

/**
 * Loads a part of the app that is fetched when it is needed, again and again until the network gives it: a screen waits
 * for its part rather than breaking. To be used around each `import()` in the browser; the bundler forgets a part that
 * failed.
 */
export async function keepTrying<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let failures = 1; ; failures++) {
    try {
      return await load()
    } catch {
      await pause(backoffMs(failures, Math.random()))
    }
  }
}

/** So long, or until the browser believes in its network again. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      removeEventListener('online', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    addEventListener('online', over)
  })
}

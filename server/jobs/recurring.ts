import { Cron } from 'croner'
import { MINUTE_MS } from '@/lib/platform/time'

const LOOKED_EVERY_MS = MINUTE_MS / 2

type Rule = { cron: string; timeZone: string; onError: (error: unknown) => void }

/**
 * Calls at the times of a rule, until it is stopped. Where the clock was ahead and is set right, its last time lies in
 * the future, and the library would wait for the next one after that, a day for what is to happen each minute: it
 * begins anew.
 */
export function startRecurring({ cron: rule, timeZone, onError }: Rule, run: () => Promise<void>): { stop(): void } {
  const start = () => new Cron(rule, { timezone: timeZone, catch: onError }, run)
  let cron = start()
  const looking = setInterval(() => {
    const last = cron.currentRun()
    if (!last || last.getTime() < Date.now() + MINUTE_MS) return
    cron.stop()
    cron = start()
  }, LOOKED_EVERY_MS)
  looking.unref()
  return {
    stop() {
      clearInterval(looking)
      cron.stop()
    },
  }
}

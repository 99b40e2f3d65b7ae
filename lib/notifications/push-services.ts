import { deliverPush, type Delivered, type Pusher, type PushMessage } from './deliver'

type Browser = { endpoint: string; keys: unknown }

/** After so many in a row that it did not take, a push service is left alone for a while. */
const MOST_REFUSED = 20
const AWAY_MS = 60_000

/**
 * The push services of a run of alerts. Each has ten seconds to answer a message: one that is away, or has enough of
 * us, is not asked for a minute, or all who listen at the others would wait for it. What would have gone there is
 * tried again later.
 */
export class PushServices {
  private readonly refused = new Map<string, { times: number; sinceMs: number }>()

  /** @param nowMs a clock that only goes forwards, ms */
  constructor(
    private readonly pusher: Pusher,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** @param secondsWorth after which a push service that has not reached the browser may forget the message */
  async deliver(browser: Browser, message: PushMessage, secondsWorth: number): Promise<Delivered> {
    const service = new URL(browser.endpoint).origin
    if (this.isAway(service)) return 'later'
    const delivered = await deliverPush(browser, message, this.pusher, secondsWorth)
    if (delivered === 'later') this.refused.set(service, { times: this.timesOf(service) + 1, sinceMs: this.nowMs() })
    else this.refused.delete(service)
    return delivered
  }

  private isAway(service: string): boolean {
    const known = this.refused.get(service)
    return known !== undefined && known.times >= MOST_REFUSED && this.nowMs() - known.sinceMs < AWAY_MS
  }

  private timesOf(service: string): number {
    return this.refused.get(service)?.times ?? 0
  }
}

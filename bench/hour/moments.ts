import type { Poke } from '@/lib/sync/client/exchange/poke-connection'

/** When screens heard of each version of the programme, and when they had it; wall clock, ms. */
export class Moments {
  private readonly heard = new Map<number, number[]>()
  private readonly shown = new Map<number, number[]>()
  /** How long screens were away, ms. */
  readonly away: number[] = []

  readonly onPoke = ({ topic, version }: Poke): void => {
    if (topic.startsWith('conference:') && version !== null) put(this.heard, version)
  }

  readonly onShown = (version: number): void => put(this.shown, version)

  readonly onBack = (awayMs: number): void => void this.away.push(awayMs)

  /** @param sinceMs of the release */
  of(version: number, sinceMs: number): Record<string, number> {
    const [heard, shown] = [this.heard.get(version) ?? [], this.shown.get(version) ?? []]
    const after = (times: readonly number[], share: number) =>
      Math.round((times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? NaN) - sinceMs)
    return {
      'screens that heard': heard.length,
      'the first after ms': after(heard, 0),
      'the last after ms': after(heard, 1),
      'screens that had it': shown.length,
      'half of them after ms': after(shown, 0.5),
      'all after ms': after(shown, 1),
    }
  }
}

function put(times: Map<number, number[]>, version: number): void {
  const known = times.get(version)
  if (known) known.push(Date.now())
  else times.set(version, [Date.now()])
}

/**
 * So many times the server may break over one thing, each in a round of its own, until this device sends it no more and
 * keeps it like one that was refused.
 */
export const MOST_BROKEN_TRIES = 3

/** How things that wait on this device are sent, several at once. */
export type Sending<Thing, Stop> = {
  /** What goes next, in order; nothing: all went that can. @param most as many, where fewer than usual are to go */
  take: (most: number | undefined) => Promise<readonly Thing[]>
  /**
   * Sends them together. `answered`: `take` does not give them again. `apart`: the server breaks over them, or does not
   * take them: one of them may be why. `stop`: nothing can be sent now.
   */
  send: (things: readonly Thing[]) => Promise<'answered' | 'apart' | { stop: Stop }>
  /** It is this one: `take` does not give it again in this round. @returns why nothing can be sent now, after all */
  alone: (thing: Thing) => Promise<{ stop: Stop } | null>
}

/**
 * Sends all that waits. What the server breaks over is halved until the one is found that does it, so that it takes
 * none of the others along, nor holds them up.
 * @returns `all`, or why it stopped
 */
export async function sendApart<Thing, Stop>({ take, send, alone }: Sending<Thing, Stop>): Promise<'all' | Stop> {
  let most: number | undefined
  for (;;) {
    const things = await take(most)
    const [first] = things
    if (first === undefined) return 'all'
    const sent = await send(things)
    if (typeof sent === 'object') return sent.stop
    if (sent === 'answered') continue
    if (things.length > 1) most = Math.ceil(things.length / 2)
    else {
      const stopped = await alone(first)
      if (stopped) return stopped.stop
      most = undefined
    }
  }
}

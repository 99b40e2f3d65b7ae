/** Where editors of a recap say that they saved it, to all of this browser but themselves. */
export function savesOf(recapId: string): BroadcastChannel {
  return new BroadcastChannel(`hallway-recap-${recapId}`)
}

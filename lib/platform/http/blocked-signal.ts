/** A form heard that its person is blocked: what else the page says of them is old. */
const HEARD = 'hallway-blocked'

/** To be called where an answer says that whoever asks is blocked. */
export function heardBlocked(): void {
  dispatchEvent(new Event(HEARD))
}

/** @param over when aborted, it calls no more */
export function onHeardBlocked(work: () => void, over: AbortSignal): void {
  addEventListener(HEARD, work, { signal: over })
}

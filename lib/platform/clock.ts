import { readEnvironment } from './env'

let offsetMs: number | undefined

/**
 * The present moment, for the few places where a request begins; everything below takes `now` as an argument.
 * Browser tests start the clock at HALLWAY_NOW, from where it runs on; the environment refuses it unless we are bound
 * to loopback.
 */
export function now(): Date {
  offsetMs ??= startOffset()
  return new Date(Date.now() + offsetMs)
}

function startOffset(): number {
  const { HALLWAY_NOW } = readEnvironment()
  if (!HALLWAY_NOW) return 0
  return Date.parse(HALLWAY_NOW) - Date.now()
}

/*
 * Which requests for a page met a fault that passes: Next, who draws pages, knows the fault; the front door answers.
 */

/** Each is taken by the front door a moment later, unless its visitor left. */
const MOST = 1_000

// Next evaluates a module once per bundle: what is noted is the process's.
const shared = globalThis as typeof globalThis & { hallwayPassed?: Set<string> }

/** Notes that a page could not be drawn because of a fault that passes. @param requestId as the front door gave it */
export function notePassing(requestId: string | undefined): void {
  const noted = (shared.hallwayPassed ??= new Set())
  if (noted.size >= MOST) noted.clear()
  if (requestId !== undefined) noted.add(requestId)
}

/** Was that noted of this request? It is forgotten. */
export function takePassing(requestId: string): boolean {
  return shared.hallwayPassed?.delete(requestId) ?? false
}

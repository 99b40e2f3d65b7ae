/**
 * The name of the co-located event behind a container's title: "[SOLD OUT] ArgoCon Hosted by CNCF - Full-Day Event |
 * ALL ACCESS PASS REQUIRED" is "ArgoCon". So the container in the main schedule and the event's own site mean the same
 * one.
 */
export function colocatedName(title: string): string {
  const name = title
    .replace(/^\[[^\]]*\]\s*/, '')
    .replace(/\s*\|\s*[^|]*\brequired$/i, '')
    .replace(/\s+-\s+(?:(?:full|half)[- ]day event|[ap]m session)$/i, '')
    .replace(/\s+hosted by\s.*$/i, '')
    .trim()
  return name || title
}

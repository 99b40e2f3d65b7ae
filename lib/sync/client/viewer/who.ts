const TIMEOUT_MS = 15_000

/** Whoever the server says is signed in. */
type Who = { viewer: { id: string; blocked: boolean } | null }

/**
 * The server's answer to who is signed in; null for what this version cannot read. By hand, as pokes are read: pages
 * ask who is here that have no schemas of documents, and a second copy of what reads those would be far larger.
 */
export function readWho(json: unknown): Who | null {
  if (typeof json !== 'object' || json === null || !('viewer' in json)) return null
  const { viewer } = json
  if (viewer === null) return { viewer }
  if (typeof viewer !== 'object' || !('id' in viewer) || typeof viewer.id !== 'string') return null
  const blocked = 'blocked' in viewer ? viewer.blocked : false
  return typeof blocked === 'boolean' ? { viewer: { id: viewer.id, blocked } } : null
}

/** Asks the server who is signed in; null: it did not say. */
export async function askWho(): Promise<Who | null> {
  try {
    const response = await fetch('/api/v1/me', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
    // A bug's answer, or a venue's sign-in page, says nothing of who is here.
    return response.ok ? readWho(await response.json()) : null
  } catch {
    return null
  }
}

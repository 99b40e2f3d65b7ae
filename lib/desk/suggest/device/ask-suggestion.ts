import { toldSchema, type Told } from '../told'
import type { Wish } from '../day-facts'

/**
 * Asks for a suggestion, and hears each better one until the best is found.
 * @param signal hangs up, which ends the search
 * @returns why there is none; null: it was told, or whoever asked hung up
 */
export async function askSuggestion(
  wish: Wish & { conference: string },
  { signal, onTold }: { signal: AbortSignal; onTold: (told: Told) => void },
): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/suggestions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
      signal,
    })
    if (!response.ok || !response.body) return reasonOf(await response.json())
    let last: Told['state'] | null = null
    for await (const line of linesOf(response.body)) {
      const told = toldSchema.parse(JSON.parse(line))
      last = told.state
      onTold(told)
    }
    // A line that is missing is a server that went away.
    return last === 'done' || last === 'failed' ? null : 'UNAVAILABLE'
  } catch {
    return signal.aborted ? null : 'UNAVAILABLE'
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const [reader, decoder] = [body.getReader(), new TextDecoder()]
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function reasonOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
    ? body.error
    : 'UNAVAILABLE'
}

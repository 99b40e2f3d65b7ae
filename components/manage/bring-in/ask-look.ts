import type { Look } from '@/lib/schedule/bring-in/look/look'
import type { Outcome } from '@/components/ui/use-action'

type Asking = {
  form: FormData
  signal: AbortSignal
  /** Hears how much of it is sent, from 0 to 1. */ onSent: (part: number) => void
}

/**
 * Asks what a form would bring in. By XMLHttpRequest, for fetch tells nothing of what is on its way to the server.
 * @returns UNAVAILABLE where no answer came, and where it was stopped
 */
export function askLook({ form, signal, onSent }: Asking): Promise<Outcome<LookedAt>> {
  return new Promise((answer) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    signal.addEventListener('abort', stop, { once: true })
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1)
    request.onloadend = () => {
      signal.removeEventListener('abort', stop)
      answer(outcomeOf(request.response))
    }
    request.responseType = 'json'
    request.open('POST', '/api/v1/looks')
    request.send(form)
  })
}

export type LookedAt = Extract<Look, { ok: true }>['value']

/** An answer of our own server; of a proxy's it may be anything. */
function outcomeOf(body: unknown): Outcome<LookedAt> {
  if (isLook(body)) return body
  const isRefusal = typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
  if (!isRefusal) return { ok: false, reason: 'UNAVAILABLE' }
  return { ok: false, reason: body.error === 'TOO_LARGE' ? 'too-large' : String(body.error) }
}

function isLook(body: unknown): body is Look {
  return typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean'
}

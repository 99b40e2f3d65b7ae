/**
 * Stands in for Next's own request, which exists only inside Next:
 * `vi.mock('next/headers', () => import('@/tests/next-headers'))`.
 */
let sent = new Headers()

export function headers(): Promise<Headers> {
  return Promise.resolve(sent)
}

/** What the requests of now on carry. */
export function sendCookie(cookie: string): void {
  sent = new Headers({ cookie })
}

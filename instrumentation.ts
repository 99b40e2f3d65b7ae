import type { Instrumentation } from 'next'

/**
 * Next tells here of what broke while it drew a page, and shows people the error's digest alone: both are in one log
 * line.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { method, path, headers }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logPageBug } = await import('./lib/boundary/failure')
  logPageBug(error, { method, path, requestId: headers['x-request-id']?.toString() })
}

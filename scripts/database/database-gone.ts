const said = [
  "can't reach database|connection terminated|server has closed the connection|shutting down|starting up",
  'terminating connection|ECONNREFUSED|ECONNRESET|socket hang up',
]
const saysGone = new RegExp(said.join('|'), 'i')

/**
 * Did a query fail because the server is not there, or leaves? An import is one transaction: then nothing of it was
 * kept.
 */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    saysGone.test(error.message) ||
    /^(P10(01|02|08|17)|57P0[123]|08\d\d\d|ECONNREFUSED|ECONNRESET)$/.test(code) ||
    isDatabaseGone(error.cause)
  )
}

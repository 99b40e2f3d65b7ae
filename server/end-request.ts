import type { Logger } from 'pino'
import type { Exchange } from './doors/exchange'
import { routeClassOf, type ObserveRequest } from './metrics/request-metrics'

/** Is it one of whoever looks after us, and well? They ask every few seconds, and would fill the log. */
export function isProbe({ path, response }: Exchange): boolean {
  return response.statusCode < 400 && routeClassOf(path) === 'probe'
}

/**
 * What memory answers well at once, thousands of times a second, is told only to who asks for it: its line would cost
 * as much as the answer.
 */
export function endRequest(
  { request, response, requestId, path }: Exchange,
  begun: number,
  { requestLog, observe }: { requestLog: Logger; observe?: ObserveRequest | undefined },
  level: 'debug' | 'info',
): void {
  if (!observe && !requestLog.isLevelEnabled(level)) return
  const durationMs = Math.round((performance.now() - begun) * 10) / 10
  observe?.(path, response.writableEnded ? response.statusCode : null, durationMs / 1_000)
  requestLog[level](
    {
      requestId,
      method: request.method,
      path,
      status: response.statusCode,
      durationMs,
      aborted: response.writableEnded ? undefined : true,
    },
    'request',
  )
}

import { pino, type Logger } from 'pino'
import { loggablePath } from '@/lib/platform/log'

const AT_ONCE_BYTES = 8_192
const FLUSH_MS = 1_000

/**
 * The log of requests, one line each: written some at a time, within a second, and at the process's end. Its lines hold
 * nothing but what the front door puts there, so they are not searched for secrets; together that is what lets a line
 * cost less than the answer it is about.
 * @param dest a file's path or descriptor; standard output unless given
 */
export function makeRequestLog(level: string, dest: string | number = 1): Logger {
  const destination = pino.destination({ dest, minLength: AT_ONCE_BYTES, periodicFlush: FLUSH_MS })
  process.once('exit', () => destination.flushSync())
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { path: loggablePath } },
    destination,
  )
}

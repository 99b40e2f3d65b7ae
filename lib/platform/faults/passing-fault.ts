import { z } from 'zod'
import { count } from '../counts'
import { AppError } from '../errors'
import { noteFault } from './writing'

/**
 * Faults of the machine, not of what was asked of it: they pass, and what met one may be asked again as it is.
 * SQLSTATEs: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */

/** Connection lost; no room, memory or connections; ended by an operator, or starting up; disk and other systems. */
const PASSING_CLASSES = new Set(['08', '53', '57', '58'])
/** A standby that only reads, as while a failover is under way; two writers in each other's way; a lock not had. */
const PASSING_STATES = new Set(['25006', '40001', '40P01', '55P03'])
/** The adapter's words for a connection that is no more, or was never had. */
const PASSING_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
/**
 * Prisma: not reachable, too slow, closed, no connection of the pool in time. Node: a disk that is full, read-only or
 * broken; no file or memory to be had.
 */
const PASSING_CODES: Record<string, 'database' | 'disk'> = {
  P1001: 'database',
  P1002: 'database',
  P1008: 'database',
  P1017: 'database',
  P2024: 'database',
  ENOSPC: 'disk',
  EDQUOT: 'disk',
  EROFS: 'disk',
  EIO: 'disk',
  EMFILE: 'disk',
  ENFILE: 'disk',
  ENOMEM: 'disk',
}
/** pg and Prisma say these by their words alone. */
const PASSING_WORDS = [
  'Connection terminated',
  'connection error and is not queryable',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Unable to start a transaction',
]

const causeSchema = z.object({ originalCode: z.string().optional(), kind: z.string().optional() })
/** What Postgres, or the adapter on the way to it, said beneath an error of Prisma's. */
const ofPrismaSchema = z.object({ meta: z.object({ driverAdapterError: z.object({ cause: causeSchema }) }) })
const ofAdapterSchema = z.object({ cause: causeSchema })
const codeSchema = z.object({ code: z.string() })

/**
 * Is this a fault of the database or of the disk that passes?
 * @param error what was thrown: by Prisma, pg or Node
 * @returns which one, for the log and for machines: `database-53100`, `disk-ENOSPC`; null: it is another fault, perhaps
 * of the very thing that was asked
 */
export function passingFaultOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const cause =
    ofPrismaSchema.safeParse(error).data?.meta.driverAdapterError.cause ?? ofAdapterSchema.safeParse(error).data?.cause
  const code = codeSchema.safeParse(error).data?.code ?? ''
  // pg itself puts the SQLSTATE where Node has its own codes, which have other forms.
  const { originalCode: state = code, kind = '' } = cause ?? {}
  if (PASSING_CLASSES.has(state.slice(0, 2)) || PASSING_STATES.has(state)) return `database-${state}`
  if (PASSING_KINDS.has(kind)) return `database-${kind}`
  const place = PASSING_CODES[code]
  if (place) return `${place}-${code}`
  return PASSING_WORDS.some((words) => error.message.includes(words)) ? 'database-connection' : null
}

/**
 * The refusal that such a fault is to whoever asked: UNAVAILABLE. Counts it, and notes what it says of the disk.
 * @returns null: it is another fault
 */
export function refusalOfPassing(error: unknown): AppError | null {
  const fault = passingFaultOf(error)
  if (fault === null) return null
  count('passing_faults', fault.startsWith('disk') ? 'disk' : 'database')
  noteFault(fault)
  return new AppError('UNAVAILABLE', fault)
}

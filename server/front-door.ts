import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { addressGroup } from '@/lib/platform/client-address'
import { count } from '@/lib/platform/counts'
import { AppError } from '@/lib/platform/errors'
import { refusalOfPassing } from '@/lib/platform/faults/passing-fault'
import { refuseBadAddress } from './doors/bad-address'
import { beginExchange } from './doors/begin-exchange'
import { refuseLongBody } from './doors/body-limit'
import { refuse, type Exchange, type Station } from './doors/exchange'
import { hostOf } from '@/lib/boundary/origin'
import { NOT_NOW, RETRY_S } from '@/lib/boundary/failure'
import { statusOf } from '@/lib/boundary/status'
import type { SayNotNow } from './doors/not-now'
import { refuseForeignWrite } from './doors/origin'
import { endRequest, isProbe } from './end-request'
import type { ObserveRequest } from './metrics/request-metrics'
import type { Tracing } from './tracing'
import type { Security } from './doors/security'
import { visitorAddress } from './doors/visitor'

type Options = {
  /** Asked in this order; the last one always answers. */
  stations: readonly Station[]
  security: Security
  /** The origin under which browsers know us. */
  publicOrigin: string
  /** How many proxies are believed about a visitor's address. */
  trustProxy: number
  log: Logger
  /**
   * May connections change to another protocol? Only Next's development server, which tells its pages over a socket
   * what was rebuilt.
   */
  upgrades?: boolean
  /** Gets one line a request that was not answered well from memory; those are at level debug. */
  requestLog: Logger
  /** Told of every request that has ended. */
  observe?: ObserveRequest
  /** Says of a fault that passes that it does. */
  sayNotNow: SayNotNow
  /** Runs the answering of each request within its trace. */
  within?: Tracing['within']
}

const HEADERS_TIMEOUT_MS = 10_000
// 21 MB over a slow phone.
const REQUEST_TIMEOUT_MS = 300_000
// Live streams are written to every 25 s; what is idle for longer is gone or hostile.
const IDLE_TIMEOUT_MS = 120_000
// Longer than the minute for which most proxies keep a connection, so that they end it and not we under a request.
const KEEP_ALIVE_MS = 75_000

/** The http server: what every request goes through before and after a station answers it. */
export function makeFrontDoor(options: Options): Server {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 5_000,
      noDelay: true,
    },
    (request, response) => answer(request, response, options),
  )
  server.timeout = IDLE_TIMEOUT_MS
  if (!options.upgrades) refuseUpgrades(server)
  return server
}

/**
 * A client may offer another protocol with any request (curl --http2, Java's HttpClient); it is answered in this one
 * (RFC 9110 §7.8). Node does so for as long as nobody listens for upgrades, and Next begins to at its first request:
 * then such a client would never hear a word.
 */
function refuseUpgrades(server: Server): void {
  server.on('newListener', (event) => {
    // The listener is added after this.
    if (event === 'upgrade') queueMicrotask(() => server.removeAllListeners('upgrade'))
  })
}

function answer(request: IncomingMessage, response: ServerResponse, options: Options): void {
  const begun = performance.now()
  const exchange = beginExchange(request, response, options)
  if (options.within) options.within(exchange, () => answerWithin(exchange, begun, options))
  else answerWithin(exchange, begun, options)
}

function answerWithin(exchange: Exchange, begun: number, options: Options): void {
  const { response } = exchange
  try {
    if (refuseBadAddress(exchange)) return endRequest(exchange, begun, options, 'info')
    if (refuseForeignWrite(exchange, options.publicOrigin)) logForeign(exchange, options)
    else if (!refuseLongBody(exchange)) ask(exchange, options)
  } catch (error) {
    fail(exchange, error, options)
  }
  if (response.writableEnded) endRequest(exchange, begun, options, response.statusCode < 400 ? 'debug' : 'info')
  else response.once('close', () => endRequest(exchange, begun, options, isProbe(exchange) ? 'debug' : 'info'))
}

/**
 * Asks one station after the other. What is answered from memory is answered at once: under Next's hooks a promise
 * costs more than the answer.
 */
function ask(exchange: Exchange, options: Options, from = 0): void {
  const answered = options.stations[from]?.(exchange) ?? true
  if (answered === true) return
  if (answered === false) return ask(exchange, options, from + 1)
  answered
    .then((isDone) => (isDone ? undefined : ask(exchange, options, from + 1)))
    .catch((error: unknown) => fail(exchange, error, options))
}

function fail(exchange: Exchange, error: unknown, { log, sayNotNow }: Options): void {
  const passing = error instanceof AppError ? null : refusalOfPassing(error)
  // What is away said so in the log itself, and may be back in a moment.
  const refusal = error instanceof AppError ? error : passing
  if (refusal && !exchange.response.headersSent) {
    if (passing) log.error({ err: error, requestId: exchange.requestId, reason: passing.detail }, NOT_NOW)
    if (refusal.code === 'UNAVAILABLE') return void sayNotNow(exchange)
    return refuse(exchange, statusOf(refusal.code), refusal.code, { 'retry-after': RETRY_S })
  }
  count('failures', 'request')
  log.error({ err: error, requestId: exchange.requestId }, 'A request failed')
  if (exchange.response.headersSent) exchange.response.destroy()
  else refuse(exchange, 500, 'UNAVAILABLE', {}, { requestId: exchange.requestId })
}

function logForeign({ request, requestId, path }: Exchange, { log, trustProxy }: Options): void {
  log.warn(
    {
      requestId,
      path,
      origin: hostOf(request.headers.origin ?? ''),
      from: addressGroup(visitorAddress(request, trustProxy)),
    },
    'A write of another site was refused',
  )
}

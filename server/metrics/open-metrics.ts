import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Registry } from 'prom-client'
import type { PrismaClient } from '@/generated/prisma/client'
import { EnvironmentError, type Environment } from '@/lib/platform/env'
import { version } from '../../package.json'
import { isRead, refuseAsAbsent, send } from '../doors/exchange'
import type { Route, Routes } from '../routes'
import { makeRegistry, type Gauges } from './registry'
import type { ObserveRequest } from './request-metrics'

export type MetricsDoor = {
  /** Told of every request that has ended; absent where nobody may look. */
  observe?: ObserveRequest
  /** What is answered at our own port. */
  routes: Routes
  /** The port that answers nothing else, where there is one. */
  server: Server | null
}

type Options = {
  env: Pick<Environment, 'HOST' | 'HALLWAY_DATA' | 'HALLWAY_METRICS_PORT' | 'HALLWAY_METRICS_TOKEN'>
  db: PrismaClient
  gauges: Gauges
}

/**
 * Opens /metrics where the environment says so: on a port of its own, or for whoever has the token. Without either
 * nothing of it is loaded, and the address is as absent as any other.
 * @throws {EnvironmentError} when something else listens at that port
 */
export async function openMetrics({ env, db, gauges }: Options): Promise<MetricsDoor> {
  const { HALLWAY_METRICS_PORT: port, HALLWAY_METRICS_TOKEN: token } = env
  if (port === undefined && token === undefined) return { routes: {}, server: null }
  const client = await import('prom-client')
  const { registry, observe } = makeRegistry({ client, db, version, gauges, folder: env.HALLWAY_DATA })
  return {
    observe,
    routes: token === undefined ? {} : { '/metrics': answerWith(registry, token) },
    server: port === undefined ? null : await listenFor(registry, env.HOST, port),
  }
}

function answerWith(registry: Registry, token: string): Route {
  return async (exchange) => {
    if (!isRead(exchange)) return true
    if (isSame(exchange.request.headers.authorization ?? '', `Bearer ${token}`))
      send(
        exchange,
        200,
        { 'content-type': registry.contentType, 'cache-control': 'no-store' },
        await registry.metrics(),
      )
    else refuseAsAbsent(exchange)
    return true
  }
}

/** In the same time, whatever differs. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

async function listenFor(registry: Registry, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return response.writeHead(404).end()
    return registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await once(server.listen(port, host), 'listening').catch((error: unknown) => {
    throw new EnvironmentError([`HALLWAY_METRICS_PORT cannot be listened on (${reasonOf(error)}).`])
  })
  return server
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

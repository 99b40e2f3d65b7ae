import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import type { ConferenceDocument } from '@/lib/feeds/document'
import { servedDocuments as liveDocuments } from '@/lib/handlers'
import { directUrl, publicUrl, type Environment } from '@/lib/platform/env'
import { makeToken } from '@/lib/platform/ids'
import { PROGRAMME } from '@/lib/program/conference-document'
import { readBuildId } from './build-id'
import { Conferences } from './documents/conferences'
import { serveDocuments } from './documents/documents'
import { endServer } from './end-server'
import { makeFrontDoor } from './front-door'
import { serveHealth } from './doors/health'
import { serveReady } from './doors/ready'
import { openInnerNext, type NextHandler } from './documents/inner-next'
import { servePages } from './documents/kept-pages'
import { openLive } from './live'
import { mostStreamsFor } from './most-streams'
import { openMetrics } from './metrics/open-metrics'
import { handToNext } from './next-station'
import { openNowDocuments } from './documents/of-now'
import { sourcesOfVersion } from './documents/of-version'
import { serveRoutes } from './routes'
import { isPassingOf } from './doors/passing-page'
import { takeRoomReports } from './doors/room-reports'
import { serveSigns } from './doors/room-signs'
import { serveRecaps } from './doors/recap-pages'
import { serveFeeds, type FindFeed } from './doors/personal-feeds'
import { makeSayNotNow } from './doors/not-now'
import { makeSecurity } from './doors/security'
import { keepShells, serveShells } from './documents/shell-pages'
import { watchStorage } from './doors/storage'
import type { Tracing } from './tracing'
import { serveStaticFiles } from './doors/static-files'
import { serveNoWorker } from './doors/no-worker'

type Options = {
  env: Environment
  db: PrismaClient
  log: Logger
  requestLog: Logger
  now: () => Date
  /** The project's folder. */
  root: string
  /** Next's development server: its files and pages change without a version and are not kept. */
  dev: boolean
  next: NextHandler
  documents: readonly ConferenceDocument[]
  feed: FindFeed
  instanceId: string
  /** The migrations that this version needs. */
  migrations: readonly string[]
  tracing?: Tracing | null
}

export type Hallway = {
  server: Server
  /** Answers /metrics at a port of its own, where there is one. */
  metricsServer: Server | null
  /** Says at once that no more requests should be sent here, and goes on answering. */
  drain(): void
  /**
   * Stops accepting, ends streams, lets answers under way finish within the deadline, lets go of the database's
   * notifications.
   */
  close(deadlineMs: number): Promise<void>
}

/**
 * Puts the front door together: static files → documents → what else has an address here → kept pages → Next.
 * It does not listen yet.
 */
export async function openHallway(options: Options): Promise<Hallway> {
  const { env, db, log, dev } = options
  const url = publicUrl(env)
  const security = makeSecurity({ ...env, dev, build: dev ? null : await readBuildId(options.root) })
  const conferences = await Conferences.open({ db, url: directUrl(env), log })
  const inner = await openInnerNext(options.next)
  const nowDocuments = openNowDocuments({
    db,
    conferences,
    log,
    now: options.now,
    documents: liveDocuments.filter(({ document }) => document.topic !== PROGRAMME),
  })
  const live = openLive({
    ...{ db, conferences, log, documents: nowDocuments },
    trustProxy: env.TRUST_PROXY,
    mostStreams: mostStreamsFor(),
  })
  const metrics = await openMetrics({
    env,
    db,
    gauges: { liveScreens: live.count, isListening: () => conferences.isListening },
  })
  const reports = takeRoomReports({
    db,
    conferences,
    now: options.now,
    log,
    trustProxy: env.TRUST_PROXY,
    secret: env.NEXTAUTH_SECRET ?? makeToken(),
  })
  const askStorage = watchStorage(db, env.HALLWAY_DATA)
  let draining = false
  const feed = serveFeeds({ find: options.feed, now: options.now, log })
  const rendering = { next: inner, publicUrl: url, policy: security.policy }
  const shells = keepShells(rendering)
  const sayNotNow = makeSayNotNow(dev ? undefined : shells)
  const server = makeFrontDoor({
    security,
    sayNotNow,
    upgrades: dev,
    publicOrigin: new URL(url).origin,
    trustProxy: env.TRUST_PROXY,
    log,
    requestLog: options.requestLog,
    ...(metrics.observe && { observe: metrics.observe }),
    ...(options.tracing && { within: options.tracing.within }),
    stations: [
      ...(env.HALLWAY_WORKER === 'off' ? [serveNoWorker()] : []),
      ...(dev
        ? []
        : [
            await serveStaticFiles({
              root: options.root,
              manifest: 'dist/static-manifest.json',
              policy: security.policy(),
            }),
          ]),
      serveDocuments({
        db,
        log,
        conferences,
        sources: [
          ...sourcesOfVersion({ db, documents: options.documents, publicUrl: url, instanceId: options.instanceId }),
          ...nowDocuments.sources,
        ],
      }),
      serveRoutes(
        {
          '/api/health': serveHealth(db, askStorage),
          '/api/ready': serveReady({
            db,
            conferences,
            migrations: options.migrations,
            isDraining: () => draining,
            askStorage,
          }),
          '/api/live': live.answer,
          '/api/v1/readings': reports.fromAttendee,
          '/api/v1/steward/:secret': reports.atDoor,
          '/api/v1/signs/:secret': serveSigns({ db, conferences, sources: nowDocuments.sources, log }),
          '/feeds/:secret.ics': feed,
          '/feeds/*': feed,
        },
        metrics.routes,
        serveRecaps({ db, now: options.now, publicUrl: url, log }),
        dev ? {} : { '/offline/:language': serveShells(shells) },
      ),
      ...(dev ? [] : [servePages({ ...rendering, conferences, log })]),
      handToNext({
        handler: options.next,
        security,
        publicUrl: url,
        trustProxy: env.TRUST_PROXY,
        isPassing: isPassingOf(db),
        sayNotNow,
      }),
    ],
  })

  return {
    server,
    metricsServer: metrics.server,
    drain() {
      draining = true
    },
    async close(deadlineMs) {
      draining = true
      live.close()
      nowDocuments.close()
      metrics.server?.close()
      await endServer(server, deadlineMs)
      await inner.close()
      await conferences.close()
    },
  }
}

import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { readEnvironment } from '@/lib/platform/env'
import { testDatabase } from '@/tests/db'
import { openDoor, until } from '@/tests/front-door'
import { serveWeb } from '@/tests/web-server'
import { startTracing } from './tracing'

const { db, url } = await testDatabase()
const attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })
const span = z.object({
  traceId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute),
})
const sentSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
})
const saidBy = (attributes: z.infer<typeof attribute>[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

it('sends nothing unless a collector is named', async () => {
  expect(await startTracing(readEnvironment({ DATABASE_URL: url }))).toBeNull()
})

it('sends a span a request to the collector, within that of the proxy, and no secret of an address', async () => {
  const received: z.infer<typeof sentSchema>[] = []
  const collector = await serveWeb((request, response) => {
    void buffer(request).then((body) => {
      if (request.url === '/v1/traces') received.push(sentSchema.parse(JSON.parse(body.toString())))
      response.end('{}')
    })
  })
  const env = { TRUST_PROXY: '1', OTEL_EXPORTER_OTLP_ENDPOINT: `${collector}/` }
  const tracing = await startTracing(readEnvironment({ DATABASE_URL: url, ...env }))
  const door = await openDoor({ db, url, env, ...(tracing && { tracing }) })
  const [traceId, parent] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']
  const { headers } = await door.ask('/feeds/a-secret-of-somebody.ics', {
    headers: { traceparent: `00-${traceId}-${parent}-01` },
  })
  await tracing?.stop()
  const [sent] = await until(
    async () => received.flatMap(({ resourceSpans }) => resourceSpans),
    ({ length }) => length > 0,
  )
  const spans = sent?.scopeSpans.flatMap((scope) => scope.spans) ?? []
  expect(saidBy(sent?.resource.attributes ?? [])).toMatchObject({ 'service.name': 'hallway' })
  expect(spans.map(({ attributes, ...rest }) => ({ ...rest, ...saidBy(attributes) }))).toEqual([
    {
      traceId,
      parentSpanId: parent,
      name: 'GET feed',
      'http.request.method': 'GET',
      'http.route': 'feed',
      'http.response.status_code': 404,
      'url.path': '/feeds/[hidden]',
      'hallway.request_id': headers['x-request-id'],
    },
  ])
})

import type { Environment } from '@/lib/platform/env'
import { loggablePath } from '@/lib/platform/log'
import { version } from '../package.json'
import type { Exchange } from './doors/exchange'
import { routeClassOf } from './metrics/request-metrics'

export type Tracing = {
  /** Runs the answering of a request within its span. */
  within: (exchange: Exchange, answer: () => void) => void
  /** Hands over what was not handed over yet. */
  stop(): Promise<void>
}

/**
 * Sends traces to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, in OpenTelemetry's protocol: a span a request,
 * and within it those of Next, which finds the tracer by itself and so has to be loaded after this. Further OTEL_…
 * variables are read by OpenTelemetry itself. Without an endpoint nothing is loaded.
 */
export async function startTracing(
  env: Pick<Environment, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_SERVICE_NAME' | 'TRUST_PROXY'>,
): Promise<Tracing | null> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return null
  const [
    { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace },
    sdk,
    { OTLPTraceExporter },
    resources,
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const provider = new sdk.NodeTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': env.OTEL_SERVICE_NAME, 'service.version': version }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url: `${env.OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces` })),
    ],
  })
  provider.register()
  const tracer = trace.getTracer('hallway', version)

  return {
    within({ request, response, requestId, path }, answer) {
      const route = routeClassOf(path)
      // The one is open for hours, the other asked every few seconds.
      if (route === 'live' || route === 'probe') return answer()
      // A visitor's word would let strangers write into our traces.
      const outer = env.TRUST_PROXY > 0 ? propagation.extract(ROOT_CONTEXT, request.headers) : ROOT_CONTEXT
      const attributes = {
        'http.request.method': request.method ?? '',
        'http.route': route,
        'url.path': loggablePath(path),
        'hallway.request_id': requestId,
      }
      const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, outer)
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode)
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
      context.with(trace.setSpan(outer, span), answer)
    },
    stop: () => provider.shutdown(),
  }
}

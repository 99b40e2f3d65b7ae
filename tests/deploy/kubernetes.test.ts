import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { environmentNames, readEnvironment } from '@/lib/platform/env'
import { modelOf } from './kubernetes-schemas'
import { readManifests, readVariables, unknownFields, type Manifest } from './manifests'

const BASE = 'deploy/kubernetes/base'
const EXAMPLE = 'deploy/kubernetes/example'

const manifests = [...(await readManifests(BASE)), ...(await readManifests(EXAMPLE))]
const [settings, secrets, backups] = await Promise.all(
  ['hallway.env', 'secrets.env', 'backups.env'].map((name) => readVariables(`${EXAMPLE}/${name}`)),
)

const labelsSchema = z.record(z.string(), z.string())
const probeSchema = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) })
const deploymentSchema = z.object({
  strategy: z.object({ rollingUpdate: z.object({ maxUnavailable: z.number(), maxSurge: z.number() }) }),
  selector: z.object({ matchLabels: labelsSchema }),
  template: z.object({
    metadata: z.object({ labels: labelsSchema, annotations: labelsSchema }),
    spec: z.object({
      terminationGracePeriodSeconds: z.number(),
      containers: z.tuple([
        z.object({
          ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
          env: z.array(z.object({ name: z.string(), value: z.string().optional() })),
          startupProbe: probeSchema,
          readinessProbe: probeSchema,
          livenessProbe: probeSchema,
        }),
      ]),
    }),
  }),
})

function find(kind: string, name: string): Manifest {
  const found = manifests.filter((one) => one.kind === kind && one.metadata.name === name)
  return found[0] ?? expect.fail(`There is no ${kind} ${name}`)
}

/** What stands at a key anywhere in it. */
function everywhere(data: unknown, key: string): unknown[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([at, value]: [string, unknown]) => [
    ...(at === key ? [value] : []),
    ...everywhere(value, key),
  ])
}

const deployment = deploymentSchema.parse(find('Deployment', 'hallway').spec)
const pod = deployment.template.spec
const [container] = pod.containers
const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, containerPort]))

describe('each manifest', () => {
  it.each(manifests.map((one) => [`${one.kind} ${one.metadata.name}`, one] as const))(
    '%s is what its API takes',
    (_, one) => {
      expect(unknownFields(modelOf(one))).toEqual([])
    },
  )

  it('would be told apart from one with a misspelt field', () => {
    const pooler = structuredClone(find('Pooler', 'hallway-pooler'))
    Object.assign(pooler.spec ?? {}, { instance: 3 })
    expect(unknownFields(modelOf(pooler))).toEqual(['/spec/instance'])
    Object.assign(pooler.spec ?? {}, { instances: 'two' })
    expect(() => unknownFields(modelOf(pooler))).toThrow('instances must be integer')
  })

  it('is applied: Kustomize knows of every file', async () => {
    const known = await Promise.all(
      [BASE, EXAMPLE].map(async (folder) => {
        const { resources } = z
          .object({ resources: z.array(z.string()) })
          .parse(parse(await readFile(`${folder}/kustomization.yaml`, 'utf8')))
        return (await Promise.all(resources.map((file) => countIn(folder, file)))).reduce(
          (sum, count) => sum + count,
          0,
        )
      }),
    )
    expect(known.reduce((sum, count) => sum + count, 0)).toBe(manifests.length)
  })
})

async function countIn(folder: string, file: string): Promise<number> {
  if (file === '../base') return 0
  return (await readFile(`${folder}/${file}`, 'utf8')).split(/^kind: /m).length - 1
}

describe('what Hallway is told', () => {
  const given = Object.fromEntries(container.env.map(({ name, value }) => [name, value ?? name.toLowerCase()]))
  const expanded = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value.replace(/\$\((\w+)\)/g, (_, other: string) => given[other] ?? other),
    ]),
  )

  it('has names that exist', () => {
    const helpers = Object.values(given).flatMap((value) => [...value.matchAll(/\$\((\w+)\)/g)].map(([, name]) => name))
    const names = [...Object.keys(given), ...Object.keys(settings ?? {}), ...Object.keys(secrets ?? {})]
    const known = [...environmentNames, ...helpers, 'NODE_OPTIONS']
    expect(names.filter((name) => !known.includes(name))).toEqual([])
  })

  it('is refused as it stands, and usable once its secrets are some', () => {
    const told = { ...settings, ...secrets, ...expanded }
    expect(() => readEnvironment(told)).toThrow(/HALLWAY_INSTANCE_ID .*\n- NEXTAUTH_SECRET/)
    expect(readEnvironment({ ...told, NEXTAUTH_SECRET: 'x'.repeat(32), HALLWAY_INSTANCE_ID: 'a1b2' })).toMatchObject({
      DATABASE_URL: 'postgresql://database_username:database_password@hallway-pooler:5432/hallway',
      HALLWAY_URL: 'https://hallway.example.org',
      TRUST_PROXY: 1,
      HALLWAY_METRICS_PORT: ports.metrics,
      HALLWAY_S3_BUCKET: 'hallway-photos',
    })
  })

  it('holds no secret', () => {
    expect(
      [...Object.entries(secrets ?? {}), ...Object.entries(backups ?? {})].filter(
        ([, value]) => value !== 'replace this',
      ),
    ).toEqual([['SMTP_URL', 'smtp://mail.example.org:587']])
    expect(container.env.filter(({ name, value }) => /PASSWORD|SECRET/.test(name) && value !== undefined)).toEqual([])
  })
})

describe('the manifests agree', () => {
  it('about names', () => {
    const named = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    const pluginNames = everywhere(find('Cluster', 'hallway-database'), 'barmanObjectName')
    expect(pluginNames.map((name) => `ObjectStore ${String(name)}`).filter((one) => !named.includes(one))).toEqual([])
    for (const kind of ['Pooler', 'ScheduledBackup']) {
      const clusters = manifests.filter((one) => one.kind === kind).flatMap((one) => everywhere(one, 'cluster'))
      expect(clusters).toEqual([{ name: 'hallway-database' }])
    }
    const policies = manifests.filter((one) => one.kind === 'NetworkPolicy')
    const [poolers, clusters] = ['cnpg.io/poolerName', 'cnpg.io/cluster'].map(
      (key) => new Set(policies.flatMap((one) => everywhere(one, key))),
    )
    expect([poolers, clusters]).toEqual([new Set(['hallway-pooler']), new Set(['hallway-database'])])
    // What the operator makes for a cluster is named after it.
    expect(
      new Set(
        everywhere(find('Deployment', 'hallway'), 'secretKeyRef').map(
          (ref) => z.object({ name: z.string() }).parse(ref).name,
        ),
      ),
    ).toEqual(new Set(['hallway-database-app']))
  })

  it('about which pods are Hallway’s', () => {
    const labels = deployment.template.metadata.labels
    const selectors = [
      deployment.selector.matchLabels,
      find('Service', 'hallway').spec,
      find('PodDisruptionBudget', 'hallway').spec,
    ].flatMap((one) => [...everywhere({ one }, 'app.kubernetes.io/component')])
    expect(new Set(selectors)).toEqual(new Set([labels['app.kubernetes.io/component']]))
    expect(everywhere(find('HorizontalPodAutoscaler', 'hallway'), 'scaleTargetRef')).toEqual([
      { apiVersion: 'apps/v1', kind: 'Deployment', name: 'hallway' },
    ])
  })

  it('about ports', async () => {
    const image = await readFile('Dockerfile', 'utf8')
    expect([ports.http, image.includes(`PORT=${ports.http} `)]).toEqual([3000, true])
    const named = [
      ...everywhere(find('Service', 'hallway'), 'targetPort'),
      ...everywhere(find('NetworkPolicy', 'hallway'), 'port').filter((port) => typeof port === 'string'),
    ]
    expect(new Set(named)).toEqual(new Set(Object.keys(ports)))
  })
})

describe('the database', () => {
  const cluster = z
    .looseObject({
      instances: z.number(),
      postgresql: z.object({ synchronous: z.unknown(), parameters: z.object({ max_connections: z.coerce.number() }) }),
      plugins: z.unknown(),
    })
    .parse(find('Cluster', 'hallway-database').spec)

  it('is on three instances, and what was confirmed to somebody is on two of them', () => {
    expect([cluster.instances, cluster.postgresql.synchronous]).toEqual([
      3,
      { method: 'any', number: 1, dataDurability: 'required' },
    ])
  })

  it('is in the bucket within minutes, and whole once a night', () => {
    const [plugin, store] = ['barman-cloud.cloudnative-pg.io', 'hallway-backups']
    expect(cluster.plugins).toEqual([{ name: plugin, isWALArchiver: true, parameters: { barmanObjectName: store } }])
    expect(find('ScheduledBackup', 'hallway-nightly').spec).toEqual({
      schedule: '0 0 3 * * *',
      backupOwnerReference: 'self',
      cluster: { name: 'hallway-database' },
      method: 'plugin',
      pluginConfiguration: { name: plugin },
    })
    expect(find('ObjectStore', store).spec).toMatchObject({
      retentionPolicy: '30d',
      configuration: { destinationPath: 's3://hallway-backups/', wal: { compression: 'gzip' } },
    })
  })

  it('has a connection for everybody: the pooler’s, and three of each process of which there may be most', () => {
    const { pgbouncer, instances } = z
      .object({ instances: z.number(), pgbouncer: z.object({ poolMode: z.string(), parameters: labelsSchema }) })
      .parse(find('Pooler', 'hallway-pooler').spec)
    const [most] = everywhere(find('HorizontalPodAutoscaler', 'hallway'), 'maxReplicas')
    const direct = 3 * (Number(most) + deployment.strategy.rollingUpdate.maxSurge)
    const pooled = instances * Number(pgbouncer.parameters.default_pool_size)
    expect([pgbouncer.poolMode, pooled + direct < cluster.postgresql.parameters.max_connections]).toEqual([
      'transaction',
      true,
    ])
  })
})

describe('what stands in front', () => {
  it('gathers no stream: nginx is told, and waits longer than a stream is silent', () => {
    expect(find('Ingress', 'hallway').metadata.annotations).toEqual({
      'nginx.ingress.kubernetes.io/proxy-buffering': 'off',
      'nginx.ingress.kubernetes.io/proxy-request-buffering': 'off',
      'nginx.ingress.kubernetes.io/proxy-body-size': '32m',
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '180',
    })
  })

  it('serves with TLS', () => {
    const [tls] = everywhere(find('Ingress', 'hallway'), 'tls')
    expect(tls).toEqual([{ hosts: ['hallway.example.org'], secretName: 'hallway-tls' }])
  })
})

describe('who collects numbers', () => {
  it('is told where, and let in there', () => {
    expect(deployment.template.metadata.annotations).toEqual({
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(ports.metrics),
      'prometheus.io/path': '/metrics',
    })
    expect(everywhere(find('NetworkPolicy', 'hallway'), 'ingress')).toEqual([
      ['http', 'metrics'].map((port) => ({
        from: [{ namespaceSelector: { matchLabels: { 'hallway/may-reach': port } } }],
        ports: [{ port }],
      })),
    ])
  })
})

describe('a pod', () => {
  it('writes nowhere but into its two volumes, and may do nothing that it need not', () => {
    expect(everywhere(find('Deployment', 'hallway'), 'securityContext')).toEqual([
      expect.objectContaining({ runAsNonRoot: true, runAsUser: 65532 }),
      { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    ])
  })
})

describe('a rolling update', () => {
  const { startupProbe, readinessProbe, livenessProbe } = container

  it('takes nobody away before another is ready, and never asks the database whether to end one', () => {
    expect(deployment.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 })
    expect([startupProbe, readinessProbe, livenessProbe].map(({ httpGet }) => httpGet.path)).toEqual([
      '/api/ready',
      '/api/ready',
      '/icon.svg',
    ])
  })

  it('lets each end by itself', () => {
    const drain = Number(container.env.find(({ name }) => name === 'HALLWAY_DRAIN_SECONDS')?.value)
    // Ten seconds to end: server/main.ts.
    expect([drain, pod.terminationGracePeriodSeconds > drain + 10]).toEqual([15, true])
  })
})

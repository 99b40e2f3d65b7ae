import { Cluster, Pooler, ScheduledBackup } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1'
import { Deployment } from 'kubernetes-models/apps/v1'
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2'
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1'
import { Namespace, Service } from 'kubernetes-models/v1'
import { z } from 'zod'
import type { Manifest, Model } from './manifests'

const models = {
  'v1/Namespace': Namespace,
  'v1/Service': Service,
  'apps/v1/Deployment': Deployment,
  'autoscaling/v2/HorizontalPodAutoscaler': HorizontalPodAutoscaler,
  'networking.k8s.io/v1/Ingress': Ingress,
  'networking.k8s.io/v1/NetworkPolicy': NetworkPolicy,
  'policy/v1/PodDisruptionBudget': PodDisruptionBudget,
  'postgresql.cnpg.io/v1/Cluster': Cluster,
  'postgresql.cnpg.io/v1/Pooler': Pooler,
  'postgresql.cnpg.io/v1/ScheduledBackup': ScheduledBackup,
}

// Of the plugin's own object no package has a schema: https://cloudnative-pg.io/plugin-barman-cloud/docs/usage
// What it calls its configuration has the form of what a Cluster had itself before.
const objectStoreSchema = z.strictObject({
  apiVersion: z.literal('barmancloud.cnpg.io/v1'),
  kind: z.literal('ObjectStore'),
  metadata: z.strictObject({ name: z.string() }),
  spec: z.strictObject({
    retentionPolicy: z.string().regex(/^[1-9]\d*[dwm]$/),
    configuration: z.looseObject({ destinationPath: z.string() }),
  }),
})

/**
 * A manifest as the schemas have it that Kubernetes and CloudNativePG publish.
 * @returns whose `validate` throws with the field that is wrong
 * @throws {Error} when its kind is unknown here
 */
export function modelOf(manifest: Manifest): Model {
  if (manifest.kind === 'ObjectStore') return configurationOf(manifest)
  const model = new Map<string, object>(Object.entries(models)).get(`${manifest.apiVersion}/${manifest.kind}`)
  if (typeof model !== 'function') throw new Error(`${manifest.apiVersion}/${manifest.kind} has no schema here`)
  const made: Model = Reflect.construct(model, [manifest])
  return made
}

function configurationOf(manifest: Manifest): Model {
  const barmanObjectStore = objectStoreSchema.parse(manifest).spec.configuration
  const spec = { instances: 1, storage: { size: '1Gi' }, backup: { barmanObjectStore } }
  const made: Model = Reflect.construct(Cluster, [{ metadata: { name: 'any' }, spec }])
  return made
}

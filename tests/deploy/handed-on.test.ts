import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { environmentNames, readEnvironment } from '@/lib/platform/env'
import { interpolate, readCompose } from './compose'
import { readManifests, readVariables } from './manifests'

// Every variable that there is reaches a container, or stands here with the reason why not.

const OF_THE_IMAGE = { HOST: 'the image', PORT: 'the image', HALLWAY_DATA: 'the image: a volume' }
const NOT_BY_COMPOSE: Record<string, string> = {
  ...OF_THE_IMAGE,
  HALLWAY_NOW: 'for tests alone, refused where others reach',
  HALLWAY_DATABASE_DIRECT_URL: 'nothing is between Hallway and its database',
  HALLWAY_DRAIN_SECONDS: 'nothing shares out requests among several',
}
const NOT_BY_KUBERNETES: Record<string, string> = {
  ...OF_THE_IMAGE,
  HALLWAY_NOW: 'for tests alone, refused where others reach',
  HALLWAY_BACKUP_FOLDER: 'a pod has no folder that outlives it',
  HALLWAY_METRICS_TOKEN: 'numbers have a port of their own',
}

const compose = await readCompose('compose.yaml')
const handedOn = compose.services.hallway?.environment ?? expect.fail('compose.yaml has no hallway')

/** What a container is told where .env says this. */
function toldBy(given: Record<string, string>) {
  const answers = { POSTGRES_PASSWORD: 'abc123', HALLWAY_URL: 'https://hallway.example.org' }
  return Object.fromEntries(
    Object.entries(handedOn).map(([name, value]) => [name, interpolate(value, { ...answers, ...given })]),
  )
}

it('is by compose.yaml: each by its own name out of .env, or not at all for a reason', () => {
  const names = environmentNames.filter((name) => !(name in NOT_BY_COMPOSE))
  expect([...Object.keys(handedOn)].filter((name) => name !== 'NODE_OPTIONS').toSorted()).toEqual(names.toSorted())
  const told = toldBy(Object.fromEntries(names.map((name) => [name, `of ${name}`])))
  expect(names.filter((name) => name !== 'DATABASE_URL' && told[name] !== `of ${name}`)).toEqual([])
})

it('has a backup made each night into its volume, unless .env says otherwise', () => {
  const folderBy = (given: Record<string, string>) => readEnvironment(toldBy(given)).HALLWAY_BACKUP_FOLDER
  const volumes = compose.services.hallway?.volumes.map((volume) => volume.split(':')[1])
  expect(volumes).toContain(folderBy({}))
  expect([folderBy({ HALLWAY_BACKUP_FOLDER: '' }), folderBy({ HALLWAY_BACKUP_FOLDER: '/elsewhere' })]).toEqual([
    undefined,
    '/elsewhere',
  ])
})

it('is by Kubernetes: the Deployment says it, or the example’s files show where to, or not for a reason', async () => {
  const [example, base] = ['deploy/kubernetes/example', 'deploy/kubernetes/base']
  const files = await Promise.all(['hallway.env', 'secrets.env'].map((name) => readFile(`${example}/${name}`, 'utf8')))
  const shown = files.flatMap((text) => [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name))
  const deployment = JSON.stringify((await readManifests(base)).find(({ kind }) => kind === 'Deployment'))
  const said = [...deployment.matchAll(/"name":"([A-Z][A-Z0-9_]+)"/g)].map(([, name = '']) => name)
  expect(deployment).toContain('"envFrom":[{"configMapRef":{"name":"hallway"}},{"secretRef":{"name":"hallway"}}]')
  const names = environmentNames.filter((name) => !(name in NOT_BY_KUBERNETES))
  expect(names.filter((name) => !shown.includes(name) && !said.includes(name))).toEqual([])
  expect(shown.filter((name) => !names.includes(name) || said.includes(name))).toEqual([])
  expect(Object.keys(await readVariables(`${example}/hallway.env`)).length).toBeGreaterThan(5)
})

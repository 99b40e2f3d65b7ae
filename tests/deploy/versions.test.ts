import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '@/scripts/programs.mjs'

// One version is said in several places.

const read = (file: string) => readFile(join(root, file), 'utf8')
const packageSchema = z.object({ version: z.string() })
const exampleSchema = z.object({ images: z.tuple([z.object({ newTag: z.string() })]) })

it('asks in Kubernetes for the image of the version that this is, as the lock file does', async () => {
  const { version } = packageSchema.parse(JSON.parse(await read('package.json')))
  const { images } = exampleSchema.parse(parse(await read('deploy/kubernetes/example/kustomization.yaml')))
  const lock = packageSchema.parse(JSON.parse(await read('package-lock.json')))
  expect([images[0].newTag, lock.version]).toEqual([version, version])
})

it('tells in releasing.md of each release that CHANGELOG.md names, by the same commit', async () => {
  const [changelog, releasing] = await Promise.all([read('CHANGELOG.md'), read('docs/releasing.md')])
  const released = [...changelog.matchAll(/^## \[(\d+\.\d+\.\d+)\][^]*?commit `([0-9a-f]{40})`/gm)]
  const told = [...releasing.matchAll(/^\| (\d+\.\d+\.\d+) \| `([0-9a-f]{40})` \|/gm)]
  const versions = (found: RegExpExecArray[]) => found.map(([, version, commit]) => ({ version, commit }))
  expect(versions(told)).toEqual(versions(released))
  expect(versions(released)).not.toEqual([])
})

import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

// docs/self-hosting.md says of each way to run Hallway whether it was tried: what tests and trials show.

const text = await readFile('docs/self-hosting.md', 'utf8')
const [, , ...ways] = text.split('\n').filter((line) => line.startsWith('|'))
const rows = ways
  .slice(0, 4)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, way = '', , tried = '']) => ({ way: /\[`?([^`\]]+)`?\]/.exec(way)?.[1] ?? way, tried }))
const wordsOf = (tried: string) => [...tried.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word = '']) => word)

it('says of each way whether it was run, validated only, or not run', () => {
  expect(Object.fromEntries(rows.map(({ way, tried }) => [way, wordsOf(tried)]))).toEqual({
    'npm run up': ['run'],
    Containers: ['was built and run', 'validated only'],
    'TrueNAS, Synology, QNAP': ['not run'],
    Kubernetes: ['validated only'],
  })
})

it.each([
  ['npm run up', 'tests/first-start.test.ts', "'up'"],
  ['compose files', 'tests/deploy/container.test.ts', "readCompose('compose.caddy.yaml')"],
  ['an image’s content', 'tests/deploy/packed.test.ts', 'packed'],
  ['Kubernetes', 'tests/deploy/kubernetes.test.ts', 'Kustomize'],
])('has a test of %s', async (_, path, word) => {
  expect(await readFile(path, 'utf8')).toContain(word)
})

it('tells what was not tried of the ways that were', () => {
  const [, tried = ''] = text.split('### What was tried')
  const [, not = ''] = tried.split('Not tried: ')
  expect(not).toContain('`docker compose` itself')
  expect(tried.slice(0, tried.indexOf('Not tried: '))).not.toContain('docker compose up')
})

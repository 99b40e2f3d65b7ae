import { readFile } from 'node:fs/promises'
import { DockerfileParser, type Instruction } from 'dockerfile-ast'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { environmentNames, readEnvironment } from '@/lib/platform/env'
import { SOURCES } from '@/scripts/build.mjs'
import { interpolate, mebibytes, readCompose } from './compose'

const [plain, caddy] = await Promise.all([readCompose('compose.yaml'), readCompose('compose.caddy.yaml')])
const hallway = plain.services.hallway ?? expect.fail('compose.yaml has no hallway')
const services = [...Object.entries(plain.services), ...Object.entries(caddy.services)]

const dockerfile = DockerfileParser.parse(await readFile('Dockerfile', 'utf8'))
const instructions = dockerfile.getInstructions()
const lastStage = instructions.slice(instructions.findLastIndex((one) => one.getKeyword() === 'FROM'))
const argumentsOf = (one: Instruction) => one.getArgumentsContent() ?? ''
const last = (keyword: string) => lastStage.filter((one) => one.getKeyword() === keyword).map(argumentsOf)
const bases = dockerfile.getInitialARGs().map(argumentsOf)
const variables = Object.fromEntries(
  dockerfile
    .getENVs()
    .flatMap((env) => env.getProperties())
    .map((property) => [property.getName(), property.getValue() ?? '']),
)

/** Those that neither Hallway nor Node nor Next reads. */
function unknownOf(names: string[]): string[] {
  const known = [...environmentNames, 'NODE_ENV', 'NODE_OPTIONS', 'NEXT_TELEMETRY_DISABLED', 'MALLOC_ARENA_MAX']
  return names.filter((name) => !known.includes(name))
}

describe('the compose files', () => {
  it('give Hallway variables that exist', () => {
    const given = services.filter(([name]) => name === 'hallway').map(([, { environment }]) => environment)
    expect(given.map((environment) => unknownOf(Object.keys(environment)))).toEqual([[], []])
  })

  it('say together what Hallway starts with, once their two questions are answered', () => {
    const answers = { POSTGRES_PASSWORD: 'abc123', HALLWAY_URL: 'https://hallway.example.org' }
    const both = { ...variables, ...hallway.environment, ...caddy.services.hallway?.environment }
    const given = Object.entries(both).map(([name, value]) => [name, interpolate(value, answers)])
    expect(readEnvironment(Object.fromEntries(given))).toMatchObject({
      DATABASE_URL: 'postgresql://hallway:abc123@postgres:5432/hallway',
      HALLWAY_URL: 'https://hallway.example.org',
      HALLWAY_DATA: '/data',
      HOST: '0.0.0.0',
      TRUST_PROXY: 1,
    })
  })

  it('bound what each service may take and do', () => {
    const bounds = services.filter(([, service]) => service !== caddy.services.hallway)
    expect(
      bounds.map(([name, { mem_limit, cap_drop, security_opt }]) => [
        name,
        mebibytes(mem_limit),
        cap_drop,
        security_opt,
      ]),
    ).toEqual([
      ['hallway', 1024, ['ALL'], ['no-new-privileges:true']],
      ['postgres', 320, ['ALL'], ['no-new-privileges:true']],
      ['caddy', 128, ['ALL'], ['no-new-privileges:true']],
    ])
    expect([hallway.read_only, hallway.tmpfs]).toEqual([true, ['/tmp']])
  })

  it('leave what the largest photo takes beside a full heap', () => {
    const [, heap] = /^--max-old-space-size=(\d+)$/.exec(hallway.environment.NODE_OPTIONS ?? '') ?? []
    // docs/decisions/018-libraries.md
    expect(mebibytes(hallway.mem_limit) - Number(heap)).toBeGreaterThan(600)
  })

  it('hold no secret', () => {
    const given = services.flatMap(([, { environment }]) => Object.entries(environment))
    const secrets = given.filter(([name]) => /PASSWORD|SECRET|TOKEN/.test(name))
    expect(secrets.length).toBeGreaterThan(2)
    expect(secrets.filter(([, value]) => !/^\$\{\w+:[-?][^}]*\}$/.test(value))).toEqual([])
    expect(hallway.environment.DATABASE_URL).toMatch(/^postgresql:\/\/hallway:\$\{POSTGRES_PASSWORD:\?[^}]+\}@/)
  })

  it('wait longer for the server to end than it takes', () => {
    // Ten seconds: server/main.ts.
    expect(parseInt(hallway.stop_grace_period ?? '', 10)).toBeGreaterThan(10)
  })
})

describe('the image', () => {
  it('runs as nobody in particular, in what has no shell, and nothing is run to make it', () => {
    expect([last('FROM'), last('USER'), last('RUN')]).toEqual([['${RUN_IMAGE}'], ['65532:65532'], []])
    expect(bases).toEqual([
      expect.stringMatching(/^BUILD_IMAGE=docker\.io\/library\/node:\d+-\w+-slim$/),
      expect.stringMatching(/^RUN_IMAGE=gcr\.io\/distroless\/nodejs\d+-debian\d+:nonroot$/),
    ])
  })

  it('is built by the Node that it is run by', () => {
    const [build, run] = bases.map((base) => /node(?:js|:)(\d+)/.exec(base)?.[1])
    expect([build, Number(run)]).toEqual([run, 24])
  })

  it('is asked how it is by the program that it starts', () => {
    const [entry = '', health = ''] = [last('ENTRYPOINT')[0], last('HEALTHCHECK')[0]]
    expect([JSON.parse(entry), last('CMD')]).toEqual([
      ['/nodejs/bin/node', '--enable-source-maps', 'dist/hallway.mjs'],
      ['["serve"]'],
    ])
    expect(health).toMatch(/CMD \["\/nodejs\/bin\/node", "dist\/hallway\.mjs", "health"\]$/)
  })

  it('has variables that exist, and no secret', () => {
    const names = [...Object.keys(variables), ...dockerfile.getARGs().map(argumentsOf)]
    expect(unknownOf(Object.keys(variables))).toEqual([])
    expect(names.filter((name) => /SECRET|PASSWORD|TOKEN/.test(name))).toEqual([])
  })

  it('agrees about its port and its folders with those that use them', async () => {
    expect(last('EXPOSE')).toEqual([variables.PORT])
    expect(hallway.ports).toEqual([`\${HALLWAY_PORT:-3000}:${variables.PORT}`])
    expect(await readFile('deploy/container/Caddyfile', 'utf8')).toContain(`reverse_proxy hallway:${variables.PORT}`)
    const folders = [variables.HALLWAY_DATA, '/backups']
    expect(hallway.volumes.map((volume) => volume.split(':')[1])).toEqual(folders)
    const owned = dockerfile.getCOPYs().filter((copy) => copy.getFlags().some((flag) => flag.getName() === 'chown'))
    expect(owned.map((copy) => argumentsOf(copy).split(' ').at(-1))).toEqual(folders)
  })

  it('is built from what is named, and no file of settings is', async () => {
    const lines = (await readFile('.dockerignore', 'utf8')).split('\n').filter((line) => !/^(#|$)/.test(line))
    expect([lines[0], lines.includes('**/.env*')]).toEqual(['*', true])
    const read = new Set(SOURCES.map((path) => `!${path.split('/')[0]}`))
    expect([...read].filter((line) => !lines.includes(line))).toEqual([])
    expect(lines.filter((line) => /^!.*\.(env|data|git)\b/.test(line))).toEqual([])
  })

  it('can be built for the other processor: each package for this one has its sibling in the lock', async () => {
    const lockSchema = z.object({ packages: z.record(z.string(), z.unknown()) })
    const { packages } = lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')))
    const here = Object.keys(packages).filter((path) => /linux-x64(-gnu)?$/.test(path))
    expect(here.length).toBeGreaterThan(5)
    expect(here.filter((path) => !(path.replace('linux-x64', 'linux-arm64') in packages))).toEqual([])
  })
})

// @ts-check Debian's OpenStack Swift as an S3 server for the long run: an account, a container and an object server of
// one device, and a proxy that speaks S3, in a folder of their own.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findFreePort } from '../server/free-port.mjs'

const KEYS = { HALLWAY_S3_ACCESS_KEY_ID: 'test:tester', HALLWAY_S3_SECRET_ACCESS_KEY: 'testing' }
const BUCKET = 'photos'
const RINGS = /** @type {const} */ (['account', 'container', 'object'])
const DEADLINE_MS = 60_000

/** Is it here? It is not asked for: who wants to see it installs swift-proxy, -account, -container and -object. */
export function isSwiftInstalled() {
  return ['proxy', ...RINGS].every((name) => spawnSync(`swift-${name}-server`, ['--help']).error === undefined)
}

/**
 * Starts it with an empty bucket.
 * @returns {Promise<{ variables: Record<string, string>, stop: () => Promise<void> }>} `variables`: for the environment
 * @throws {Error} when it does not answer within a minute
 */
export async function startSwift() {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-swift-'))
  mkdirSync(join(folder, 'devices/one'), { recursive: true })
  write(folder, 'swift.conf', '[swift-hash]\nswift_hash_path_prefix = a\nswift_hash_path_suffix = b')
  const ports = await Promise.all(RINGS.map(() => findFreePort()))
  for (const [index, ring] of RINGS.entries()) {
    build(folder, ring, ports[index] ?? 0)
    const own = `mount_check = false\ndisable_fallocate = true\ndevices = ${folder}/devices`
    const pipeline = `[pipeline:main]\npipeline = ${ring}-server\n[app:${ring}-server]\nuse = egg:swift#${ring}`
    write(folder, `${ring}.conf`, `${defaults(folder, ports[index] ?? 0)}\n${own}\n${pipeline}`)
  }
  const port = await findFreePort()
  write(folder, 'proxy.conf', `${defaults(folder, port)}\n${PROXY}`)
  const servers = ['proxy', ...RINGS].map((name) =>
    spawn(`swift-${name}-server`, [join(folder, `${name}.conf`)], { stdio: 'ignore' }),
  )
  const stop = async () => {
    const running = servers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    const ended = running.map((server) => once(server, 'exit'))
    for (const server of running) server.kill()
    await Promise.all(ended)
    rmSync(folder, { recursive: true, force: true })
  }
  const endpoint = `http://127.0.0.1:${port}`
  await makeBucket(endpoint).catch((error) => stop().then(() => Promise.reject(error)))
  return { variables: { HALLWAY_S3_ENDPOINT: endpoint, HALLWAY_S3_BUCKET: BUCKET, ...KEYS }, stop }
}

const PROXY = `[pipeline:main]
pipeline = cache s3api tempauth proxy-server
[filter:cache]
use = egg:swift#memcache
[filter:s3api]
use = egg:swift#s3api
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true`

/** @param {string} folder @param {number} port */
function defaults(folder, port) {
  return `[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = ${port}\nworkers = 0\nswift_dir = ${folder}`
}

/** @param {string} folder @param {string} ring @param {number} port */
function build(folder, ring, port) {
  const builder = join(folder, `${ring}.builder`)
  for (const words of [['create', '4', '1', '1'], ['add', `r1z1-127.0.0.1:${port}/one`, '1'], ['rebalance']])
    spawnSync('swift-ring-builder', [builder, ...words])
}

/** @param {string} folder @param {string} name @param {string} text */
function write(folder, name, text) {
  writeFileSync(join(folder, name), `${text}\n`)
}

/** @param {string} endpoint */
async function makeBucket(endpoint) {
  const [accessKeyId, secretAccessKey] = [KEYS.HALLWAY_S3_ACCESS_KEY_ID, KEYS.HALLWAY_S3_SECRET_ACCESS_KEY]
  const { AwsClient } = await import('aws4fetch')
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'us-east-1', retries: 0 })
  const deadline = Date.now() + DEADLINE_MS
  for (;;) {
    const answer = await client.fetch(`${endpoint}/${BUCKET}`, { method: 'PUT' }).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > deadline) throw new Error(`Swift does not answer (${answer?.status ?? 'no connection'}).`)
    await wait(200)
  }
}

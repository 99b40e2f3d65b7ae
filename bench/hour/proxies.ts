import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '@/scripts/programs.mjs'
import { findFreePort } from '@/scripts/server/free-port.mjs'

export type Proxy = { port: number; stop: () => void }

/** Each takes two descriptors, and most systems give a process 20,000. */
const MOST_CONNECTIONS = 9_900

/**
 * HAProxy as deploy/haproxy sets it up, in front of two processes.
 * @param folder for what it reads
 */
export async function startWebProxy(folder: string, servers: readonly [number, number]): Promise<Proxy> {
  const port = await findFreePort()
  const config = readFileSync(join(root, 'deploy/haproxy/haproxy.cfg'), 'utf8')
    .replace('maxconn 20000', `maxconn ${MOST_CONNECTIONS}`)
    .replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replace('127.0.0.1:3001', `127.0.0.1:${servers[0]}`)
    .replace('127.0.0.1:3002', `127.0.0.1:${servers[1]}`)
  return start(join(folder, `web-${port}.cfg`), config, port)
}

/** HAProxy in front of two databases: connections go to the one whose agent says that it is written to. */
export async function startDatabaseProxy(
  folder: string,
  databases: readonly { port: number; agentPort: number }[],
): Promise<Proxy> {
  const port = await findFreePort()
  const servers = databases.map(
    (one, at) => `  server postgres-${at} 127.0.0.1:${one.port} check port ${one.agentPort}`,
  )
  const config = `defaults
  mode tcp
  timeout connect 1s
  timeout client 1h
  timeout server 1h
  timeout check 3s
  retries 3
  option redispatch
listen database
  bind 127.0.0.1:${port}
  option httpchk GET /
  default-server inter 500ms fall 3 rise 1 on-marked-down shutdown-sessions
${servers.join('\n')}
`
  return start(join(folder, 'database.cfg'), config, port)
}

async function start(file: string, config: string, port: number): Promise<Proxy> {
  writeFileSync(file, config)
  const child = spawn('haproxy', ['-db', '-f', file], { stdio: ['ignore', 'inherit', 'inherit'] })
  process.once('exit', () => child.kill('SIGKILL'))
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`HAProxy ended as it started: haproxy -c -f ${file}`)
    await wait(50)
  }
  return { port, stop: () => void child.kill('SIGTERM') }
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), done(true)))
    socket.once('error', () => done(false))
  })
}

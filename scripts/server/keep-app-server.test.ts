import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { expect, it } from 'vitest'
import { StartError } from '../start-error.mjs'
import { keepAppServer } from './keep-app-server.mjs'

/** A process that lives until it is ended, in the place of the server. */
function starting() {
  const pids: number[] = []
  const news = new EventEmitter()
  return {
    pids,
    /** When the next one is started. */
    next: () => once(news, 'started'),
    async start() {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      const ended = once(child, 'exit').then(([code, signal]) => `the server was ended by ${signal ?? code}`)
      await once(child, 'spawn')
      pids.push(child.pid ?? 0)
      news.emit('started')
      return {
        ended,
        async stop() {
          child.kill('SIGTERM')
          await ended
        },
      }
    },
  }
}

it('starts a server again that was ended, and says so', async () => {
  const servers = starting()
  const said: string[] = []
  const saying = new EventEmitter()
  const server = await keepAppServer(servers.start, (sentence) => {
    said.push(sentence)
    saying.emit(sentence)
  })
  const isBack = once(saying, 'The server runs again.')
  process.kill(servers.pids[0] ?? 0, 'SIGKILL')
  await isBack
  const again = servers.pids[1] ?? 0
  expect(process.kill(again, 0)).toBe(true)
  await server.stop()
  await server.ended
  expect(said).toEqual([
    'The server was ended by SIGKILL. It is started again; devices keep what is written until then.',
    'The server runs again.',
  ])
  expect(() => process.kill(again, 0)).toThrow('ESRCH')
})

it('gives up on one that ends six times within a minute', async () => {
  const servers = starting()
  const server = await keepAppServer(servers.start, () => undefined)
  for (let ended = 0; ended < 5; ended++) {
    const next = servers.next()
    process.kill(servers.pids.at(-1) ?? 0, 'SIGKILL')
    await next
  }
  process.kill(servers.pids.at(-1) ?? 0, 'SIGKILL')
  expect(await server.ended).toBe(
    'the server was ended by SIGKILL, 6 times within a minute; what it said last says why',
  )
  expect(servers.pids).toHaveLength(6)
})

it('starts one again that was ended while it was being started again', async () => {
  const servers = starting()
  const said: string[] = []
  const saying = new EventEmitter()
  let starts = 0
  const start = async () => {
    if (++starts === 2) throw new StartError('the server was ended by SIGKILL')
    return servers.start()
  }
  const server = await keepAppServer(start, (sentence) => {
    said.push(sentence)
    saying.emit(sentence)
  })
  const isBack = once(saying, 'The server runs again.')
  process.kill(servers.pids[0] ?? 0, 'SIGKILL')
  await isBack
  expect(process.kill(servers.pids[1] ?? 0, 0)).toBe(true)
  await server.stop()
  const again = 'The server was ended by SIGKILL. It is started again; devices keep what is written until then.'
  expect(said).toEqual([again, again, 'The server runs again.'])
})

it('says why one cannot be started again', async () => {
  const servers = starting()
  let starts = 0
  const start = async () => {
    if (++starts > 1) throw new StartError('Port 3000 is taken.')
    return servers.start()
  }
  const server = await keepAppServer(start, () => undefined)
  process.kill(servers.pids[0] ?? 0, 'SIGKILL')
  expect([await server.ended, starts]).toEqual([
    'Port 3000 is taken, 6 times within a minute; what it said last says why',
    6,
  ])
})

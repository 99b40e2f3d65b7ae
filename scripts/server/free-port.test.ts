import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { findFreePort } from './free-port.mjs'

it('gives ports that nobody listens on, and none that the system hands to outgoing connections', async () => {
  const ports: number[] = []
  for (let found = 0; found < 50; found += 1) {
    const port = await findFreePort()
    const server = createServer().listen(port, '127.0.0.1')
    await once(server, 'listening')
    await new Promise((done) => server.close(done))
    ports.push(port)
  }
  expect(ports.filter((port) => port < 20_000 || port >= 32_768)).toEqual([])
})

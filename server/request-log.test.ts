import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeRequestLog } from './request-log'

it('writes a line a request, without what an address keeps secret', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hallway-log-')), 'log')
  const log = makeRequestLog('info', file)
  log.info({ requestId: 'r', method: 'GET', path: '/feeds/a-secret.ics', status: 200 }, 'request')
  await new Promise((done) => log.flush(done))
  expect(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      level: 30,
      time: expect.any(String),
      requestId: 'r',
      method: 'GET',
      path: '/feeds/[hidden]',
      status: 200,
      msg: 'request',
    },
  ])
})

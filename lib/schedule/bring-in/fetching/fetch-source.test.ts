import { describe, expect, it } from 'vitest'
import { serveWeb } from '@/tests/web-server'
import { fetchSource } from './fetch-source'

const access = { allow: ['127.0.0.1'] }

async function site(pages: Record<string, string>): Promise<string> {
  return serveWeb((request, response) => {
    const body = pages[request.url ?? '']
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
}

async function read(url: string) {
  const fetched = await fetchSource(url, access)
  return fetched.ok
    ? [fetched.address, ...fetched.files.map(({ name, bytes }) => `${name}: ${Buffer.from(bytes).toString()}`)]
    : fetched.reason
}

describe('fetchSource', () => {
  it('fetches a file, and what it keeps of the address holds no password', async () => {
    const origin = await site({ '/all.ics': 'BEGIN' })
    expect(await read(`${origin.replace('//', '//ann:secret@')}/all.ics`)).toEqual([
      `${origin}/all.ics`,
      'all.ics: BEGIN',
    ])
  })

  it('goes once from a page to the schedule that it names', async () => {
    const origin = await site({
      '/': '<html><a href="/export/schedule.json">Schedule</a>',
      '/export/schedule.json': '<html><a href="/elsewhere/schedule.json">Schedule</a>',
      '/gone': '<html><a href="/away/schedule.xml">Schedule</a>',
    })
    expect([await read(origin), await read(`${origin}/gone`)]).toEqual([
      [`${origin}/export/schedule.json`, 'schedule.json: <html><a href="/elsewhere/schedule.json">Schedule</a>'],
      'not-found',
    ])
  })

  it('gives a page that leads nowhere as it is', async () => {
    const origin = await site({ '/about': '<html>About us' })
    expect(await read(`${origin}/about`)).toEqual([`${origin}/about`, 'about: <html>About us'])
  })

  it('does not take a page to sign in for the file', async () => {
    const origin = await serveWeb((request, response) => {
      if (request.url === '/sheet') return void response.writeHead(302, { location: '/ServiceLogin?next=sheet' }).end()
      response.end('<html>Sign in')
    })
    expect(await read(`${origin}/sheet`)).toBe('needs-sign-in')
  })

  it('does not go from a page into a network that is not allowed', async () => {
    const origin = await site({ '/': '<html><a href="http://[::1]:1/schedule.json">Schedule</a>' })
    expect(await read(origin)).toBe('not-public')
  })

  it('says why there is nothing', async () => {
    const origin = await serveWeb((_, response) => void response.writeHead(403).end())
    expect(await fetchSource(origin.replace('//', '//ann:secret@'), access)).toEqual({
      ok: false,
      reason: 'refused',
      detail: `${new URL(origin).host}: 403`,
    })
  })
})

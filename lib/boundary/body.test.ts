import { describe, expect, it } from 'vitest'
import { readBytes, readFormOf, readJsonOf } from './body'

const address = 'http://localhost:3000/api/v1/things'
const post = (body: BodyInit | null, type?: string) =>
  new Request(address, { method: 'POST', body, headers: type === undefined ? {} : { 'content-type': type } })

/** A body without an end, in pieces of a hundred bytes. */
function endless() {
  const body = { pulled: 0, isCancelled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        body.pulled++
        controller.enqueue(new Uint8Array(100))
      },
      cancel() {
        body.isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, stream }
}

describe('a body', () => {
  it('is read to its end, in order, up to its limit', async () => {
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of ['ab', '', 'cd']) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    })
    expect([(await readBytes(pieces, 4)).toString(), (await readBytes(null, 0)).length]).toEqual(['abcd', 0])
    await expect(readBytes(new Blob(['abcde']).stream(), 4)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  })

  it('without an end is left as soon as it is longer, and whoever sends it is told', async () => {
    const { body, stream } = endless()
    await expect(readBytes(stream, 1_000)).rejects.toMatchObject({ code: 'TOO_LARGE', detail: 'body' })
    expect(body).toEqual({ pulled: 11, isCancelled: true })
  })

  it('that breaks off is no shorter one, and no fault of ours', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('The connection was lost'))
      },
    })
    await expect(readBytes(broken, 1_000)).rejects.toMatchObject({ code: 'INVALID', detail: 'body-broken-off' })
  })
})

describe('JSON', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'is read where it is said to be, as %s',
    async (type) => {
      expect(await readJsonOf(post('{"title":"Été"}', type))).toEqual({ title: 'Été' })
    },
  )

  it.each([
    ['as nothing', undefined],
    ['as text', 'text/plain'],
    ['as text, by the way', 'text/plain; application/json'],
    ['as a form', 'application/x-www-form-urlencoded'],
    ['as something longer', 'application/jsonp'],
  ])('is none that comes %s: a plain form of any site could send it', async (_, type) => {
    await expect(readJsonOf(post(new TextEncoder().encode('{}'), type))).rejects.toMatchObject({
      code: 'INVALID',
      detail: 'not-json',
    })
  })

  it.each(['', '{', 'undefined', "{'a':1}", '{"a":1}}'])('is none that reads %j', async (text) => {
    await expect(readJsonOf(post(text, 'application/json'))).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('is read no further than it may be, whatever it is', async () => {
    await expect(readJsonOf(post('"123456"', 'application/json'), 8)).resolves.toBe('123456')
    await expect(readJsonOf(post('"1234567"', 'application/json'), 8)).rejects.toMatchObject({ code: 'TOO_LARGE' })
    await expect(readJsonOf(post('no JSON at all', 'application/json'), 8)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  })
})

describe('a form with files', () => {
  const form = () => {
    const data = new FormData()
    data.set('title', 'Été')
    data.set('file', new File([new Uint8Array([0, 255, 13, 10])], 'naïve.csv', { type: 'text/csv' }))
    return data
  }

  it('is read with its texts and its files, byte by byte', async () => {
    const read = await readFormOf(new Request(address, { method: 'POST', body: form() }), 10_000)
    const file = read.get('file')
    if (!(file instanceof File)) throw new Error('No file')
    expect([read.get('title'), file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]]).toEqual([
      'Été',
      'naïve.csv',
      'text/csv',
      [0, 255, 13, 10],
    ])
  })

  it.each([
    ['is JSON', '{}', 'application/json'],
    ['says nothing of how its parts begin', 'x', 'multipart/form-data'],
    ['has no parts', 'nothing', 'multipart/form-data; boundary=x'],
    ['breaks off', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', 'multipart/form-data; boundary=x'],
  ])('is none that %s', async (_, body, type) => {
    await expect(readFormOf(post(body, type), 10_000)).rejects.toMatchObject({ code: 'INVALID', detail: 'not-form' })
  })

  it('is not read where it is longer than it may be', async () => {
    await expect(readFormOf(new Request(address, { method: 'POST', body: form() }), 50)).rejects.toMatchObject({
      code: 'TOO_LARGE',
    })
  })
})

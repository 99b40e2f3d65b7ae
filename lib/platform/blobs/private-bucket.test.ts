import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { putBlob, readBlob } from './blobs'

// A real S3 server: docs/testing.md says how one is started.
describe.runIf(process.env.HALLWAY_TEST_S3)('a bucket of a real server', () => {
  it('gives neither an object nor its list to whoever does not sign', async () => {
    Object.assign(process.env, JSON.parse(process.env.HALLWAY_TEST_S3 ?? ''), { HALLWAY_S3_PREFIX: '' })
    const key = randomUUID()
    await putBlob(key, Buffer.from('bytes of somebody’s photo'))
    expect(await readBlob(key)).toEqual(Buffer.from('bytes of somebody’s photo'))
    const bucket = `${process.env.HALLWAY_S3_ENDPOINT}/${process.env.HALLWAY_S3_BUCKET}`
    const answers = await Promise.all([`/${key.slice(0, 2)}/${key}`, '', '/'].map((path) => fetch(`${bucket}${path}`)))
    const said = await Promise.all(answers.map((answer) => answer.text()))
    // Servers refuse in ways of their own: 400, 403 or, where Swift's own door is behind, 412.
    expect(answers.map(({ status }) => status >= 400 && status < 500)).toEqual([true, true, true])
    expect(said.filter((text) => text.includes(key) || text.includes('photo'))).toEqual([])
  })
})

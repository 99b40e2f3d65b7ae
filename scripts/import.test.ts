import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { runImport } from './import/import-command'
import { readOptions } from './import/import-options'
import { bundleThreads } from './build/threads.mjs'

const { db } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'hallway-import-'))
beforeAll(() => bundleThreads(), 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** The command in `folder`: its exit code and what it says. */
async function run(...words: string[]): Promise<{ code: number; output: string; json: unknown }> {
  const lines: string[] = []
  const say = (text: string) => void lines.push(text)
  const code = await runImport(words, { db, folder, now: new Date('2026-03-01T10:00:00Z'), say, complain: say })
  return { code, output: lines.join('\n'), json: words.includes('--json') ? JSON.parse(lines.join('\n')) : null }
}

function write(name: string, ...given: Parameters<typeof aProgram>): string {
  writeFileSync(join(folder, name), JSON.stringify(aProgram(...given)))
  return name
}

const titles = ['a', 'b', 'c', 'd', 'e'].map((title) => ({ title, rooms: ['Hall A'], speakers: ['Ann Lee'] }))
const nothing = { added: 0, changed: 0, cancelled: 0, restored: 0, unchanged: 0 }
const five = {
  conference: 'days-2026',
  source: 'site',
  format: 'program-json',
  sessions: 5,
  rooms: 1,
  speakers: 1,
  problems: [],
}

describe('npm run import', () => {
  it('goes from a question to a conference, and through a guard', async () => {
    const [all, few] = [write('all.json', titles, { title: 'Days' }), write('few.json', titles.slice(4))]
    const words = ['--conference', 'days-2026', '--json']
    expect(await run(all, ...words)).toMatchObject({
      code: 3,
      json: {
        ...nothing,
        conference: 'days-2026',
        source: null,
        format: 'program-json',
        applied: false,
        sessions: 0,
        rooms: 0,
        speakers: 0,
        problems: [{ severity: 'error', path: '', code: 'time-zone-needed', detail: '' }],
      },
    })
    expect(await db.conference.count({ where: { slug: 'days-2026' } })).toBe(0)
    expect(await run(all, ...words, '--timezone', 'Europe/Paris', '--dry-run')).toMatchObject({
      code: 0,
      json: { ...five, ...nothing, applied: false, added: 5 },
    })
    expect(await run(all, ...words, '--timezone', 'Europe/Paris', '--owner', 'Ann@Example.org')).toMatchObject({
      code: 0,
      json: { ...five, ...nothing, applied: true, added: 5 },
    })
    expect(await run(all, ...words)).toMatchObject({
      code: 0,
      json: { ...five, ...nothing, applied: true, unchanged: 5 },
    })
    expect(await run(few, ...words)).toMatchObject({
      code: 3,
      json: { applied: false, cancelled: 4, unchanged: 1, guards: [{ code: 'many-gone', gone: 4, standing: 5 }] },
    })
    expect(await run(few, ...words, '--accept', 'many-gone', '--visibility', 'public')).toMatchObject({
      code: 0,
      json: { applied: true, sessions: 1, cancelled: 4, unchanged: 1 },
    })
    expect(
      await db.conference.findUnique({
        where: { slug: 'days-2026' },
        select: {
          name: true,
          visibility: true,
          timeZone: true,
          version: true,
          memberships: { select: { role: true, user: { select: { email: true } } } },
        },
      }),
    ).toEqual({
      name: 'Days',
      visibility: 'public',
      timeZone: 'Europe/Paris',
      version: 4,
      memberships: [{ role: 'owner', user: { email: 'ann@example.org' } }],
    })
  })

  it('asks which source is meant, also of those who say yes to everything', async () => {
    await run(write('one.json', titles), '--conference', 'two-2026', '--timezone', 'UTC', '--source', 'Main')
    expect(
      await run(
        write('two.json', titles, { siteKey: 'other' }),
        '--conference',
        'two-2026',
        '--accept',
        'another-site',
      ),
    ).toMatchObject({ code: 3, output: expect.stringContaining('Main.') })
    expect(await run('two.json', '--conference', 'two-2026', '--json', '--source', 'Side')).toMatchObject({
      code: 0,
      json: { source: 'Side', added: 5, cancelled: 0 },
    })
  })

  it('asks what a file leaves open, takes the answer, and asks no more', async () => {
    const session = {
      start: '2027-06-11T10:00:00.000Z',
      end: '2027-06-11T11:00:00.000Z',
      track: 'Quay',
      proposal: null,
    }
    const hall = {
      name: 'Fog 2027',
      timeZone: 'Europe/Paris',
      days: [],
      sessions: [{ id: '1', title: 'Fog', ...session }],
    }
    writeFileSync(join(folder, 'hall.json'), JSON.stringify(hall))
    const words = ['hall.json', '--conference', 'fog-2027']
    const startsAt = () =>
      db.session.findMany({ where: { conference: { slug: 'fog-2027' } }, select: { startAt: true } })

    const asked = await run(...words)
    expect([asked.code, asked.output.split('\n').slice(-4)]).toEqual([
      3,
      [
        'Which hours does the file mean? Its times end in “Z”, which stands for UTC, but some exports write local ' +
          'times like that. The first session is “Fog”:',
        '  --answer z-means-local=local: At 10:00: the hours are local (guessed: Nothing in the file tells which.)',
        '  --answer z-means-local=utc: At 12:00: the hours are UTC',
        'Say which is right with --answer, as above.',
      ],
    ])
    expect(await startsAt()).toEqual([])
    expect(await run(...words, '--answer', 'z-means-local=utc')).toMatchObject({ code: 0 })
    expect(await startsAt()).toEqual([{ startAt: new Date('2027-06-11T10:00:00.000Z') }])
    expect(await run(...words, '--json')).toMatchObject({
      code: 0,
      json: { unchanged: 1, questions: [{ id: 'z-means-local', guess: 'local', answer: 'utc' }] },
    })
    expect(await run(...words, '--answer', 'z-means-local=local')).toMatchObject({ code: 0 })
    expect(await startsAt()).toEqual([{ startAt: new Date('2027-06-11T08:00:00.000Z') }])
  })

  it.each(['z-means-local', 'z-means-local=east', 'moon=full'])('knows no such answer: %s', async (answer) => {
    expect(await run('x.json', '--conference', 'fog-2027', '--answer', answer)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^--answer: /),
    })
  })

  it('fetches an address, and changes nothing when a part of what was named is not there', async () => {
    const server = createServer(
      (request, response) =>
        void (request.url === '/days.json'
          ? response.end(JSON.stringify(aProgram(titles)))
          : response.writeHead(404).end()),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    afterAll(() => server.close())
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    const words = ['--conference', 'net-2026', '--timezone', 'UTC', '--json']
    expect(await run(`${origin}/days.json`, ...words)).toMatchObject({ code: 0, json: { applied: true, added: 5 } })
    expect(
      await db.source.findFirst({ where: { conference: { slug: 'net-2026' } }, select: { address: true } }),
    ).toEqual({ address: `${origin}/days.json` })
    expect(await run(`${origin}/days.json`, `${origin}/more.json`, ...words)).toMatchObject({
      code: 2,
      json: { applied: false, problems: [{ severity: 'error', path: `${origin}/more.json`, code: 'not-found' }] },
    })
    expect(await run('none.json', ...words)).toMatchObject({
      code: 2,
      json: { applied: false, problems: [{ path: 'none.json', code: 'file-unreadable', detail: 'ENOENT' }] },
    })
  })

  it('says why nothing is usable', async () => {
    const empty = write('empty.json', [])
    expect(await run(empty, '--conference', 'empty-2026', '--timezone', 'UTC')).toMatchObject({
      code: 2,
      output: expect.stringContaining('there is no session in it'),
    })
    expect(await db.conference.count({ where: { slug: 'empty-2026' } })).toBe(0)
    writeFileSync(join(folder, 'prose.txt'), 'hello')
    expect(await run('prose.txt', '--conference', 'empty-2026', '--timezone', 'UTC', '--json')).toMatchObject({
      code: 2,
      json: { applied: false, problems: [{ path: 'prose.txt', code: 'looks-text' }] },
    })
  })
})

describe('readOptions', () => {
  it('reads the command line', () => {
    expect(
      readOptions([
        'a.ics',
        '--conference',
        'x-1',
        '--owner',
        ' Ann@Example.org ',
        'b.ics',
        '--accept',
        'many-gone',
        '--accept',
        'all-shifted',
        '--format',
        'csv',
      ]),
    ).toEqual({
      conference: 'x-1',
      owner: 'ann@example.org',
      accept: ['many-gone', 'all-shifted'],
      'dry-run': false,
      json: false,
      format: 'csv',
      places: ['a.ics', 'b.ics'],
    })
  })

  it.each([
    [['a.ics'], '--conference is needed'],
    [['--conference', 'x'], 'Name a file or an address.'],
    [['a', '--conference', 'X Y'], '--conference: small letters'],
    [['a', '--conference', 'x', '--timezone', 'Mars/Base'], '--timezone: no such zone'],
    [['a', '--conference', 'x', '--format', 'gopher'], '--format: one of'],
    [['a', '--conference', 'x', '--visibility', 'secret'], '--visibility: private or public'],
    [['a', '--conference', 'x', '--owner', 'ann'], '--owner: an e-mail address'],
    [['a', '--conference', 'x', '--accept', 'everything'], '--accept: one of nothing-scheduled'],
    [['a', '--conference', 'x', '--colour', 'red'], '--colour'],
  ])('says what is wrong with %j', (words, wrong) => {
    expect(readOptions(words)).toEqual({ wrong: [expect.stringContaining(wrong)] })
  })
})

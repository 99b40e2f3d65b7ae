import { describe, expect, it } from 'vitest'
import { limits, programSchema } from '@/lib/program/program'
import { startProgram, type RawSession } from './program-draft'

function session(values: Partial<RawSession>): RawSession {
  return {
    sourceId: null,
    rawTitle: 'Tides',
    description: null,
    kind: 'talk',
    cancelled: false,
    dayOn: '2027-06-10',
    startAt: new Date('2027-06-10T09:00:00Z'),
    endAt: null,
    roomKeys: [],
    trackKey: null,
    colocatedKey: null,
    speakerKeys: [],
    language: null,
    url: null,
    capacity: null,
    level: null,
    flags: [],
    slidesUrl: null,
    replayUrl: null,
    ...values,
  }
}

describe('startProgram', () => {
  it('cleans and shortens what does not fit, and says so', () => {
    const draft = startProgram()
    draft.addSession(
      'line 2',
      session({
        rawTitle: `  ${'x'.repeat(600)}\u0000`,
        description: 'y'.repeat(30_000),
        url: 'javascript:alert(1)',
        endAt: new Date('2027-06-10T08:00:00Z'),
      }),
    )
    draft.addRoom('z'.repeat(400))
    const { program, problems } = draft.finish()
    expect(programSchema.parse(program)).toEqual(program)
    expect(
      program.sessions.map(({ title, description, url, endAt }) => [title.length, description?.length, url, endAt]),
    ).toEqual([[limits.title, limits.description, null, null]])
    expect(problems.map(({ code }) => code)).toEqual([
      'text-shortened',
      'text-shortened',
      'not-a-link',
      'end-before-start',
    ])
  })

  it('joins a session that comes twice, and says that another session has its id', () => {
    const draft = startProgram()
    draft.addSession('a', session({ sourceId: '1', roomKeys: ['x'] }))
    draft.addSession('b', session({ sourceId: '1', roomKeys: ['x', 'y'] }))
    draft.addSession('c', session({ sourceId: '1', rawTitle: 'Dunes' }))
    const { program, problems } = draft.finish()
    expect(program.sessions.map(({ sourceId, title, roomKeys }) => [sourceId, title, roomKeys])).toEqual([
      ['1', 'Tides', ['x', 'y']],
      ['1', 'Dunes', []],
    ])
    expect(problems).toEqual([
      { severity: 'warning', path: 'c', entry: 'Dunes', code: 'duplicate-id', detail: '1: Dunes' },
    ])
  })

  it('says of a problem within a session what that is called, whichever comes first', () => {
    const draft = startProgram()
    draft.addProblem('warning', 'a.json: talks[1].end', 'time-unreadable', 'soon')
    draft.addSession('a.json: talks[1]', session({}))
    draft.addProblem('warning', 'a.json: talks[1].speakers[0].bio', 'entry-unreadable')
    draft.addProblem('warning', 'a.json: talks[12]', 'start-missing')
    draft.addProblem('error', 'a.json: talks[2].end', 'entry-unreadable', '7', ' Dunes ')
    expect(draft.finish().problems.map(({ path, entry }) => [path, entry])).toEqual([
      ['a.json: talks[1].end', 'Tides'],
      ['a.json: talks[1].speakers[0].bio', 'Tides'],
      ['a.json: talks[12]', undefined],
      ['a.json: talks[2].end', 'Dunes'],
    ])
  })

  it('takes no more sessions than can be kept', () => {
    const draft = startProgram()
    for (let n = 0; n <= limits.sessions; n++) draft.addSession(`line ${n}`, session({}))
    const { program, problems } = draft.finish()
    expect([program.sessions.length, problems]).toEqual([
      limits.sessions,
      [
        {
          severity: 'error',
          path: `line ${limits.sessions}`,
          entry: 'Tides',
          code: 'too-many-sessions',
          detail: 'Tides',
        },
      ],
    ])
  })

  it('keeps the first of two parts with one key', () => {
    const draft = startProgram()
    expect([
      draft.addRoom('Pier', { capacity: 10 }),
      draft.addRoom(' PIER ', { capacity: 20 }),
      draft.addRoom(' '),
      draft.addSpeaker({ name: 'Ada', company: 'Acme' }),
      draft.addSpeaker({ name: 'Ada' }),
    ]).toEqual(['pier', 'pier', null, 'ada|acme', 'ada|'])
    expect(draft.finish().program.rooms).toEqual([
      { key: 'pier', name: 'Pier', floor: null, capacity: 10, capacityKind: 'seats' },
    ])
  })
})

describe('what an adapter reads', () => {
  const read = (...sessions: Partial<RawSession>[]) => {
    const draft = startProgram()
    sessions.forEach((given, index) => draft.addSession(`line ${index}`, session(given)))
    const { program, problems } = draft.finish()
    return { sessions: program.sessions, problems: problems.map(({ severity, code }) => `${severity} ${code}`) }
  }

  it('has a title, its texts cleaned and its times as instants', () => {
    expect(read({ rawTitle: ' \n ' })).toEqual({ sessions: [], problems: ['error title-missing'] })
    const [first] = read({
      rawTitle: 'Tides \n and moons',
      sourceId: ' a ',
      endAt: new Date('2027-06-10T10:00:00Z'),
      roomKeys: ['x', 'x'],
      speakerKeys: ['s', 's', 't'],
      url: 'http://x.org',
    }).sessions
    expect(first).toEqual({
      ...session({}),
      sourceId: 'a',
      title: 'Tides and moons',
      rawTitle: expect.stringMatching(/^Tides\s+and moons$/),
      startAt: '2027-06-10T09:00:00.000Z',
      endAt: '2027-06-10T10:00:00.000Z',
      roomKeys: ['x'],
      speakerKeys: ['s', 't'],
      url: 'http://x.org',
    })
  })

  it('fits to the letter, and is shortened beyond', () => {
    const fits = read({ rawTitle: 'x'.repeat(limits.title), description: 'y'.repeat(limits.description) })
    expect(fits.problems).toEqual([])
    expect(read({ rawTitle: 'x'.repeat(limits.title + 1) }).problems).toEqual(['warning text-shortened'])
    expect(read({ description: 'y'.repeat(limits.description + 1) }).problems).toEqual(['warning text-shortened'])
  })

  it('has what few formats give, where one gives it', () => {
    const { sessions, problems } = read({
      level: ' Beginner ',
      flags: ['separate-registration', 'sold-out', 'sold-out'],
      slidesUrl: 'https://x.org/slides.pdf',
      replayUrl: 'javascript:alert(1)',
    })
    expect(sessions.map(({ level, flags, slidesUrl, replayUrl }) => ({ level, flags, slidesUrl, replayUrl }))).toEqual([
      {
        level: 'Beginner',
        flags: ['separate-registration', 'sold-out'],
        slidesUrl: 'https://x.org/slides.pdf',
        replayUrl: null,
      },
    ])
    expect(problems).toEqual(['warning not-a-link'])
  })

  it('has an address of the web, or none', () => {
    const long = `https://x.org/${'a'.repeat(limits.url)}`
    for (const url of ['javascript:alert(1)', 'see https://x.org', 'https://', long])
      expect([url, read({ url })]).toEqual([url, { sessions: [kept(null)], problems: ['warning not-a-link'] }])
    const longest = long.slice(0, limits.url)
    expect([read({ url: longest }).sessions[0]?.url, read({ url: 'http://x.org/a' }).problems]).toEqual([longest, []])
  })

  it('has no end without a start, nor one before it; one that is its start is said', () => {
    const nine = new Date('2027-06-10T09:00:00Z')
    expect(read({ startAt: null, endAt: nine })).toMatchObject({
      sessions: [{ startAt: null, endAt: null }],
      problems: [],
    })
    expect(read({ endAt: nine })).toMatchObject({
      sessions: [{ endAt: nine.toISOString() }],
      problems: ['info end-not-after-start'],
    })
    expect(read({ endAt: new Date('2027-06-10T08:59:00Z') })).toMatchObject({
      sessions: [{ endAt: null }],
      problems: ['warning end-before-start'],
    })
  })

  it('is one session with another only where id, title, day and time are the same', () => {
    const twin = { sourceId: '1', speakerKeys: ['a'] }
    expect(read(twin, { ...twin, speakerKeys: ['b'] }).sessions.map(({ speakerKeys }) => speakerKeys)).toEqual([
      ['a', 'b'],
    ])
    expect(read(twin, { ...twin, startAt: new Date('2027-06-10T11:00:00Z') })).toMatchObject({
      problems: [],
      sessions: [{}, {}],
    })
    expect(read({ ...twin, startAt: null }, { ...twin, startAt: null, dayOn: '2027-06-11' }).sessions.length).toBe(2)
    expect(read({}, {}).sessions.length).toBe(2)
  })

  it('names rooms, tracks, events and people once', () => {
    const draft = startProgram()
    const keys = [
      draft.addTrack('Code'),
      draft.addTrack('CODE'),
      draft.addColocatedEvent('Rust Day'),
      draft.addTrack(null),
      draft.addSpeaker({ name: ' Ada ', company: ' Acme ', tagline: ' CTO ', bio: 'z'.repeat(limits.description + 9) }),
      draft.addSpeaker({ name: 'Bo', key: '7' }),
    ]
    const { program } = draft.finish()
    expect(keys).toEqual(['code', 'code', 'rust day', null, 'ada|acme', '7'])
    expect([program.tracks, program.colocatedEvents]).toEqual([
      [{ key: 'code', name: 'Code' }],
      [{ key: 'rust day', name: 'Rust Day' }],
    ])
    expect(program.speakers).toEqual([
      { key: 'ada|acme', name: 'Ada', company: 'Acme', tagline: 'CTO', bio: 'z'.repeat(limits.description) },
      { key: '7', name: 'Bo', company: null, tagline: null, bio: null },
    ])
  })

  it('lists two hundred problems of one kind, and counts the others', () => {
    const draft = startProgram()
    for (let n = 0; n < 200; n++) draft.addProblem('warning', `line ${n}`, 'odd', ' a\n b ')
    draft.addProblem('info', 'x'.repeat(300), 'rare', 'y'.repeat(300))
    expect(draft.finish().problems.length).toBe(201)
    draft.addProblem('warning', 'line 200', 'odd')
    draft.addProblem('warning', 'line 201', 'odd')
    const { problems } = draft.finish()
    expect([problems.length, problems[0], problems[200], problems.at(-1)]).toEqual([
      202,
      { severity: 'warning', path: 'line 0', code: 'odd', detail: 'a b' },
      { severity: 'info', path: 'x'.repeat(200), code: 'rare', detail: 'y'.repeat(200) },
      { severity: 'warning', path: '', code: 'more-of-the-same', detail: 'odd: 2' },
    ])
  })
})

/** The session as it is kept, with this address. */
function kept(url: string | null) {
  return { ...session({}), title: 'Tides', startAt: '2027-06-10T09:00:00.000Z', endAt: null, url }
}

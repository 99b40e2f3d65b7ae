import { describe, expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { canBeAtDoor, whatIsOn } from './now'
import type { AttendanceStatus } from './schema'

const opening = talk('opening', { ...at('08:00', '09:00'), kind: 'keynote' })
const rust = talk('rust', at('09:00', '09:30'))
const go = talk('go', at('09:10'))
const desk = talk('desk', { ...at('07:00', '18:00'), kind: 'service' })
const event = talk('event', { ...at('07:00', '18:00'), kind: 'container' })
const gone = talk('gone', { ...at('09:00', '10:00'), status: 'cancelled' })
const lunch = talk('lunch', { ...at('11:00', '12:00'), kind: 'break' })
const later = talk('later', at('11:20', '12:00'))
const evening = talk('evening', at('17:00', '18:00'))
const unknown = talk('unknown', { startAt: undefined, endAt: undefined })
const agenda = agendaOf([desk, event, opening, rust, gone, go, lunch, later, evening, unknown])

const nowhere = new Map()

describe('whatIsOn', () => {
  it('says what is on, what is mine and what comes', () => {
    const picks = new Map([
      [rust.id, 'planB'],
      [evening.id, 'first'],
      [later.id, 'first'],
      [unknown.id, 'first'],
      [gone.id, 'first'],
    ] as const)
    expect(whatIsOn(agenda, picks, nowhere, new Date('2026-03-24T09:20:00Z'))).toEqual({
      phase: 'during',
      whereabouts: [],
      isInside: false,
      mine: [rust],
      next: { sessions: [later], minutes: 120 },
      current: [go],
      upcoming: [lunch],
    })
  })

  it('counts a session as on from its start until its end, one of unknown length for half an hour', () => {
    const currentAt = (time: string) => whatIsOn(agenda, new Map(), nowhere, new Date(`2026-03-24T${time}:00Z`)).current
    expect([currentAt('09:00'), currentAt('09:30'), currentAt('09:40')]).toEqual([[rust], [go], []])
  })

  it('shows a container only to whoever picked it, and nothing that was hidden', () => {
    const { mine, current, upcoming } = whatIsOn(
      agenda,
      new Map([
        [event.id, 'first'],
        [go.id, 'hidden'],
        [lunch.id, 'hidden'],
      ] as const),
      nowhere,
      new Date('2026-03-24T09:20:00Z'),
    )
    expect({ mine, current, upcoming }).toEqual({ mine: [event], current: [rust], upcoming: [later] })
  })

  it('names all of mine that begin together', () => {
    const twin = talk('twin', at('17:00', '17:30'))
    const picks = new Map([
      [evening.id, 'first'],
      [twin.id, 'planB'],
    ] as const)
    expect(whatIsOn(agendaOf([evening, twin]), picks, nowhere, new Date('2026-03-24T16:30:20Z')).next).toEqual({
      sessions: [evening, twin],
      minutes: 30,
    })
  })

  describe('by what I said of where I am', () => {
    const picks = new Map([
      [rust.id, 'first'],
      [go.id, 'planB'],
      [later.id, 'first'],
    ] as const)
    const shownAt = (time: string, statuses: [id: string, status: AttendanceStatus][]) => {
      const {
        phase: _,
        current: __,
        upcoming: ___,
        next,
        ...shown
      } = whatIsOn(
        agenda,
        picks,
        new Map(statuses.map(([id, status]) => [id, { status }])),
        new Date(`2026-03-24T${time}:00Z`),
      )
      return { ...shown, next: next?.sessions ?? [] }
    }

    it('shows that alone as mine, else what I picked and have not left', () => {
      expect(shownAt('09:20', [])).toEqual({ whereabouts: [], isInside: false, mine: [rust, go], next: [later] })
      expect(
        shownAt('09:20', [
          [go.id, 'attended'],
          [rust.id, 'leftEarly'],
        ]),
      ).toEqual({ whereabouts: [go], isInside: true, mine: [go], next: [later] })
      expect(
        shownAt('09:20', [
          [rust.id, 'couldNotGetIn'],
          [go.id, 'leftEarly'],
        ]),
      ).toEqual({ whereabouts: [], isInside: false, mine: [rust], next: [later] })
    })

    it('takes the latest for where I am, whether it has begun or not', () => {
      expect(
        shownAt('09:20', [
          [rust.id, 'attended'],
          [go.id, 'arrivedLate'],
        ]),
      ).toMatchObject({ whereabouts: [go], mine: [go] })
      expect(
        shownAt('10:50', [
          [rust.id, 'attended'],
          [later.id, 'attended'],
        ]),
      ).toEqual({ whereabouts: [later], isInside: true, mine: [later], next: [] })
      expect(shownAt('10:49', [[later.id, 'attended']])).toMatchObject({
        whereabouts: [],
        isInside: false,
        next: [later],
      })
    })

    it('takes what was said last of those that are on, also of one that began as early or earlier', () => {
      expect(
        shownAt('09:20', [
          [go.id, 'attended'],
          [rust.id, 'attended'],
        ]),
      ).toMatchObject({ whereabouts: [rust], isInside: true, mine: [rust] })
    })

    it('takes what was said afterwards for no move, and keeps the latest when it is over', () => {
      const long = talk('long', at('08:00', '10:30'))
      const whereAt = (time: string, said: string[]) =>
        whatIsOn(
          agendaOf([opening, long, rust]),
          new Map(),
          new Map(said.map((id) => [id, { status: 'attended' }])),
          new Date(`2026-03-24T${time}:00Z`),
        ).whereabouts
      expect([
        whereAt('09:20', [rust.id, opening.id]),
        whereAt('09:40', [long.id, rust.id]),
        whereAt('09:40', [rust.id, long.id]),
        whereAt('10:35', [rust.id, long.id]),
      ]).toEqual([[rust], [rust], [long], [long]])
    })

    it('remembers for an hour where I was, and never takes a break or a whole event for a place', () => {
      expect(shownAt('10:29', [[rust.id, 'attended']])).toEqual({
        whereabouts: [rust],
        isInside: false,
        mine: [],
        next: [later],
      })
      expect(shownAt('10:30', [[rust.id, 'attended']])).toMatchObject({ whereabouts: [] })
      expect(
        shownAt('11:10', [
          [lunch.id, 'attended'],
          [event.id, 'attended'],
          [desk.id, 'attended'],
        ]),
      ).toMatchObject({ whereabouts: [], isInside: false })
    })
  })

  it('has nothing to say of an empty programme', () => {
    expect(whatIsOn(agendaOf([], { days: [] }), new Map(), nowhere, new Date('2026-03-24T09:00:00Z'))).toEqual({
      phase: 'before',
      whereabouts: [],
      isInside: false,
      mine: [],
      next: null,
      current: [],
      upcoming: [],
    })
  })

  it.each([
    // Paris is one hour ahead of UTC: its 24 March begins at 23:00 the day before.
    ['before', '2026-03-23T22:59:00Z'],
    ['during', '2026-03-23T23:00:00Z'],
    ['during', '2026-03-25T22:59:00Z'],
    ['after', '2026-03-25T23:00:00Z'],
  ])('is %s at %s, by the days of the conference in its zone', (phase, now) => {
    expect(whatIsOn(agenda, new Map(), nowhere, new Date(now)).phase).toBe(phase)
  })

  it('goes on while the last evening does', () => {
    const party = talk('party', {
      dayOn: '2026-03-25',
      startAt: '2026-03-25T21:00:00.000Z',
      endAt: '2026-03-26T01:00:00.000Z',
    })
    expect(whatIsOn(agendaOf([party]), new Map(), nowhere, new Date('2026-03-26T00:30:00Z')).phase).toBe('during')
  })
})

describe('canBeAtDoor', () => {
  const session = talk('session', { ...at('09:00', '10:00'), rooms: ['hall'] })
  const isOpenAt = (time: string, given: Partial<typeof session> = {}) =>
    canBeAtDoor({ ...session, ...given, rooms: given.rooms ?? session.rooms }, new Date(`2026-03-24T${time}:00Z`))

  it('lets somebody be at the door from shortly before it until its end', () => {
    expect(['08:49', '08:50', '09:30', '09:59', '10:00'].map((time) => isOpenAt(time))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  it.each([
    ['has no room', { rooms: [] }],
    ['was cancelled', { status: 'cancelled' }],
    ['has no time', { startAt: undefined, endAt: undefined }],
    ['is a whole event', { kind: 'container' }],
    ['is a break', { kind: 'break' }],
  ] as const)('knows no door where a session %s', (_, given) => {
    expect(isOpenAt('09:30', { ...given, rooms: 'rooms' in given ? [] : ['hall'] })).toBe(false)
  })
})

it('tells what begins next in order of time, however the programme lists it', () => {
  const [late, soon, sooner] = [
    talk('late', at('09:40', '10:00')),
    talk('soon', at('09:30', '10:00')),
    talk('sooner', at('09:20', '10:00')),
  ]
  const { next, upcoming } = whatIsOn(
    agendaOf([late, soon, sooner]),
    new Map([[late.id, 'first']] as const),
    nowhere,
    new Date('2026-03-24T09:00:00Z'),
  )
  expect([next, upcoming]).toEqual([{ sessions: [late], minutes: 40 }, [sooner, soon]])
})

it('is at its own end no more, and never next as it begins', () => {
  const one = talk('one', at('09:00', '10:00'))
  const picks = new Map([[one.id, 'first']] as const)
  const atTime = (time: string) => {
    const { mine, next, isInside } = whatIsOn(
      agendaOf([one]),
      picks,
      new Map([[one.id, { status: 'attended' }]] as const),
      new Date(`2026-03-24T${time}:00Z`),
    )
    return { mine, next, isInside }
  }
  expect(atTime('09:00')).toEqual({ mine: [one], next: null, isInside: true })
  expect(atTime('10:00')).toEqual({ mine: [], next: null, isInside: false })
})

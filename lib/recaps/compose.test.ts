import { describe, expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { composeRecap } from './compose'
import { markKey, type ComposeOptions, type Material } from './material'

const agenda = agendaOf(
  [
    talk('keynote', { title: 'Opening *keynote*', ...at('08:00', '08:30'), rooms: ['hall'], speakers: ['ann'] }),
    talk('rust', {
      title: 'Controllers in Rust',
      number: 2,
      slug: '2-rust',
      ...at('09:00', '09:30'),
      rooms: ['b'],
      speakers: ['ann', 'bo'],
    }),
    talk('full', { title: 'eBPF for all', number: 3, slug: '3-full', ...at('10:00', '10:30') }),
    talk('replay', { title: 'Gateways', number: 4, slug: '4-replay', ...at('11:00', '11:30'), speakers: ['bo'] }),
    talk('unseen', { title: 'Never mentioned', number: 5, slug: '5-unseen', ...at('12:00', '12:30') }),
    talk('second', {
      title: 'Second day',
      number: 6,
      slug: '6-second',
      dayOn: '2026-03-25',
      startAt: '2026-03-25T08:00:00.000Z',
      endAt: '2026-03-25T08:30:00.000Z',
    }),
  ],
  {
    rooms: [
      { id: 'hall', slug: 'hall', name: 'Hall', capacityKind: 'seats' },
      { id: 'b', slug: 'b', name: 'Room <B>', capacityKind: 'seats' },
    ],
    speakers: [
      { id: 'ann', slug: 'ann', name: 'Ann Lee', company: 'Acme' },
      { id: 'bo', slug: 'bo', name: 'Bo' },
    ],
  },
)

const noted = (id: string, text: string, notedAt: string, more: { sessionId?: string; place?: string } = {}) => ({
  id,
  text,
  notedAt: `2026-03-24T${notedAt}:00.000Z`,
  updatedAt: `2026-03-24T${notedAt}:00.000Z`,
  ...more,
})

const markedAt = '2026-03-26T10:00:00.000Z'

const material: Material = {
  agenda,
  picks: new Map([['unseen', 'first']]),
  attendances: new Map([
    ['keynote', { status: 'arrivedLate', watchReplay: false, findSlides: true, reason: 'the queue', markedAt }],
    ['rust', { status: 'attended', watchReplay: true, findSlides: true, markedAt }],
    ['full', { status: 'couldNotGetIn', watchReplay: true, findSlides: false, markedAt }],
    ['replay', { status: 'missed', watchReplay: true, findSlides: false, reason: 'lunch_took long', markedAt }],
    ['second', { status: 'leftEarly', watchReplay: false, findSlides: false, markedAt }],
  ]),
  notes: [
    noted(
      'n1',
      '> Ship it — Ann Lee\nA thought\n@ Cy Doe, Initech — knows everything\nloves cats\n\n[ ] try kube-rs\n[x] clap',
      '09:10',
      { sessionId: 'rust' },
    ),
    noted('n2', '@ Secret Person — do not tell\nthey said a secret', '09:40'),
    noted('n3', '```rust\n@ not a person\nfn main() {}\n```', '09:20', { sessionId: 'rust' }),
    noted('n4', 'The coffee was good', '09:50', { place: 'Hall 5 [north]' }),
    noted('n5', '$ Globex — free socks', '10:50'),
    noted('n6', 'A hundred people before me', '10:01', { sessionId: 'full' }),
    noted('n7', '14:05 he said it', '08:10', { sessionId: 'second' }),
  ],
  photos: [
    {
      id: '00000000-0000-4000-8000-000000000002',
      noteId: 'n1',
      takenAt: '2026-03-24T09:12:00.000Z',
      caption: 'A [slide]',
    },
    { id: '00000000-0000-4000-8000-000000000001', noteId: 'n1', takenAt: '2026-03-24T09:11:00.000Z' },
  ],
  links: new Map([
    ['rust', { slidesUrl: 'https://slides.example/r(1)' }],
    ['replay', { replayUrl: 'https://video.example/r' }],
  ]),
}

const options: ComposeOptions = {
  language: 'en',
  now: '2026-04-01T10:00:00.000Z',
  day: '2026-03-24',
  chosen: new Set([markKey('n1', 2), markKey('n5', 0)]),
}

describe('composeRecap', () => {
  it('drafts a day in English', async () => {
    const { title, text } = composeRecap(material, options)
    expect(title).toBe('C: Tuesday 24 March 2026')
    await expect(text).toMatchFileSnapshot('./expected/day.en.md')
  })

  it('drafts all days in French', async () => {
    const { title, text } = composeRecap(material, { ...options, language: 'fr', day: null })
    expect(title).toBe('C\u00A0: mes notes')
    await expect(text).toMatchFileSnapshot('./expected/all-days.fr.md')
  })

  it('has sessions without times in the order in which they were marked', () => {
    const untimed = agendaOf(
      [talk('a', { title: 'A' }), talk('b', { title: 'B', number: 2 }), talk('c', { title: 'C', number: 3 })].map(
        (session) => ({ ...session, startAt: undefined, endAt: undefined }),
      ),
      {},
    )
    const saw = (at: string) => ({
      status: 'attended' as const,
      watchReplay: false,
      findSlides: false,
      markedAt: `2026-03-26T${at}:00.000Z`,
    })
    const { text } = composeRecap(
      {
        ...material,
        agenda: untimed,
        attendances: new Map([
          ['c', saw('10:00')],
          ['a', saw('10:05')],
          ['b', saw('10:05')],
        ]),
        notes: [],
      },
      options,
    )
    expect(text.match(/^## .*/gm)).toEqual(['## [C](session:3)', '## [A](session:1)', '## [B](session:2)'])
  })

  it('puts free notes in a row below one heading, where they were written at one place or at none', () => {
    const places: [string, string?][] = [['One'], ['Two'], ['Three', 'Hall 5'], ['Four', 'Hall 5'], ['Five']]
    const notes = places.map(([text, place], at) => noted(text, text, `10:0${at}`, { ...(place && { place }) }))
    const { text } = composeRecap({ ...material, attendances: new Map(), photos: [], notes }, options)
    expect(text).toBe(
      '## Around the sessions\n\nOne\n\nTwo\n\n## Hall 5\n\nThree\n\nFour\n\n## Around the sessions\n\nFive\n',
    )
  })

  it('names nobody who was not chosen, nor what stands below them', () => {
    const { text } = composeRecap(material, { ...options, day: null, chosen: new Set() })
    for (const secret of [
      'Cy Doe',
      'loves cats',
      'Secret Person',
      'a secret',
      'Globex',
      'socks',
      'People I met',
      'At the booths',
    ])
      expect(text).not.toContain(secret)
    expect(text).toContain('A thought')
  })

  it('keeps a place for what notes hold that may not be told by itself, where they hold nothing else', () => {
    const draft = (notes: string[], language: 'en' | 'fr' = 'en') =>
      composeRecap(
        {
          ...material,
          attendances: new Map(),
          notes: notes.map((text, nth) => noted(`n${nth}`, text, `10:0${nth}`)),
          photos: [],
        },
        { ...options, language, chosen: new Set() },
      ).text
    expect([
      draft(['@ Secret Person — do not tell']),
      draft(['$ Globex', '@ Secret Person\nlikes tea'], 'fr'),
      draft(['[ ] buy socks']),
      draft(['@ Secret Person', 'The coffee was good']),
      draft(['[x] clap', '']),
    ]).toEqual([
      '## People I met\n\n[to do: whom I met, if they may be named]\n',
      '## Personnes rencontrées\n\n[à faire : qui j’ai rencontré, si je peux le dire]\n\n' +
        '## Sur les stands\n\n[à faire : les stands que j’ai vus]\n',
      '## Around the sessions\n\n[to do: what came of my to-dos]\n',
      '## Around the sessions\n\nThe coffee was good\n',
      '## Around the sessions\n\n[to do: what came of my to-dos]\n',
    ])
  })

  it('has none of my own to-dos, reads a question as one, and keeps links', () => {
    const text =
      '[ ] ask my boss for a raise\n  or a promotion\n[x] clap\n- [ ] buy https://socks.example\n? How does it ' +
      'scale\n14:05 ? And [who](https://who.example) pays?\nSee https://a.example/x_y and ' +
      '[](https://empty.example)\n\n@ Cy, Initech — wrote https://cy.example/a_b.'
    const draft = (language: 'en' | 'fr') =>
      composeRecap(
        {
          ...material,
          attendances: new Map(),
          photos: [],
          links: new Map(),
          notes: [noted('n', text, '09:10', { sessionId: 'rust' })],
        },
        { ...options, language, chosen: new Set([markKey('n', 8)]) },
      ).text
    const [english, french] = [draft('en'), draft('fr')]
    for (const secret of ['to do', 'raise', 'promotion', 'clap', 'socks', '[ ]', '? How', '? And'])
      expect(english).not.toContain(secret)
    expect(english).toContain(
      'Question: How does it scale\n14:05 Question: And [who](https://who.example) pays?\nSee ' +
        'https://a.example/x_y and <https://empty.example>',
    )
    expect(english).toContain('- **Cy**, Initech — wrote <https://cy.example/a_b>.')
    expect(french).toContain('Question\u00a0: How does it scale')
  })

  it('does not name a private conference by itself', () => {
    const hidden = {
      ...material,
      agenda: {
        ...agenda,
        conference: { ...agenda.conference, name: 'Project Falcon summit', visibility: 'private' as const },
      },
    }
    const drafts = [
      composeRecap(hidden, options),
      composeRecap(hidden, { ...options, day: null }),
      composeRecap(hidden, { ...options, language: 'fr', day: null }),
    ]
    expect(drafts.map(({ title }) => title)).toEqual(['Tuesday 24 March 2026', 'My notes', 'Mes notes'])
    for (const { text } of drafts) expect(text).not.toContain('Falcon')
  })

  it('tells nothing that was cancelled as if it had been, and keeps what was noted', () => {
    const sessions = agenda.sessions.map((session) =>
      ['keynote', 'rust', 'full'].includes(session.id) ? { ...session, status: 'cancelled' as const } : session,
    )
    const draft = (language: 'en' | 'fr') =>
      composeRecap({ ...material, links: new Map(), agenda: { ...agenda, sessions } }, { ...options, language }).text
    const [english, french] = [draft('en'), draft('fr')]
    expect(english).toContain('## [Opening \\*keynote\\*](session:1)\n\n*Cancelled*\n\nthe queue\n\n## ')
    expect(english).toContain('## [Controllers in Rust](session:2)\n\n*Cancelled*\n\n> Ship it')
    expect(english).toContain('- [eBPF for all](session:3) — it was cancelled\n\n  A hundred people before me')
    expect(french).toContain('## [Controllers in Rust](session:2)\n\n*Annulée*\n\n> Ship it')
    for (const untrue of ['Ann Lee (Acme)', '09:00–09:30', 'I arrived late', 'to do: slides', 'was full'])
      expect(english).not.toContain(untrue)
  })

  it('tells no session as attended that is still to come', () => {
    const { text } = composeRecap(material, { ...options, now: '2026-03-24T08:40:00.000Z', day: null })
    expect(text).toContain('*With Ann Lee (Acme) · Hall · 09:00–09:30*')
    expect(text).toContain('*Still to come · With Ann Lee (Acme), Bo · Room \\<B\\> · 10:00–10:30*\n\n> Ship it')
    expect(text).toContain('*Still to come · 09:00–09:30*\n\n14:05 he said it')
    expect(text).not.toContain('I left early')
  })

  it('says nothing of a day without anything', () => {
    expect(composeRecap({ ...material, attendances: new Map(), notes: [] }, options)).toEqual({
      title: 'C: Tuesday 24 March 2026',
      text: '',
    })
  })

  it('depends on the conference’s zone, not on the machine’s', () => {
    const { conference } = agenda
    const { text } = composeRecap(
      { ...material, agenda: { ...agenda, conference: { ...conference, timeZone: 'Pacific/Auckland' } } },
      options,
    )
    expect(text).toContain('21:00–21:30')
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { GET as groups } from '@/app/api/v1/groups/route'
import { GET as account } from '@/app/api/v1/me/export/route'
import { GET as history } from '@/app/api/v1/notes/[id]/history/route'
import { GET as photo, PUT as sendPhoto } from '@/app/api/v1/photos/[id]/route'
import { GET as pull } from '@/app/api/v1/pull/route'
import { POST as push } from '@/app/api/v1/push/route'
import { createFeedTokenAction, listFeedTokensAction } from '@/lib/feeds/actions'
import { documents } from '@/lib/feeds/documents'
import { findFeed } from '@/lib/feeds/secret/find-feed'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import { keepPhoto } from '@/lib/notes/server/keep-photo'
import { mergeText, stateOfText } from '@/lib/notes/merge'
import { loadFacts } from '@/lib/notifications/server/load-facts'
import { roles, can } from '@/lib/people/permissions'
import { mayTakePart } from '@/lib/people/server/participation'
import {
  createGroupAction,
  endInvitationAction,
  joinGroupAction,
  leaveGroupAction,
  putOutAction,
  renameGroupAction,
  renewInvitationAction,
} from '@/lib/planning/server/group-actions'
import { createGroup, joinGroup } from '@/lib/planning/server/groups'
import { servedKinds } from '@/lib/handlers'
import { hashToken, makeToken } from '@/lib/platform/ids'
import { makeRecapAction } from '@/lib/recaps/server/actions'
import { deleteConference } from '@/lib/schedule/edit/conference-bin'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { jpeg } from '@/tests/factories/picture'
import { openDoor, signIn } from '@/tests/front-door'
import { granted } from '@/tests/factories/granted'

// Every way to what people of a private conference plan, write and share, tried by everybody who might be there: what
// each hears, and that the words never leak.

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-taking-part-'))
let cookie = ''
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie })) }))

const now = new Date('2026-03-24T12:00:00Z')
const at = now.toISOString()
const WORDS = 'what only the group may read'
const door = await openDoor({
  db,
  url,
  documents,
  feed: (request) => findFeed({ ...request, db, publicUrl: 'http://localhost', instanceId: 'test' }),
})

/**
 * "keeper" made the group; "removed" was in it and lost their role; "closed out" never had one: the conference was
 * public when they came; "put out" was put out of the group.
 */
const everybody = ['keeper', 'member', 'removed', 'closed out', 'put out', 'organizer', 'stranger', 'guest'] as const
type Who = (typeof everybody)[number]
const roleOf: Partial<Record<Who, 'owner' | 'organizer' | 'attendee'>> = {
  keeper: 'attendee',
  member: 'attendee',
  'put out': 'attendee',
  organizer: 'organizer',
}
const people = new Map<
  Who,
  { id: string; cookie: string; token: string; ownNote: string; ownPhoto: string; theirs: string }
>()
const place = {
  conferenceId: '',
  slug: '',
  sessions: ['', ''],
  group: '',
  secret: '',
  note: '',
  photo: '',
  announcement: '',
}

const person = (who: Who) =>
  people.get(who) ?? {
    id: randomUUID(),
    cookie: '',
    token: makeToken(),
    ownNote: randomUUID(),
    ownPhoto: randomUUID(),
    theirs: randomUUID(),
  }

beforeAll(async () => {
  const conference = await makeConference(db, { visibility: 'public', sessions: 2 })
  Object.assign(place, { conferenceId: conference.id, slug: conference.slug, sessions: conference.sessionIds })
  for (const who of everybody) if (who !== 'guest') await settle(who)
  const made = await createGroup(db, person('keeper').id, { conferenceId: conference.id, name: WORDS }, now)
  if (!made.ok) throw new Error(made.reason)
  Object.assign(place, { group: made.id, secret: made.secret, note: randomUUID(), photo: randomUUID() })
  for (const who of ['member', 'removed', 'closed out', 'put out'] as const)
    await joinGroup(db, person(who).id, { groupId: made.id, conferenceId: conference.id }, new Date(now.getTime() + 1))
  await write(person('keeper').id, place.note, WORDS, made.id)
  for (const who of ['keeper', 'member', 'removed', 'closed out', 'put out'] as const)
    await write(person(who).id, person(who).theirs, `by ${who}`, made.id)
  await db.photo.create({
    data: {
      id: place.photo,
      userId: person('keeper').id,
      noteId: place.note,
      caption: WORDS,
      mediaType: 'image/jpeg',
      bytes: 0,
      width: 1,
      height: 1,
      revision: 1n,
      takenAt: now,
    },
  })
  await keepPhoto(db, viewer('keeper'), place.photo, jpeg, now)
  place.announcement = (await db.announcement.create({ data: { conferenceId: conference.id, body: WORDS } })).id
  // …and the doors close.
  await db.conference.update({
    where: { id: conference.id },
    data: { visibility: 'private', version: { increment: 1 } },
  })
  await db.membership.deleteMany({ where: { userId: person('removed').id } })
  cookie = person('keeper').cookie
  expect(await putOutAction({ group: made.id, member: person('put out').id })).toEqual({ ok: true, value: 'done' })
  await renew()
  // Others write on in notes that those outside made.
  await db.note.updateMany({
    where: { groupId: made.id },
    data: { text: WORDS, state: new Uint8Array(stateOfText(WORDS)) },
  })
})

async function settle(who: Who): Promise<void> {
  const { user, cookie: sent } = await signIn(db)
  const role = roleOf[who] ?? (who === 'removed' ? 'attendee' : null)
  if (role) await db.membership.create({ data: { conferenceId: place.conferenceId, userId: user.id, role } })
  const made = {
    id: user.id,
    cookie: sent,
    token: makeToken(),
    ownNote: randomUUID(),
    ownPhoto: randomUUID(),
    theirs: randomUUID(),
  }
  people.set(who, made)
  await db.feedToken.create({
    data: { userId: user.id, conferenceId: place.conferenceId, tokenHash: hashToken(made.token), name: 'Phone' },
  })
  if (who === 'stranger') return
  await write(user.id, made.ownNote, 'my own words')
  await db.pick.create({
    data: {
      userId: user.id,
      sessionId: place.sessions[0] ?? '',
      conferenceId: place.conferenceId,
      rank: 'first',
      revision: 1n,
    },
  })
}

function write(userId: string, id: string, text: string, groupId: string | null = null) {
  return db.note.create({
    data: {
      id,
      userId,
      conferenceId: place.conferenceId,
      groupId,
      text,
      state: new Uint8Array(stateOfText(text)),
      revision: 1n,
      notedAt: now,
    },
  })
}

async function renew(): Promise<void> {
  const renewed = await renewInvitationAction({ group: place.group })
  if (!renewed.ok) throw new Error(renewed.reason)
  place.secret = renewed.value.link.split('/').at(-1) ?? ''
}

const viewer = (who: Who) => ({ kind: 'user' as const, id: person(who).id, email: '', name: null, language: null })

type Heard = { answer: string; told: string }
type Door = (who: Who) => Promise<Heard>

const route =
  (
    handler: (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>,
    path: string,
    { params = {}, ...init }: RequestInit & { params?: Record<string, string> } = {},
  ) =>
  async (who: Who): Promise<Heard> => {
    const headers = { cookie: person(who).cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    const response = await handler(new Request(`http://localhost:3000${path}`, { ...init, headers }), {
      params: Promise.resolve(params),
    })
    return { answer: String(response.status), told: await response.text() }
  }

const action =
  (run: () => Promise<{ ok: boolean; reason?: string }>) =>
  async (who: Who): Promise<Heard> => {
    cookie = person(who).cookie
    const said = await run()
    return { answer: said.ok ? 'ok' : (said.reason ?? ''), told: JSON.stringify(said) }
  }

const mutation =
  (name: string, args: (who: Who) => object) =>
  async (who: Who): Promise<Heard> => {
    const mutations = [{ id: randomUUID(), at, name, args: args(who) }]
    const { answer, told } = await route(push, '/api/v1/push', {
      method: 'POST',
      body: JSON.stringify({ person: person(who).id, device: randomUUID(), mutations }),
    })(who)
    if (answer !== '200') return { answer, told }
    const [result] = (JSON.parse(told) as { results: { ok: boolean; code?: string }[] }).results
    return { answer: result?.ok ? 'ok' : (result?.code ?? ''), told }
  }

const served =
  (path: string | ((who: Who) => string)) =>
  async (who: Who): Promise<Heard> => {
    const { status, text } = await door.ask(typeof path === 'string' ? path : path(who), {
      headers: { cookie: person(who).cookie },
    })
    return { answer: String(status), told: text }
  }

/** What a device would show of it: texts are told as documents. */
const readPull = async (who: Who): Promise<Heard> => {
  const { answer, told } = await route(pull, `/api/v1/pull?person=${person(who).id}&after=0`)(who)
  const { notes = [] } = JSON.parse(told) as { notes?: { state: string }[] }
  return {
    answer,
    told: told + notes.map(({ state }) => (state ? mergeText(null, [fromBase64(state)])?.text : '')).join('\n'),
  }
}

const live = async (who: Who): Promise<Heard> => {
  const { status } = await door.ask(
    `/api/live?topics=conference:${place.conferenceId},rooms:${place.conferenceId},announcements:${place.conferenceId}`,
    { method: 'HEAD', headers: { cookie: person(who).cookie } },
  )
  return { answer: String(status), told: '' }
}

const edit = (text: string, given: (who: Who) => object) =>
  mutation('editNote', (who) => ({
    conferenceId: place.conferenceId,
    notedAt: at,
    update: toBase64(stateOfText(text)),
    ...given(who),
  }))
const slots = { startAt: at, endAt: at, daily: false }
const own = { id: randomUUID() }

// Those in the group, and those who may take part in the conference.
const [inGroup, inConference] = [['keeper', 'member'] as const, ['keeper', 'member', 'put out', 'organizer'] as const]
type Row = {
  run: Door
  /** Who may, and what they hear. */ may: readonly Who[]
  hears: string
  /** What others hear. */ else: string
  guest: string
  /** In the answer of whoever may, the words may stand. */ tells?: true
  /** Whose answer is another. */ but?: Partial<Record<Who, string>>
}
const group = { may: inGroup, hears: 'ok', else: 'NOT_FOUND' }
const conference = { may: inConference, hears: 'ok', else: 'NOT_FOUND' }

const rows: Record<string, () => Row> = {
  'GET /api/v1/groups': () => ({
    ...conference,
    run: route(groups, `/api/v1/groups?conference=${place.conferenceId}`),
    hears: '200',
    else: '404',
    guest: '404',
  }),
  'GET /api/v1/notes/[id]/history': () => ({
    ...group,
    run: route(history, `/api/v1/notes/${place.note}/history`, { params: { id: place.note } }),
    hears: '200',
    else: '404',
    guest: '401',
    tells: true,
  }),
  'GET /api/v1/notes/[id]/history of one’s own in the group': () => ({
    ...group,
    run: (who) => route(history, '/', { params: { id: person(who).theirs } })(who),
    hears: '200',
    else: '404',
    guest: '401',
    tells: true,
  }),
  'GET /api/v1/notes/[id]/history of one’s own': () => ({
    may: everybody.filter((who) => who !== 'stranger' && who !== 'guest'),
    run: (who) => route(history, '/', { params: { id: person(who).ownNote } })(who),
    hears: '200',
    else: '404',
    guest: '401',
  }),
  'GET /api/v1/photos/[id]': () => ({
    ...group,
    run: route(photo, `/api/v1/photos/${place.photo}`, { params: { id: place.photo } }),
    hears: '200',
    else: '404',
    guest: '404',
  }),
  'PUT /api/v1/photos/[id] of another': () => ({
    may: ['keeper'],
    run: (who) =>
      route(sendPhoto, `/?person=${person(who).id}`, {
        method: 'PUT',
        body: new Uint8Array(jpeg),
        params: { id: place.photo },
      })(who),
    hears: '200',
    else: '404',
    guest: '401',
  }),
  'GET /api/v1/pull': () => ({ may: everybody, run: readPull, hears: '200', else: '200', guest: '401', tells: true }),
  'GET /api/v1/me/export': () => ({
    may: everybody,
    run: route(account, '/api/v1/me/export'),
    hears: '200',
    else: '200',
    guest: '401',
    tells: true,
  }),
  'editNote of the group': () => ({ ...group, run: edit(WORDS, () => ({ id: place.note })), guest: '401' }),
  'editNote of one’s own in the group': () => ({
    ...group,
    run: edit('more', (who) => ({ id: person(who).theirs })),
    guest: '401',
    but: { organizer: 'ok' },
  }),
  'editNote into the group': () => ({
    ...group,
    run: edit('new', () => ({ id: randomUUID(), groupId: place.group })),
    guest: '401',
  }),
  'editNote of one’s own': () => ({
    may: everybody.filter((who) => who !== 'stranger'),
    hears: 'ok',
    else: 'NOT_FOUND',
    run: edit('more', (who) => ({ id: person(who).ownNote })),
    guest: '401',
  }),
  'editNote, a new one of one’s own': () => ({
    may: everybody.filter((who) => who !== 'stranger'),
    hears: 'ok',
    else: 'NOT_FOUND',
    run: edit('more', () => ({ id: randomUUID() })),
    guest: '401',
  }),
  deleteNote: () => ({ ...group, run: mutation('deleteNote', () => ({ id: place.note })), guest: '401' }),
  restoreNote: () => ({ ...group, run: mutation('restoreNote', () => ({ id: place.note })), guest: '401' }),
  'deleteNote of one’s own in the group': () => ({
    ...group,
    run: mutation('deleteNote', (who) => ({ id: person(who).theirs })),
    guest: '401',
    but: { organizer: 'ok', stranger: 'ok' },
  }),
  setPhoto: () => ({
    ...group,
    run: mutation('setPhoto', () => ({
      id: randomUUID(),
      noteId: place.note,
      takenAt: at,
      mediaType: 'image/jpeg',
      width: 1,
      height: 1,
    })),
    guest: '401',
  }),
  'setPhoto of another': () => ({
    may: ['keeper'],
    hears: 'ok',
    else: 'NOT_FOUND',
    run: mutation('setPhoto', () => ({
      id: place.photo,
      noteId: place.note,
      caption: WORDS,
      takenAt: at,
      mediaType: 'image/jpeg',
      width: 1,
      height: 1,
    })),
    guest: '401',
  }),
  'deletePhoto of another': () => ({
    may: everybody,
    hears: 'ok',
    else: 'ok',
    run: mutation('deletePhoto', (who) => (who === 'keeper' ? own : { id: place.photo })),
    guest: '401',
  }),
  setPick: () => ({
    ...conference,
    run: mutation('setPick', () => ({ sessionId: place.sessions[1], rank: 'first' })),
    guest: '401',
  }),
  dropPick: () => ({
    may: everybody,
    hears: 'ok',
    else: 'ok',
    run: mutation('dropPick', () => ({ sessionId: place.sessions[1] })),
    guest: '401',
  }),
  setBlock: () => ({
    ...conference,
    run: mutation('setBlock', () => ({
      id: randomUUID(),
      conferenceId: place.conferenceId,
      title: 'Lunch',
      ...slots,
      endAt: '2026-03-24T13:00:00.000Z',
    })),
    guest: '401',
  }),
  dropBlock: () => ({ may: everybody, hears: 'ok', else: 'ok', run: mutation('dropBlock', () => own), guest: '401' }),
  setAttendance: () => ({
    ...conference,
    run: mutation('setAttendance', () => ({
      sessionId: place.sessions[0],
      status: 'attended',
      watchReplay: false,
      findSlides: false,
    })),
    guest: '401',
  }),
  acknowledgeChanges: () => ({
    ...conference,
    run: mutation('acknowledgeChanges', () => ({ conferenceId: place.conferenceId, version: 1 })),
    guest: '401',
  }),
  createGroupAction: () => ({
    ...conference,
    run: action(() => createGroupAction({ conferenceId: place.conferenceId, name: 'Another' })),
    guest: 'NOT_FOUND',
  }),
  renameGroupAction: () => ({
    ...group,
    run: action(() => renameGroupAction({ group: place.group, name: WORDS })),
    guest: 'UNAUTHENTICATED',
  }),
  renewInvitationAction: () => ({
    ...group,
    run: action(() => renewInvitationAction({ group: place.group })),
    guest: 'UNAUTHENTICATED',
  }),
  endInvitationAction: () => ({
    ...group,
    run: action(() => endInvitationAction({ group: place.group })),
    guest: 'UNAUTHENTICATED',
  }),
  putOutAction: () => ({
    may: ['keeper'],
    hears: 'NOT_FOUND',
    else: 'NOT_FOUND',
    run: action(() => putOutAction({ group: place.group, member: person('stranger').id })),
    guest: 'UNAUTHENTICATED',
    but: { member: 'FORBIDDEN' },
  }),
  leaveGroupAction: () => ({
    may: [],
    hears: 'ok',
    else: 'NOT_FOUND',
    run: action(() => leaveGroupAction({ group: randomUUID() })),
    guest: 'UNAUTHENTICATED',
  }),
  makeRecapAction: () => ({
    ...conference,
    run: action(() =>
      makeRecapAction({ id: randomUUID(), conferenceId: place.conferenceId, day: null, language: 'en', chosen: [] }),
    ),
    guest: 'UNAUTHENTICATED',
  }),
  listFeedTokensAction: () => ({
    ...conference,
    run: action(() => listFeedTokensAction({ conferenceId: place.conferenceId })),
    guest: 'UNAUTHENTICATED',
  }),
  createFeedTokenAction: () => ({
    ...conference,
    run: action(() => createFeedTokenAction({ conferenceId: place.conferenceId, name: 'Laptop' })),
    guest: 'UNAUTHENTICATED',
  }),
  '/feeds/<secret>.ics': () => ({
    ...conference,
    run: served((who) => `/feeds/${person(who).token}.ics`),
    hears: '200',
    else: '404',
    guest: '404',
  }),
  '/api/live': () => ({ ...conference, run: live, hears: '200', else: '204', guest: '204' }),
  '/c/<slug>/announcements.json': () => ({
    ...conference,
    run: served(() => `/c/${place.slug}/announcements.json`),
    hears: '200',
    else: '404',
    guest: '404',
    tells: true,
  }),
  '/c/<slug>/room-states.json': () => ({
    ...conference,
    run: served(() => `/c/${place.slug}/room-states.json`),
    hears: '200',
    else: '404',
    guest: '404',
  }),
  ...Object.fromEntries(
    documents
      .filter(({ path }) => !path.includes(':'))
      .map(({ path }) => [
        `/c/<slug>/${path}`,
        (): Row => ({
          ...conference,
          run: served(() => `/c/${place.slug}/${path}`),
          hears: '200',
          else: '404',
          guest: '404',
        }),
      ]),
  ),
  'an alert': () => ({
    ...conference,
    hears: 'ok',
    else: 'none',
    guest: 'none',
    tells: true,
    run: async (who) => {
      const alert = {
        id: randomUUID(),
        userId: person(who).id,
        conferenceId: place.conferenceId,
        kind: 'announcement' as const,
        subjectId: place.announcement,
        version: '1',
        dueAt: now,
        expiresAt: now,
        tries: 0,
        doneAt: null,
        outcome: null,
        createdAt: now,
      }
      const facts = await loadFacts(db, [alert], now)
      return { answer: facts.size > 0 ? 'ok' : 'none', told: JSON.stringify([...facts]) }
    },
  }),
  // Last: it lets people in.
  joinGroupAction: () => ({
    ...conference,
    run: async (who) => {
      cookie = person('keeper').cookie
      await renew()
      return action(() => joinGroupAction({ secret: place.secret }))(who)
    },
    guest: 'NOT_FOUND',
  }),
}

const cells = Object.keys(rows).flatMap((name) => everybody.map((who) => ({ name, who })))

it.each(cells)('$name, by: $who', async ({ name, who }) => {
  const row = rows[name]?.()
  const heard = await row?.run(who)
  const expected = who === 'guest' ? row?.guest : (row?.but?.[who] ?? (row?.may.includes(who) ? row.hears : row?.else))
  const mayRead = inGroup.some((one) => one === who) || (row?.tells && row.may !== everybody && row.may.includes(who))
  expect([heard?.answer, !mayRead && heard?.told.includes(WORDS) ? 'the words leaked' : 'nothing leaked']).toEqual([
    expected,
    'nothing leaked',
  ])
})

it('leaves whoever is put out what they wrote: a copy of their own', async () => {
  const texts = async (who: Who) => {
    const { notes } = JSON.parse((await route(pull, `/api/v1/pull?person=${person(who).id}&after=0`)(who)).told) as {
      notes: { state: string; groupId: string | null }[]
    }
    return notes.flatMap(({ state, groupId }) =>
      state && !groupId ? [mergeText(null, [fromBase64(state)])?.text] : [],
    )
  }
  for (const who of ['removed', 'closed out'] as const) expect(await texts(who)).toContain(`by ${who}`)
})

it('gives everything back to whoever is let in again', async () => {
  await db.membership.create({
    data: { conferenceId: place.conferenceId, userId: person('removed').id, role: 'attendee' },
  })
  const { told } = await readPull('removed')
  expect(told).toContain(WORDS)
})

it('asks one table who may take part: by role and visibility, in code, where clauses and the database', async () => {
  const someone = await makePerson(db)
  for (const visibility of ['public', 'private'] as const) {
    for (const role of roles) {
      const { id } = await makeConference(db, { visibility, sessions: 0 })
      if (role !== 'guest') await db.membership.create({ data: { conferenceId: id, userId: someone.id, role } })
      const [row] = await db.$queryRaw<{ may: boolean }[]>`SELECT takes_part(${someone.id}::uuid, ${id}::uuid) AS may`
      expect([visibility, role, await mayTakePart(db, someone.id, id), row?.may]).toEqual([
        visibility,
        role,
        can(role, 'plan', visibility),
        can(role, 'plan', visibility),
      ])
      // In the bin nobody sees it, and everybody may still write who could.
      await deleteConference(db, granted(id), now)
      const [binned] = await db.$queryRaw<
        { may: boolean }[]
      >`SELECT takes_part(${someone.id}::uuid, ${id}::uuid) AS may`
      expect(['in the bin', visibility, role, await mayTakePart(db, someone.id, id), binned?.may]).toEqual([
        'in the bin',
        visibility,
        role,
        can(role, 'plan', visibility),
        can(role, 'plan', visibility),
      ])
    }
  }
})

/** Doors that are tried elsewhere, or lead to nothing of a conference's. */
const elsewhere: Record<string, string> = {
  requestCodeAction: 'lib/people',
  saveSettingsAction: 'one’s own',
  signOutEverywhereAction: 'one’s own',
  deleteAccountAction: 'one’s own',
  endSignInAction: 'one’s own',
  acceptInvitationAction: 'lib/people/server/invitations.test.ts',
  declineInvitationAction: 'lib/people/server/invitations.test.ts',
  saveAlertSettingsAction: 'one’s own',
  revokeFeedTokenAction: 'one’s own',
  restoreFeedTokenAction: 'one’s own',
  ...Object.fromEntries(
    [
      'editRecap',
      'readRecap',
      'keepUntaken',
      'previewRecap',
      'copyRecap',
      'publishRecap',
      'unpublishRecap',
      'deleteRecap',
      'bringBackRecap',
      'restoreRevision',
      'listEarlierTexts',
      'makeDraftLink',
      'revokeDraftLink',
      'listOwnSeries',
      'saveSeries',
      'placeInSeries',
      'reorderSeries',
    ].map((name) => [`${name}Action`, 'one’s own recap: lib/recaps']),
  ),
  ...Object.fromEntries(
    [
      'createStewardLink',
      'createDoorLinks',
      'revokeStewardLink',
      'revokeStewardLinks',
      'createSignLinks',
      'revokeSignLink',
      'revokeSignLinks',
      'muteReports',
      'unmuteReports',
      'announce',
      'withdrawAnnouncement',
    ].map((name) => [`${name}Action`, 'organizers: lib/rooms/server/actions.test.ts']),
  ),
  ...Object.fromEntries(
    ['setChecks', 'setSourceAddress', 'checkNow', 'previewWaiting', 'bringWaiting', 'declineWaiting'].map((name) => [
      `${name}Action`,
      'organizers: lib/schedule/checks/actions.test.ts',
    ]),
  ),
  ...Object.fromEntries(
    ['inviteMember', 'withdrawInvitation', 'changeRole', 'removeMember'].map((name) => [
      `${name}Action`,
      'owners: requireAccess',
    ]),
  ),
  ...Object.fromEntries(
    [
      'addSession',
      'editSession',
      'cancelSession',
      'restoreSession',
      'setSessionLinks',
      'addRoom',
      'editRoom',
      'editSpeaker',
      'mergeParts',
      'previewMerge',
      'undoMerge',
      'splitName',
      'giveBack',
      'takeAgain',
      'givePartBack',
      'takePartAgain',
      'setWalks',
      'addTrack',
      'editTrack',
      'undoImport',
      'undoDraft',
      'sayDifferent',
      'takeBackDifferent',
      'holdAlerts',
      'endHold',
      'updateConference',
      'deleteConference',
      'restoreConference',
      'applyBringIn',
    ].map((name) => [`${name}Action`, 'organizers: requireAccess']),
  ),
  ...Object.fromEntries(
    [
      'moveOnBoard',
      'takeFromDraft',
      'discardDraft',
      'bringBack',
      'planDraft',
      'callOffPlan',
      'publishDraft',
      'ignoreWarning',
      'heedWarning',
      'setAllowsOverlap',
      'setAbsences',
    ].map((name) => [`${name}Action`, 'organizers: lib/desk/board/server/actions.test.ts']),
  ),
  ...Object.fromEntries(
    ['renameFloor', 'scaleFloor', 'orderFloors', 'removeFloor', 'bringBackFloor', 'placeRoom', 'setC3nav'].map(
      (name) => [`${name}Action`, 'organizers: tests/building.test.ts'],
    ),
  ),
  'POST /api/v1/floor-plans': 'organizers: tests/building.test.ts',
  'GET /api/v1/floor-plans/[picture]': 'whoever may see: tests/building.test.ts',
  ...Object.fromEntries(
    ['editPartTable', 'undoPartTable', 'editSessionTable', 'undoSessionTable'].map((name) => [
      `${name}Action`,
      'organizers: lib/desk/tables/server/actions.test.ts',
    ]),
  ),
  ...Object.fromEntries(
    ['splitRoom', 'sayOneRoom', 'takeBackSplit'].map((name) => [
      `${name}Action`,
      'organizers: lib/schedule/splitting/actions.test.ts',
    ]),
  ),
  ...Object.fromEntries(
    ['block', 'unblock', 'takeDown', 'putBack', 'trialMail'].map((name) => [
      `${name}Action`,
      'the operator: tests/operating.test.ts',
    ]),
  ),
  'GET /api/v1/me/conferences/[id]/programme': 'its owner: tests/operating.test.ts',
  'GET /api/v1/board': 'organizers: tests/board.test.ts',
  'GET /api/v1/board/draft': 'organizers: tests/board.test.ts',
  'GET /api/v1/board/demand': 'organizers: tests/board.test.ts',
  'GET /api/v1/board/effect': 'organizers: tests/board.test.ts',
  'POST /api/v1/suggestions': 'organizers: tests/suggestions.test.ts',
  'POST /api/v1/push': 'each mutation',
  'POST /api/v1/looks': 'organizers: tests/looks.test.ts',
  'GET /api/v1/me': 'oneself',
  'GET /api/v1/conferences': 'lib/schedule/read/queries.test.ts',
  'GET /api/v1/alerts': 'one’s own',
  'POST /api/v1/alerts': 'one’s own',
  'DELETE /api/v1/alerts': 'one’s own',
  'POST /api/v1/parcels': 'sealed',
  'POST /api/v1/parcels/take': 'sealed',
  'GET /c/[conference]/recaps/[recap]/export': 'one’s own recap',
  'GET /c/[conference]/manage/after.csv': 'organizers: tests/after-file.test.ts',
  'GET /c/[conference]/manage/table.csv': 'organizers: tests/table-file.test.ts',
  'GET /api/v1/recaps/showing': 'one’s own photos',
  'GET /api/auth/[...nextauth]': 'lib/people',
  'POST /api/auth/[...nextauth]': 'lib/people',
}

it('tries every door there is: a new action, address or kind of change is named here', async () => {
  const sources = (
    await Promise.all(
      ['app', 'lib'].map((folder) =>
        readdir(folder, { recursive: true }).then((names) => names.map((name) => `${folder}/${name}`)),
      ),
    )
  )
    .flat()
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  const doors: string[] = servedKinds.flatMap(({ changes }) => changes.map(({ name }) => name))
  for (const name of sources) {
    const text = await readFile(name, 'utf8')
    if (text.startsWith("'use server'"))
      doors.push(...[...text.matchAll(/^export (?:const|async function) (\w+)/gm)].map(([, found = '']) => found))
    if (!name.endsWith('/route.ts')) continue
    const address = name.replace(/^app/, '').replace(/\/route\.ts$/, '')
    doors.push(
      ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
        .filter((method) => new RegExp(`export .*\\b${method}\\b`).test(text))
        .map((method) => `${method} ${address}`),
    )
  }
  const tried = [...Object.keys(rows), ...Object.keys(elsewhere)]
  expect(doors.filter((found) => !tried.some((name) => name === found || name.startsWith(`${found} `)))).toEqual([])
})

it('decides nowhere else who is in a group or a conference', async () => {
  const names = (await readdir('lib', { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const found = []
  for (const name of names)
    if (/members: \{ some|group: \{ members/.test(await readFile(`lib/${name}`, 'utf8'))) found.push(name)
  // The second counts.
  expect(found.sort()).toEqual(['people/server/participation.ts', 'planning/server/groups.ts'])
})

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createInterface, type Interface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toBase64 } from '@/lib/notes/base64'
import { stateOfText } from '@/lib/notes/merge'
import { connect } from '@/lib/platform/db'
import { neutralEnvironment } from '@/scripts/database/throw-away-postgres.mjs'
import { root } from '@/scripts/programs.mjs'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { makeConference } from '@/tests/factories/conference'
import { jpeg } from '@/tests/factories/picture'
import { signIn } from '@/tests/front-door'
import { until } from '@/tests/until'
import { healthOf, lacksOf, noteOf, pushTo } from './ask-server'
import { SECRET } from './own-server'

// The disk of a whole installation is full: a small one in memory, in namespaces for which nobody has to be root.
// After a build: scripts/test-long.mjs.

const DISK = 'size=200m,mode=0755'
/** Mounts a small disk at $1 and runs the rest as somebody who is not root there, as whom Postgres does not run. */
const ON_SMALL_DISK =
  `disk=$1; shift; mount -t tmpfs -o ${DISK} none "$disk" && ` +
  'exec unshare --user --map-user=1000 --map-group=1000 "$@"'
const within = ['--user', '--map-root-user', '--mount', 'sh', '-c', ON_SMALL_DISK, 'sh']
const canMount = spawnSync('unshare', [...within, tmpdir(), 'true']).status === 0
if (process.env.HALLWAY_LONG && !canMount)
  console.warn('A full disk is left out: this system gives nobody a mount namespace of their own.')

describe.runIf(process.env.HALLWAY_LONG && canMount)('a full disk', () => {
  let [disk, port]: [string, number] = ['', 0]
  let child: ChildProcess | null = null
  let lines: Interface | null = null
  let db: ReturnType<typeof connect> | null = null
  const url = () => `http://127.0.0.1:${port}`

  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), 'hallway-disk-'))
    port = await findFreePort()
    const words = [process.execPath, fileURLToPath(new URL('./on-small-disk.mjs', import.meta.url)), disk, String(port)]
    const own = { HALLWAY_DEMO: '0', NEXTAUTH_SECRET: SECRET, LOG_LEVEL: 'silent' }
    const env = { ...process.env, ...neutralEnvironment(), ...own }
    const started = spawn('unshare', [...within, disk, ...words], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
      env,
    })
    child = started
    lines = createInterface({ input: started.stdout })
    db = connect((await heard('runs')) ?? '', 2)
  }, 300_000)
  afterAll(async () => {
    await db?.$disconnect()
    child?.stdin?.end()
    if (child?.exitCode === null) await once(child, 'exit')
    await rm(disk, { recursive: true, force: true })
  }, 60_000)

  /** What follows this word in the next line that the other side says. */
  async function heard(word: string): Promise<string | undefined> {
    const [line] = lines ? await once(lines, 'line') : []
    expect(line).toMatch(new RegExp(`^${word} `))
    return String(line).split(' ')[1]
  }

  it('is said, refuses what has no room as what may come again, and takes it when there is some', async () => {
    if (!db || !child) throw new Error('Nothing was started')
    const { user, cookie } = await signIn(db)
    const [person, conference] = [{ id: user.id, cookie }, await makeConference(db)]
    const send = (...mutations: object[]) => pushTo(url(), person, mutations)
    const photo = `${url()}/api/v1/photos/${randomUUID()}?person=${user.id}`
    const photograph = async () =>
      (await fetch(photo, { method: 'PUT', body: new Blob([jpeg]), headers: { cookie, origin: url() } })).status
    // Letters that do not get smaller.
    const [text, note] = [randomBytes(45_000).toString('base64'), noteOf(conference.id, '')]
    note.args.update = toBase64(stateOfText(text))
    expect([(await healthOf(url())).status, await lacksOf(url())]).toEqual(['ok', []])

    child.stdin?.write('fill\n')
    await heard('filled')
    // More often than a device tries what a server breaks over.
    const answers = [await send(note), await send(note), await send(note), await send(note), await photograph()]
    expect(answers).toEqual([503, 503, 503, 503, 503])
    // What is said is two seconds old at most.
    const lacks = await until(
      () => lacksOf(url()),
      (all) => all.length > 0,
    )
    expect([await healthOf(url()), lacks]).toEqual([{ code: 200, status: 'read-only', disk: 'full' }, ['writing']])
    expect((await fetch(`${url()}/c/${conference.slug}/schedule.json`)).status).toBe(200)
    const elsewhere = await mkdtemp(join(tmpdir(), 'hallway-elsewhere-'))
    child.stdin?.write(`backup ${join(elsewhere, 'full.tar.gz')}\n`)
    expect([await heard('backed'), await readdir(elsewhere)]).toEqual(['0,0', ['full.tar.gz']])

    child.stdin?.write('free\n')
    await heard('freed')
    expect(
      await until(
        () => send(note),
        (status) => status === 200,
      ),
    ).toBe(200)
    const kept = await db.note.findUniqueOrThrow({ where: { id: note.args.id }, select: { text: true } })
    expect(kept.text).toBe(text)
    expect(await photograph()).toBe(200)
    await until(
      () => lacksOf(url()),
      (lacks) => lacks.length === 0,
    )
    expect((await healthOf(url())).status).toBe('ok')
  }, 240_000)
})

import PgBoss from 'pg-boss'
import { renderToStaticMarkup } from 'react-dom/server'
import { createTranslator } from 'next-intl'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { FailedJobs, InstallationFacts } from '@/components/operating/installation-facts'
import { messagesOf } from '@/lib/i18n/messages'
import { trialMailAction } from '@/lib/operating/server/actions'
import { readState } from '@/lib/operating/server/state'
import { appoint } from '@/lib/people/server/operator'
import { version } from '@/package.json'
import { testDatabase } from '@/tests/db'
import { signIn } from '@/tests/front-door'
import { MailServer, textOf } from '@/tests/mail-server'
import { sendCookie } from '@/tests/next-headers'

vi.mock('next/headers', () => import('@/tests/next-headers'))
vi.mock('next-intl/server', () => ({
  getLocale: () => Promise.resolve('en'),
  getTranslations: (namespace: 'operating') =>
    Promise.resolve(createTranslator({ locale: 'en', messages: messagesOf('en'), namespace, timeZone: 'UTC' })),
}))

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url

/** What stands on the screen, a line for each element that has words of its own. */
function linesOf(markup: string): string[] {
  return markup
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .filter(Boolean)
}

describe('the trial mail', () => {
  const mail = new MailServer()
  const operators = { well: '', full: '' }

  beforeAll(async () => {
    await mail.start()
    vi.stubEnv('SMTP_URL', mail.url)
    vi.stubEnv('MAIL_FROM', 'Hallway <hallway@example.org>')
    return async () => {
      vi.unstubAllEnvs()
      await mail.stop()
    }
  })

  const begin = async (email?: string) => {
    const { user, cookie } = await signIn(db)
    const { email: address } = email ? await db.user.update({ where: { id: user.id }, data: { email } }) : user
    await appoint(db, address, new Date())
    sendCookie(cookie)
    return address
  }

  it('is sent to whoever asks, by the mail server of people’s codes', async () => {
    operators.well = await begin()
    expect(await trialMailAction(undefined)).toEqual({ ok: true, value: 'sent' })
    expect(mail.received.length).toBe(1)
    const [sent = ''] = mail.received
    expect([sent.match(/^(?:From|To): .*$/gm), textOf(sent).length > 40]).toEqual([
      ['From: Hallway <hallway@example.org>', `To: ${operators.well}`],
      true,
    ])
  })

  it('says that it failed where the server does not take it, and where there is none', async () => {
    await begin('full@example.org')
    expect(await trialMailAction(undefined)).toEqual({ ok: false, reason: 'mail-failed' })
    await mail.stop()
    expect(await trialMailAction(undefined)).toEqual({ ok: false, reason: 'mail-failed' })
    expect(mail.received.length).toBe(1)
    await mail.start()
  })
})

describe('how the installation is', () => {
  it('names its version and its database as they are', async () => {
    const state = await readState(db)
    const [asked] = await db.$queryRaw<{ server: string; newest: string }[]>`
      SELECT current_setting('server_version') AS server,
        (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS newest`
    const lines = linesOf(renderToStaticMarkup(await InstallationFacts({ state })))
    expect(lines.slice(0, 2)).toEqual(['Version', `Hallway ${version}, Node ${process.versions.node}`])
    const said = lines[lines.indexOf('Database') + 1]
    expect(said).toMatch(/^Postgres \S.*, [\d.]+\sMB, schema \d{14}_\w+$/)
    expect([said?.startsWith(`Postgres ${asked?.server}, `), said?.endsWith(`schema ${asked?.newest}`)]).toEqual([
      true,
      true,
    ])
  })

  it('names what failed for good, by job, the last first, with what was said the last time', async () => {
    const draw = async () => linesOf(renderToStaticMarkup(await FailedJobs(await readState(db))))
    expect(await draw()).toEqual(['The jobs’ tables are not there: nothing recurs. The log says why.'])
    const boss = new PgBoss({ connectionString: url })
    await boss.start()
    expect(await draw()).toEqual(['Nothing failed for good in the last days.'])
    for (const queue of ['purge', 'check-sources']) await boss.createQueue(queue)
    for (const [queue, message] of [
      ['purge', 'The disk is full'],
      ['check-sources', 'No such host'],
      ['check-sources', 'Too slow'],
    ] as const) {
      const id = (await boss.send(queue, {}, { retryLimit: 0 })) ?? ''
      await boss.fetch(queue)
      await boss.fail(queue, id, { message })
    }
    // One that is done, and one that waits, are none.
    await boss.complete('purge', (await boss.send('purge', {})) ?? '')
    await boss.send('purge', {})
    await boss.stop()
    const { failed } = await readState(db)
    expect(failed).toEqual([
      { name: 'check-sources', times: 2, lastAt: expect.any(Date), message: 'Too slow' },
      { name: 'purge', times: 1, lastAt: expect.any(Date), message: 'The disk is full' },
    ])
    expect(await draw()).toEqual([
      expect.stringMatching(/^check-sources: failed 2\stimes, last on \S/),
      'Too slow',
      expect.stringMatching(/^purge: failed once, last on \S/),
      'The disk is full',
    ])
  })
})

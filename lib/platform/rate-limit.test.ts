import { describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { connect } from './db'
import { AppError } from './errors'
import { consume } from './rate-limit'

const { db, url } = await testDatabase()

describe('consume', () => {
  it('refuses the seventh code for one e-mail address and no other', async () => {
    for (let n = 0; n < 6; n++) await consume(db, 'codeByEmail', 'ada@example.org')
    const refusal = await consume(db, 'codeByEmail', 'ada@example.org').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'RATE_LIMITED' })
    await expect(consume(db, 'codeByEmail', 'grace@example.org')).resolves.toBeUndefined()
  })

  it('counts each limit by itself', async () => {
    for (let n = 0; n < 6; n++) await consume(db, 'codeByEmail', 'same')
    await expect(consume(db, 'verifyByDevice', 'same')).resolves.toBeUndefined()
  })

  it('counts every one of many at once, over two processes', async () => {
    const other = connect(url, 5)
    const tries = Array.from({ length: 30 }, (_, n) =>
      consume(n % 2 ? db : other, 'codeByDevice', 'phone').then(
        () => 'passed',
        () => 'refused',
      ),
    )
    const outcomes = await Promise.all(tries)
    await other.$disconnect()
    expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(20)
  })

  it('starts again when its time is over', async () => {
    await db.rateLimit.create({
      data: { key: 'verifyByDevice:late@example.org', points: 20, expire: new Date(Date.now() - 1) },
    })
    await expect(consume(db, 'verifyByDevice', 'late@example.org')).resolves.toBeUndefined()
  })
})

import { beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { action } from './action'

// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ 'x-request-id': 'r-7' })) }))

const { url } = await testDatabase()

beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: 'a secret of thirty-two characters' })
})

const input = z.object({ title: z.string().trim().min(1, 'title') })

describe('action', () => {
  it('hands the parsed input to whoever asked, and wraps the value', async () => {
    const rename = action({ input, run: ({ input: { title }, viewer }) => Promise.resolve({ title, viewer }) })
    expect(await rename({ title: '  Opening ' })).toEqual({
      ok: true,
      value: { title: 'Opening', viewer: { kind: 'guest' } },
    })
  })

  it('names the fields that are wrong, and runs nothing', async () => {
    const rename = action({ input, run: () => Promise.reject(new Error('ran')) })
    expect(await rename({ title: ' ' })).toEqual({
      ok: false,
      reason: 'INVALID',
      issues: [{ path: 'title', message: 'title' }],
    })
  })

  it('hands an expected outcome on as it is', async () => {
    const leave = action({ input, run: () => Promise.resolve({ ok: false as const, reason: 'last-owner' as const }) })
    expect(await leave({ title: 'x' })).toEqual({ ok: false, reason: 'last-owner' })
  })

  it('answers a refusal with its code', async () => {
    const rename = action({ input, run: () => Promise.reject(new AppError('FORBIDDEN', 'detail')) })
    expect(await rename({ title: 'x' })).toEqual({ ok: false, reason: 'FORBIDDEN' })
  })

  it('refuses for now what a full disk kept from being done', async () => {
    const full = Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
    const rename = action({ input, run: () => Promise.reject(full) })
    expect(await rename({ title: 'x' })).toEqual({ ok: false, reason: 'UNAVAILABLE' })
  })

  it('throws a bug on', async () => {
    const bug = new TypeError('broken')
    const rename = action({ input, run: () => Promise.reject(bug) })
    await expect(rename({ title: 'x' })).rejects.toBe(bug)
  })
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { expect, it } from 'vitest'
import type { ActionResult } from '@/lib/boundary/action'
import { said, show } from '@/tests/show'
import { SignInList } from './sign-in-list'

const words = {
  title: 'Signed in',
  lead: 'Every browser.',
  here: 'this one',
  end: 'Sign out there',
  sure: 'Yes, sign out',
  keep: 'No',
  means: 'It has to sign in again.',
  failed: 'That did not work.',
}
const signIns = [
  { id: 'a', device: 'Firefox', isHere: true, said: 'today' },
  { id: 'b', device: 'Safari', isHere: false, said: 'yesterday' },
]

/** Draws the list; what is ended, and that the page was asked for anew, goes into the list that is returned. */
function list(answer: ActionResult<'ended'>, shown = signIns): string[] {
  const done: string[] = []
  const end = async ({ id }: { id: string }) => {
    done.push(`end ${id}`)
    return answer
  }
  const nothing = () => undefined
  const router = { back: nothing, forward: nothing, push: nothing, replace: nothing, prefetch: nothing, bfcacheId: '' }
  show(
    <AppRouterContext value={{ ...router, refresh: () => done.push('refresh') }}>
      <SignInList words={words} signIns={shown} end={end} />
    </AppRouterContext>,
  )
  return done
}
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('lists every browser that is signed in, and can end any but this one', () => {
  list({ ok: true, value: 'ended' })
  expect(said()).toEqual([
    'region "Signed in":',
    '  heading "Signed in"',
    '  Every browser.',
    '  Firefox · this one today',
    '  Safari yesterday',
    '  button "Sign out there: Safari"',
  ])
})

it('says what it means before it is done, and can be left', async () => {
  const done = list({ ok: true, value: 'ended' })
  await click('Sign out there: Safari')
  expect(said().slice(5)).toEqual([
    '  status:',
    '    It has to sign in again.',
    '  button "Yes, sign out"',
    '  button "No"',
  ])
  await click('No')
  expect([done, said().at(-1)]).toEqual([[], '  button "Sign out there: Safari"'])
})

it('ends it when its person is sure, and looks again', async () => {
  const done = list({ ok: true, value: 'ended' })
  await click('Sign out there: Safari')
  await click('Yes, sign out')
  expect([done, said().at(-1)]).toEqual([['end b', 'refresh'], '  button "Sign out there: Safari"'])
})

it('says that it did not work', async () => {
  const done = list({ ok: false, reason: 'UNAVAILABLE' })
  await click('Sign out there: Safari')
  await click('Yes, sign out')
  expect([done, said().slice(3, 5)]).toEqual([['end b'], ['  status:', '    That did not work.']])
})

it('is not there where nobody is signed in', () => {
  list({ ok: true, value: 'ended' }, [])
  expect(said()).toEqual([])
})

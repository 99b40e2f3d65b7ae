// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act } from '@testing-library/react'
import { expect, it } from 'vitest'
import { knowGone } from '@/lib/program/device/gone-here'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { said, show } from '@/tests/show'
import { BoardNotices } from './board-notices'

provideDevice(() => import('@/lib/device'))

const nothing = () => undefined
const refusals = [{ id: 'step', reason: 'NOT_FOUND', titles: ['Opening'] }]
const standing = { isOffline: false, isStale: false, waiting: 0, isKept: true, news: null, isRefused: false }

it('says of a move that was refused because its conference is gone that this is gone, not the session', () => {
  show(<BoardNotices slug="shore" {...{ ...standing, refusals, dismiss: nothing, onRead: nothing }} />)
  const why = () => said().find((line) => line.includes('not kept'))
  const before = why()
  act(() => knowGone('shore', true))
  expect([before, why()].map((line) => line?.trim())).toEqual([
    'That was not kept, and is back where it was: it is not there any more.',
    'That was not kept, and is back where it was: the server no longer shows this conference.',
  ])
})

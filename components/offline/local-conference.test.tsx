// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { said, show } from '@/tests/show'
import { LocalConference } from './local-conference'

provideDevice(() => import('@/lib/device'))

it.each([
  ['is not on this device', 'This conference is not on this device', () => Promise.reject(new TypeError('no network'))],
  ['is nowhere', 'There is nothing here', () => Promise.resolve(new Response(null, { status: 404 }))],
])('tells a conference that %s', async (_, title, answer) => {
  vi.stubGlobal('fetch', answer)
  show(<LocalConference place={{ screen: 'now', slug: title.toLowerCase().replaceAll(' ', '-') }} />)
  await waitFor(() => expect(said()).toContain(`heading ${JSON.stringify(title)}`), { timeout: 20_000 })
})

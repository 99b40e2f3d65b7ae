// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { keepViewer } from '@/lib/sync/client/viewer/known-viewer'
import { said, show } from '@/tests/show'
import { StillPublic } from './still-public'

const asked: string[] = []
const answers: Record<string, unknown> = {
  '/api/v1/recaps/showing?note=n': { recaps: [{ title: 'Day 1', address: '/c/days/recaps/r' }] },
  '/api/v1/recaps/showing?photo=p': { recaps: [] },
}
vi.stubGlobal('fetch', async (address: string) => {
  asked.push(address)
  return Response.json(answers[address])
})

it('names what was published that still shows photos of a deleted note, and else says nothing', async () => {
  show(<StillPublic what="note" id="n" />)
  expect([said(), asked]).toEqual([[], []])
  keepViewer('somebody')
  show(<StillPublic what="note" id="n" />)
  await vi.waitFor(() =>
    expect(said()).toEqual([
      'Photos of it stay public in what you published, until you publish that without them or take it back:',
      'link "Day 1"',
    ]),
  )
  show(<StillPublic what="photo" id="p" />)
  await vi.waitFor(() => expect(asked).toEqual(Object.keys(answers)))
  expect(said()).toEqual([])
})

import { expect, it } from 'vitest'
import { draw } from '@/tests/draw'
import { ScheduleFiles } from './schedule-files'
import { SubscribePanel } from './subscribe-panel'

const PUBLIC = 'https://hallway.example/c/kube/schedule.xml'
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
const files = ['ics', 'csv', 'xml', 'json'].map((end) => `/c/kube/schedule.${end}`)

it('offers the schedule as files, as a feed, and in an app that follows its public address', () => {
  expect(hrefs(draw(<ScheduleFiles slug="kube" xmlUrl={PUBLIC} isPrivate={false} />))).toEqual([
    ...files,
    '/c/kube/changes.xml',
    `https://ggt.gaa.st/#url=${encodeURIComponent(PUBLIC)}`,
  ])
})

it('offers a private conference to nobody who cannot sign in, and one on this computer to no app', () => {
  expect(hrefs(draw(<ScheduleFiles slug="kube" xmlUrl={PUBLIC} isPrivate />))).toEqual(files)
  const local = 'http://localhost:3000/c/kube/schedule.xml'
  expect(hrefs(draw(<ScheduleFiles slug="kube" xmlUrl={local} isPrivate={false} />))).toEqual([
    ...files,
    '/c/kube/changes.xml',
  ])
})

it('shows a phone where to subscribe, but not to an address that it cannot reach', () => {
  const hasSquare = (home: string) =>
    draw(<SubscribePanel url={`${home}/c/kube/schedule.ics`} name="Kube" />).includes('role="img"')
  expect([hasSquare('https://hallway.example'), hasSquare('http://127.0.0.1:3000')]).toEqual([true, false])
})

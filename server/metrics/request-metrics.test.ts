import { expect, it } from 'vitest'
import { routeClassOf } from './request-metrics'

it.each([
  ['/', 'page'],
  ['/c/kcd', 'page'],
  ['/c/kcd/sessions/12-a-talk', 'page'],
  ['/c/kcd/schedule.ics', 'document'],
  ['/c/kcd/agenda.json', 'document'],
  ['/@ada/kcd', 'recap'],
  ['/feeds/secret.ics', 'feed'],
  ['/api/live', 'live'],
  ['/api/ready', 'probe'],
  ['/api/v1/push', 'push'],
  ['/api/v1/pull', 'pull'],
  ['/api/v1/photos/x', 'photo'],
  ['/api/v1/me', 'api'],
  ['/api/auth/session', 'sign-in'],
  ['/sign-in', 'sign-in'],
  ['/_next/static/a.js', 'static'],
  ['/sw.js', 'static'],
  ['/settings/alerts', 'page'],
  ['/wp-login.php', 'other'],
])('%s is a request for a %s', (path, kind) => {
  expect(routeClassOf(path)).toBe(kind)
})

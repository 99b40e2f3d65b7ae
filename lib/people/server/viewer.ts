import { headers } from 'next/headers'
import { cache } from 'react'
import { database } from '@/lib/platform/db'
import { viewerOfCookies, type UserViewer, type Viewer } from './viewer-of-cookies'

export type { UserViewer, Viewer }

/** Who asks for this page, route or action; asked once a request. */
export const getViewer = cache(async (): Promise<Viewer> =>
  viewerOfCookies(database(), (await headers()).get('cookie')),
)

/** Whoever asks and is blocked, which makes them a guest everywhere else; null for everybody who is not. */
export const getBlocked = cache(async (): Promise<UserViewer | null> => {
  if ((await getViewer()).kind === 'user') return null
  const viewer = await viewerOfCookies(database(), (await headers()).get('cookie'), { evenBlocked: true })
  return viewer.kind === 'user' ? viewer : null
})

import { headers } from 'next/headers'
import { cache } from 'react'
import { database } from '@/lib/platform/db'
import { viewerOfCookies, type UserViewer, type Viewer } from './viewer-of-cookies'

export type { UserViewer, Viewer }

/** Who asks for this page, route or action; asked once a request. */
export const getViewer = cache(async (): Promise<Viewer> =>
  viewerOfCookies(database(), (await headers()).get('cookie')),
)

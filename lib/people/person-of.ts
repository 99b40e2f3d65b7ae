import { AppError } from '@/lib/platform/errors'
import type { UserViewer, Viewer } from './server/viewer-of-cookies'

/** Whoever asks, who must have signed in. @throws {AppError} UNAUTHENTICATED for a guest */
export function personOf(viewer: Viewer): UserViewer {
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return viewer
}

'use client'

import { useViewer } from '@/lib/sync/client/viewer/use-viewer'

/** Who is here, as this device knows it: a public page's bytes never say. */
export function ViewerName({ words, className }: { words: { signIn: string; settings: string }; className: string }) {
  const viewer = useViewer()
  return viewer ? (
    <a className={className} href="/settings">
      {words.settings}
    </a>
  ) : (
    <a className={className} href="/sign-in">
      {words.signIn}
    </a>
  )
}

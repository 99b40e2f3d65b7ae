import type { RecapDraft, SavedDraft } from '@/lib/recaps/draft'
import type { LinkedSession, LinkWords } from '@/lib/recaps/link-offers'
import type { EarlierText } from '@/lib/recaps/server/queries'
import type { RecapState } from '@/lib/recaps/status'
import type { OwnPhoto } from './photo-sheet'

type OwnSeries = { id: string; title: string; recaps: { id: string; title: string; label: string | null }[] }

/** A recap of mine as its editor begins with it. */
export type EditedRecap = {
  id: string
  saved: SavedDraft
  photos: readonly OwnPhoto[]
  linked: readonly LinkedSession[]
  linkWords: LinkWords
  isShared: boolean
  revisions: readonly EarlierText[]
  /** What begins the addresses of what is public. */ origin: string
  /** Null: it was deleted, and nothing of it is left. */ conference: { id: string; timeZone: string } | null
  /** Its conference, where everybody may know of it. */ publicName: string | null
  /** Its conference, where they may not. */ privateName: string | null
  /** Where the list is of which it is one, and where its exports are. */ back: string
  exports: string
}

/** What the public has of it, and under which name: what publishing changes. */
export type PublicFacts = {
  state: RecapState
  /** What was published last. */ latest: RecapDraft | null
  /** What its address ends in, or would. */ slug: string
  handle: string | null
  /** What could be taken for one. */ suggestedHandle: string
  /** Null: nobody who reads it would see one. */ authorName: string | null
  series: readonly OwnSeries[]
  seriesId: string | null
  label: string | null
}

/** What can be opened over an editor. */
export type Sheet = 'publish' | 'photos' | 'more'

import { findUnfinished, type Unfinished } from './place-marks'

/** What its author should see before everybody does. */
export type Doubts = {
  /** There is no text. */ isEmpty: boolean
  /** Place marks, to-dos and marks of a note, as written. */ unfinished: string[]
  /** A conference that is private, and whether the recap says its name. */ privateConference: {
    name: string
    isNamed: boolean
  } | null
  /** How many of its photos nobody would see, for they were taken out of its author's notes; absent: none. */
  missingPhotos?: number
}

type Said = { title: string; summary: string; text: string; tags: readonly string[] }
/** What stands around a recap's own words. */
type Around = { seriesTitle: string | null; /** Null: the conference is public. */ privateName: string | null }

/** What of a recap its author may not want everybody to read. */
export function doubtsOf(said: Said, { seriesTitle, privateName }: Around): Doubts {
  const words = [said.title, said.summary, said.text, ...said.tags, seriesTitle ?? ''].join('\n').toLowerCase()
  return {
    isEmpty: said.text.trim() === '',
    unfinished: unfinishedIn(said).map(({ written }) => written),
    privateConference:
      privateName === null ? null : { name: privateName, isNamed: words.includes(privateName.toLowerCase()) },
  }
}

export type UnfinishedIn = Unfinished & { field: 'title' | 'summary' | 'text' }

/** Where in a recap's fields that stands which is not finished, in the order of `Doubts.unfinished`. */
export function unfinishedIn(said: Pick<Said, UnfinishedIn['field']>): UnfinishedIn[] {
  const fields = ['title', 'summary', 'text'] as const
  return fields.flatMap((field) => findUnfinished(said[field]).map((found) => ({ ...found, field })))
}

/** Is there anything to ask about? */
export function isDoubtful({ isEmpty, unfinished, privateConference, missingPhotos }: Doubts): boolean {
  return isEmpty || unfinished.length > 0 || privateConference !== null || Boolean(missingPhotos)
}

type OpenDraft = {
  save: () => Promise<boolean>
  /** Which of two texts it is has not been answered. */ isAsked: () => boolean
}
let open: OpenDraft | null = null

/** Remembers what the editor on this page holds, and how to save it. @returns how to forget it */
export function rememberDraft(draft: OpenDraft): () => void {
  open = draft
  return () => {
    if (open === draft) open = null
  }
}

/**
 * Saves what the editor on this page holds, before something is done with the recap.
 * @returns why that must wait: `asked`: which of two texts it is has not been answered; `unsaved`: the server does not
 * have all of it; null: it may be done
 */
export async function settleOpenDraft(): Promise<'asked' | 'unsaved' | null> {
  const isSaved = open ? await open.save() : true
  if (open?.isAsked()) return 'asked'
  return isSaved ? null : 'unsaved'
}

type OpenDraft = { save: () => Promise<boolean>; /** Which of two texts it is has not been answered. */ isAsked: () => boolean }
let open: OpenDraft | null = null

/** Remembers what the editor on this page holds, and how to save it. @returns how to forget it */
export function openDraft(draft: OpenDraft): () => void {
  open = draft
  return () => {
    if (open === draft) open = null
  }
}

/** Saves what the editor on this page holds, before something is done with the recap. @returns whether the server has all of it */
export async function saveOpenDraft(): Promise<boolean> {
  return open ? open.save() : true
}

/** Whether its author is asked which of two texts the recap is: none of them is to be made public before. */
export function isOpenDraftAsked(): boolean {
  return open?.isAsked() ?? false
}

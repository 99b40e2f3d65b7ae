type Save = () => Promise<boolean>
let save: Save | null = null

/** Remembers how to save what the editor on this page holds. @returns how to forget it */
export function openDraft(saving: Save): () => void {
  save = saving
  return () => {
    if (save === saving) save = null
  }
}

/** Saves what the editor on this page holds, before something is done with the recap. @returns whether the server has all of it */
export async function saveOpenDraft(): Promise<boolean> {
  return save ? save() : true
}

import { photosHere } from '../note-ways'

/** Photos' pictures at full size, from this device or else from the server, each asked for once. */
export function openPictures() {
  const asked = new Map<string, Promise<string | null>>()
  let isClosed = false

  async function read(id: string): Promise<string | null> {
    const blob = await photosHere()
      .then((keeper) => keeper.picture(id))
      .catch(() => null)
    return blob && !isClosed ? URL.createObjectURL(blob) : null
  }

  return {
    /** @returns its address until all are closed; null: it cannot be had now */
    addressOf(id: string): Promise<string | null> {
      const known = asked.get(id)
      if (known) return known
      const asking = read(id)
      asked.set(id, asking)
      return asking
    },
    /** Gives all addresses back. */
    close(): void {
      isClosed = true
      for (const asking of asked.values()) void asking.then((url) => url && URL.revokeObjectURL(url))
    },
  }
}

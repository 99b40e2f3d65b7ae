import { pictureAddress } from '../building/floor-address'

/** The picture of a floor's plan; null when it could not be had. Of a slow network it may take long. */
export async function fetchPlan(picture: string): Promise<Blob | null> {
  try {
    const response = await fetch(pictureAddress(picture), { signal: AbortSignal.timeout(60_000) })
    // A hall's sign-in page answers 200, too.
    return response.ok && response.headers.get('content-type') === 'image/webp' ? await response.blob() : null
  } catch {
    return null
  }
}

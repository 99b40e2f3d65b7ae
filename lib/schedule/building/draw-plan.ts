import type { Sharp, WebpOptions } from 'sharp'
import { drawPicture } from '@/lib/platform/pictures/draw-picture'
import { LONGEST_PLAN_SIDE, MOST_PLAN_BYTES } from './plan-limits'

/** A plan as it is kept: WebP, on white, upright, and nothing but what is seen. */
export type DrawnPlan = { bytes: Buffer; width: number; height: number }

/** Sharp first: lines and small print suffer most where a picture is squeezed, and less where it is smaller. */
const steps: readonly (WebpOptions & { side: number })[] = [
  { side: LONGEST_PLAN_SIDE, quality: 80 },
  { side: LONGEST_PLAN_SIDE, quality: 60 },
  { side: 1600, quality: 60 },
  { side: 1200, quality: 50 },
  { side: 800, quality: 40 },
]

/**
 * Draws a stranger's picture as the plan of a floor, as well as it can be within `MOST_PLAN_BYTES`.
 * @returns 'notAPicture' when it is none that `drawPicture` reads; 'tooLarge' when it stays too large however it is
 * drawn
 * @throws {AppError} UNAVAILABLE when too many wait, or it takes too long
 */
export async function drawPlan(given: Buffer): Promise<DrawnPlan | 'notAPicture' | 'tooLarge'> {
  const drawn = await drawPicture(given, async (picture, mediaType) => {
    // A drawing is smaller and sharper so, mostly; of a photo it never is.
    if (mediaType !== 'image/jpeg') {
      const whole = await draw(picture, LONGEST_PLAN_SIDE, { lossless: true })
      if (whole.bytes.length <= MOST_PLAN_BYTES) return whole
    }
    for (const { side, ...options } of steps) {
      const plan = await draw(picture, side, options)
      if (plan.bytes.length <= MOST_PLAN_BYTES) return plan
    }
    return 'tooLarge'
  })
  return drawn ?? 'notAPicture'
}

async function draw(picture: Sharp, side: number, options: WebpOptions): Promise<DrawnPlan> {
  const { data, info } = await picture
    .clone()
    // What a drawing leaves open would be dark on a dark screen, as its lines are.
    .flatten({ background: '#fff' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp(options)
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

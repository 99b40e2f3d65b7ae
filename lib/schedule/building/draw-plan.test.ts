import sharp from 'sharp'
import { expect, it } from 'vitest'
import { jpegWith, png } from '@/tests/factories/picture'
import { drawPlan } from './draw-plan'
import { MOST_PLAN_BYTES } from './plan-limits'

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 80 } },
  })
const factsOf = async (bytes: Buffer) => {
  const { format, width, height, exif, hasAlpha } = await sharp(bytes).metadata()
  return { format, width, height, exif, hasAlpha }
}

it('keeps a drawing sharp, on white, and no larger than phones need', async () => {
  const drawing = await sharp({ create: { width: 5000, height: 2500, channels: 4, background: '#0000' } })
    .composite([{ input: await sharp(png).resize(800, 800, { fit: 'fill' }).toBuffer(), left: 4000, top: 1500 }])
    .png()
    .toBuffer()
  const plan = await drawPlan(drawing)
  if (typeof plan === 'string') throw new Error(plan)
  expect([plan.width, plan.height, await factsOf(plan.bytes)]).toEqual([
    2000,
    1000,
    { format: 'webp', width: 2000, height: 1000, exif: undefined, hasAlpha: false },
  ])
  const [red] = await sharp(plan.bytes).raw().toBuffer()
  expect(red).toBe(255)
})

it('leaves nothing in a photo of where it was taken', async () => {
  const plan = await drawPlan(jpegWith([[0xfe, 'GPS 48.85N 2.35E']]))
  expect(typeof plan === 'string' ? plan : [plan.width, plan.height, plan.bytes.includes('GPS')]).toEqual([
    12,
    8,
    false,
  ])
})

it('weighs little, whatever it is of', async () => {
  const plan = await drawPlan(await noise(1400, 1000).jpeg().toBuffer())
  expect(typeof plan === 'string' ? Infinity : plan.bytes.length).toBeLessThanOrEqual(MOST_PLAN_BYTES)
})

it.each([
  ['a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a handler', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['HTML', '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><iframe src="//x"/></foreignObject></svg>'],
  ['another file', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'],
  ['entities', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>'],
  ['a style', '<?xml version="1.0"?><svg><style>@import "//x"</style></svg>'],
  ['a huge canvas', '<svg xmlns="http://www.w3.org/2000/svg" width="999999" height="999999"/>'],
  ['depth', `<svg>${'<g>'.repeat(50_000)}`],
])('takes no SVG, and so none with %s', async (_, svg) => {
  expect(await drawPlan(Buffer.from(svg))).toBe('notAPicture')
})

it('takes no picture that unfolds into more than a server can hold', async () => {
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  expect([bomb.length < 500_000, await drawPlan(bomb)]).toEqual([true, 'notAPicture'])
})

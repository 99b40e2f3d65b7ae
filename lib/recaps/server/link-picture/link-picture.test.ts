import sharp from 'sharp'
import { expect, it } from 'vitest'
import { knowLetters } from './fonts'
import { linkPicture } from './link-picture'

const day = new Date('2026-03-25T10:00:00Z')

function recapOf(title: string) {
  return {
    id: title,
    slug: 'day-2',
    firstAt: day,
    updatedAt: day,
    author: { id: 'ann', handle: 'ann', name: 'Ann', language: 'en' },
    content: {
      title,
      summary: null,
      language: 'en',
      tags: [],
      text: '',
      coverId: null,
      photos: [],
      canonicalUrl: null,
      conference: null,
    },
  }
}

/** Where in a picture's title something is drawn: from and to which column, of 1200. */
async function inkOf(title: string): Promise<[from: number, to: number]> {
  const picture = await linkPicture(recapOf(title))
  const band = await sharp(picture).extract({ left: 30, top: 150, width: 1170, height: 330 }).png().toBuffer()
  const { info } = await sharp(band)
    .trim({ background: '#faf8f4', threshold: 20 })
    .toBuffer({ resolveWithObject: true })
  const from = 30 - (info.trimOffsetLeft ?? 0)
  return [from, from + info.width]
}

it('knows the letters of the scripts that its fonts are for', async () => {
  const isDrawn = await knowLetters()
  const drawn = (text: string) => [...text].filter(isDrawn).join('')
  const texts = [
    'Zoë Łukasz Ελλάδα Привет Ґанок → ✓ ★',
    'שלום',
    'مرحبا، ١٢',
    'こんにちは 日本語',
    '안녕하세요',
    '我们这边',
    '🎉 👩‍💻 ❤️',
    'สวัสดี नमस्ते নমস্কার வணக்கம் Բարև გამარჯობა',
  ]
  expect(texts.map(drawn)).toEqual(texts)
  expect(drawn('ⵜⵉⴼ ꧁ x')).toBe('  x')
})

it('sets a title where its script begins, and within its margins', async () => {
  const left = 96
  const [latin, hebrew, arabic, japanese] = [
    await inkOf('Day 2'),
    await inkOf('יום 2'),
    await inkOf('يوم 2'),
    await inkOf('二日目'),
  ]
  for (const [from, to] of [latin, japanese]) expect([from >= left && from < left + 12, to < 500]).toEqual([true, true])
  for (const [from, to] of [hebrew, arabic]) expect([from > 800, to > 1128 - 12 && to <= 1128]).toEqual([true, true])
  const [from, to] = await inkOf('W'.repeat(140))
  expect([from >= left, to <= 1128]).toEqual([true, true])
})

it('draws letters that came later than the first picture did', async () => {
  const pixels = async (title: string) =>
    (
      await sharp(await linkPicture(recapOf(title)))
        .raw()
        .toBuffer()
    ).toString('hex')
  const [one, other] = [await pixels('둘째 날'), await pixels('셋째 날')]
  expect(one === other).toBe(false)
})

import { expect } from '@playwright/test'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { ConferencePage } from '../../pages/conference-page'

const sizes = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 195, height: 422 },
]

test('the round button stands among the places and over nothing, on the narrowest screen in either language', async ({
  page,
  context,
}, info) => {
  test.skip(info.project.name !== 'phone', 'On a desktop it stands among the places at the top')
  await new ConferencePage(page, 'hallway-days').openSchedule()
  for (const [language, name] of [
    ['en', 'Write a note'],
    ['fr', 'Écrire une note'],
  ] as const) {
    await context.addCookies([{ name: 'hallway-language', value: language, url: page.url() }])
    await page.reload()
    for (const size of sizes) {
      await page.setViewportSize(size)
      const button = page.getByRole('link', { name, exact: true })
      const bar = page.getByRole('navigation').filter({ has: button })
      const [inner, outer] = [await button.boundingBox(), await bar.boundingBox()]
      if (!inner || !outer) throw new Error('it is not there')
      expect([inner.width >= 44, inner.y >= outer.y, inner.x + inner.width <= outer.x + outer.width]).toEqual([
        true,
        true,
        true,
      ])
      if (size.width >= 320) await expectSoundLayout(page, `${language} ${size.width}`)
    }
  }
})

import { expect, type Page } from '@playwright/test'
import { expectAccessibleOnBothWidths } from '../axe'
import { test } from '../journey'
import { whenKept } from '../kept-here'

test.use({ serviceWorkers: 'allow' })

const shared =
  '/share?title=A%20talk&text=Worth%20reading%20https%3A%2F%2Fexample.org%2F1&url=https%3A%2F%2Fexample.org%2F1'
const words = 'Worth reading https://example.org/1'
const notes = (page: Page) => page.getByRole('listitem').filter({ hasText: 'A talk' })

test('what is shared, or sent by a page of another site, is kept by a tap alone, without a network too', async ({
  page,
  context,
}) => {
  await page.goto('/c/hallway-days')
  await whenKept(page, 'hallway-days')
  await page.goto(shared)
  await expect(page.getByText(words)).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await page.goto('/c/hallway-days/notes')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(notes(page)).toHaveCount(0)
  await page.goto(`/c/hallway-days/notes${new URL(shared, page.url()).search}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible()
  await expect(page.getByText('No notes yet', { exact: true }).first()).toBeVisible()
  await expect(notes(page)).toHaveCount(0)

  await context.setOffline(true)
  await page.goto(shared)
  await expect(page.getByText(words)).toBeVisible()
  await page.getByRole('button', { name: /^Keep it in Hallway Days/ }).click()
  await page.waitForURL(/\/c\/hallway-days\/notes\/[0-9a-f-]{36}$/)
  await page.goto('/c/hallway-days/notes')
  await expect(notes(page)).toHaveCount(1)
})

test('what is shared to a phone that knows no conference waits until one was opened, and can be copied', async ({
  page,
}) => {
  await page.goto(shared)
  await expect(page.getByText(words)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy the text' })).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await page.getByRole('link', { name: 'Open a conference' }).click()
  await page
    .getByRole('link', { name: /^Hallway Days/ })
    .first()
    .click()
  await whenKept(page, 'hallway-days')
  await page.goBack()
  await page.goBack()
  await page.getByRole('button', { name: /^Keep it in Hallway Days/ }).click()
  await page.waitForURL(/\/c\/hallway-days\/notes\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toHaveValue(/Worth reading/)
})

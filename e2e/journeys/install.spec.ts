import { expect } from '@playwright/test'
import { test } from '../journey'
import { whenKept } from '../kept-here'

test.use({ serviceWorkers: 'allow' })

test('Chromium finds nothing that keeps Hallway from being installed', async ({ page, context }) => {
  await page.goto('/c/hallway-days')
  await whenKept(page, 'hallway-days')
  const devtools = await context.newCDPSession(page)
  const { errors } = await devtools.send('Page.getAppManifest')
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A test's browser has no profile to install into.
  expect([errors, installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')]).toEqual([[], []])
})

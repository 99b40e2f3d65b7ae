import type { Locator, Page } from '@playwright/test'

/** The box for a note on a session's screen. */
export function note(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Note on/ })
}

/** What stands below it of where its words are. */
export function badge(page: Page): Locator {
  return page
    .locator('#notes')
    .getByText(/^(Saving…|On this device|On the server)$/)
    .first()
}

import type { Page } from '@playwright/test'

/**
 * What the page's console complains of from now on: exceptions, refused sources, texts that cannot be said. Answers
 * like 404 are not complaints.
 */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (entry) => {
    if (entry.type() === 'error' && !entry.text().startsWith('Failed to load resource')) complaints.push(entry.text())
  })
  return complaints
}

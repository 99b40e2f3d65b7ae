import { expect, type Page } from '@playwright/test'

/** What a person does with their recaps, in English. */
export class RecapPage {
  constructor(
    readonly page: Page,
    readonly conference: string,
  ) {}

  /** Drafts a recap and leaves at its editor. @param of a day as the screen says it, or "All days" */
  async make(of: string, title: string): Promise<void> {
    await this.page.goto(`/c/${this.conference}/recaps`)
    await this.page.getByLabel('Days', { exact: true }).selectOption({ label: of })
    await this.page.getByRole('button', { name: 'Make a recap' }).click()
    await this.page.waitForURL('**/recaps/*-*-*-*-*')
    await this.page.getByLabel('Title', { exact: true }).fill(title)
    await expect(this.page.getByText(/^Saved · /)).toBeVisible()
  }

  /** Opens the sheet that says what becomes public. */
  async ask(): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    if (!(await dialog.isVisible())) await this.page.getByRole('button', { name: /^(Publish|Share)…$/ }).click()
    const [again, address] = [
      dialog.getByRole('button', { name: 'Change address, series or time' }),
      dialog.getByLabel('Address', { exact: true }),
    ]
    await expect(again.or(address)).toBeVisible()
    if (await again.isVisible()) await again.click()
    await expect(address).toBeVisible()
  }

  /** Opens what the sheet says in a line, to change it. */
  async unfold(row: string): Promise<void> {
    await this.page
      .getByRole('dialog')
      .locator('summary')
      .filter({ hasText: new RegExp(`^${row} `) })
      .click()
  }

  /** @param series an existing one by its title, or a new one */
  async placeIn(series: string, isNew: boolean): Promise<void> {
    await this.ask()
    await this.unfold('Series')
    await this.page.getByRole('combobox', { name: 'Series' }).selectOption({ label: isNew ? 'New series' : series })
    if (isNew) await this.page.getByLabel('Title of the series').fill(series)
    await this.page.getByRole('button', { name: 'Save the place' }).click()
    await expect(this.page.getByText('The place is saved.')).toBeVisible()
    await this.page.getByRole('button', { name: 'Close' }).click()
  }

  /** Publishes what is there, unfinished or not. @param handle of an author without one, who is called so, too */
  async publish(slug: string, handle?: string): Promise<void> {
    await this.ask()
    const dialog = this.page.getByRole('dialog')
    if (handle) {
      const name = dialog.getByLabel('Your name')
      if (await name.isVisible()) await name.fill(handle)
      await dialog.getByLabel('Your author address').fill(handle)
    }
    await dialog.getByLabel('Address', { exact: true }).fill(slug)
    await dialog.getByRole('button', { name: /^Publish( it like this)?$/ }).click()
    await expect(dialog.getByRole('heading', { name: 'It is public' })).toBeVisible()
    await expect(dialog.getByLabel('Its address')).toHaveValue(new RegExp(`/${slug}$`))
  }

  async unpublish(): Promise<void> {
    await this.ask()
    this.page.once('dialog', (dialog) => void dialog.accept())
    await this.page.getByRole('dialog').getByRole('button', { name: 'Unpublish' }).click()
    await expect(this.page.getByText('It is no longer public: its address says that it is gone.')).toBeVisible()
    await expect(this.page.getByRole('dialog').locator(':focus')).toBeVisible()
    await this.page.getByRole('button', { name: 'Close' }).click()
    await expect(this.page.getByText('No longer published', { exact: true })).toBeVisible()
  }
}

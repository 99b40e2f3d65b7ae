import { expect, type Page } from '@playwright/test'
import { reloadBy } from '../reload-by'

/** What a person does with their recaps, in English. */
export class RecapPage {
  constructor(
    readonly page: Page,
    readonly conference: string,
  ) {}

  /** Drafts a recap and leaves at its editor. @param of a day as the screen says it, or "All days" */
  async make(of: string, title: string): Promise<void> {
    await this.page.goto(`/c/${this.conference}/recaps`)
    await this.page.getByLabel('Of', { exact: true }).selectOption({ label: of })
    await this.page.getByRole('button', { name: 'Make a recap' }).click()
    await this.page.waitForURL('**/recaps/*-*-*-*-*')
    await this.page.getByLabel('Title', { exact: true }).fill(title)
    await expect(this.page.getByText(/^Saved · /)).toBeVisible()
  }

  async chooseHandle(handle: string): Promise<void> {
    await this.page.getByLabel('Your author address').fill(handle)
    const name = this.page.getByLabel('Your name')
    if (await name.isVisible()) await name.fill(handle)
    await this.page.getByRole('button', { name: 'Take this address' }).click()
    await expect(this.page.getByLabel('Address', { exact: true })).toBeVisible()
  }

  /** @param series an existing one by its title, or a new one */
  async placeIn(series: string, isNew: boolean): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Series' }).selectOption({ label: isNew ? 'New series' : series })
    if (isNew) await this.page.getByLabel('Title of the series').fill(series)
    await reloadBy(this.page, () => this.page.getByRole('button', { name: 'Save the place' }).click())
  }

  /** Publishes what is there, unfinished or not. */
  async publish(slug: string): Promise<void> {
    await this.page.getByLabel('Address', { exact: true }).fill(slug)
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click()
    const [evenSo, address] = [
      this.page.getByRole('button', { name: 'Publish it like this' }),
      this.page.getByRole('link', { name: new RegExp(`/${slug}$`) }),
    ]
    await expect(evenSo.or(address)).toBeVisible()
    if (await evenSo.isVisible()) await evenSo.click()
    await expect(address).toBeVisible()
  }

  async unpublish(): Promise<void> {
    this.page.once('dialog', (dialog) => void dialog.accept())
    await reloadBy(this.page, () => this.page.getByRole('button', { name: 'Unpublish' }).click())
  }
}

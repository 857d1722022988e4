import { expect, type Page } from '@playwright/test'

/** Opens a page of a workspace and waits until it answers to keys and presses: the navigation's numbers come in only then. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('link', { name: /^(Content|Inhalte) ?\d/ })).toBeVisible()
}

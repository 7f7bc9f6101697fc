import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect } from './fixture'

/** Somebody else's file: other headings, a byte-order mark, semicolons, a line break in a cell, and lines that are none. */
export const HR_FILE = `\uFEFFPers.-Nr.;Nachname;Vorname;Mail;Telefon;Abteilung;Funktion;Status;Austritt
HR-4100;SHAH;Priya;PRIYA.SHAH@hallam-pryce.example;+44 (0)161 496 1100;Accounts;Account manager;active;
HR-4103;Price;Ewan;ewan.price@hallam-pryce.example;0161 496 1101;Sales;"Sales
executive";left;03.10.2026
HR-99001;Canary;Zelda;zelda.canary@hallam-pryce.example;;Sales;Sales executive;active;
;;;;;;Dealer;active;
`

/** The kinds of mismatch with their counts. */
export const kinds = (page: Page) => page.getByRole('navigation', { name: 'Kinds of mismatch' })
export const kind = (page: Page, name: string) =>
  kinds(page).getByRole('button', { name: new RegExp(`^${name}`) })
export const grid = (page: Page) => page.getByRole('grid', { name: 'Mismatches' })
/** The mismatches that have arrived. */
export const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
export const evidence = (page: Page) => page.getByRole('complementary', { name: 'Evidence' })

/** Chooses a file as soon as the page takes one. */
export async function choose(
  page: Page,
  file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
): Promise<void> {
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
  await page.getByLabel('HR file').setInputFiles(file)
}

/** What an item of the menu of files saves, as text. */
export async function saved(page: Page, item: string | RegExp): Promise<string> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fix list' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  return readFile(await (await saving).path(), 'utf8')
}

/** From the page as it opens to the columns of the file. */
export async function openFile(page: Page): Promise<void> {
  await choose(page, {
    name: 'hr-november.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(HR_FILE),
  })
  await expect(page.getByRole('button', { name: 'Compare with Focus' })).toBeVisible()
}

/** From the page as it opens to its inbox. */
export async function compare(page: Page): Promise<void> {
  await openFile(page)
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(kinds(page)).toBeVisible()
}

/** Drops a file onto the page, as from a folder. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
  const files = await page.evaluateHandle(
    ([called = '', content = '']) => {
      const transfer = new DataTransfer()
      const own = Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
      transfer.items.add(new File([own], called))
      return transfer
    },
    [name, Buffer.from(bytes).toString('base64')],
  )
  await page.getByText('Drop the HR file here').dispatchEvent('drop', { dataTransfer: files })
}

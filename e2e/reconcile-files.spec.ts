import { writeXlsx } from 'hucre/xlsx'
import { expect, signIn, test } from './fixture'
import { compare, drop, grid, HR_FILE, kind, kinds, openFile, rows } from './reconcile-steps'

const HEADING = ['Staff ID', 'Surname', 'First name', 'E-mail', 'Phone', 'Status', 'Left on']
const SHAH = 'priya.shah@hallam-pryce.example'
const PRICE = 'ewan.price@hallam-pryce.example'
const CANARY = 'zelda.canary@hallam-pryce.example'

/** One who works here, one who has left and is recorded, one whom Focus does not have. */
async function workbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: 'Staff',
        rows: [
          HEADING,
          ['HR-4100', 'Shah', 'Priya', SHAH, '+44 161 496 1100', 'active', null],
          ['HR-4103', 'Price', 'Ewan', PRICE, '0161 496 1101', 'left', new Date('2026-10-03')],
          ['HR-99001', 'Canary', 'Zelda', CANARY, null, 'active', null],
        ],
      },
    ],
  })
}

function tabbed(): Uint8Array {
  const lines = [
    HEADING,
    ['HR-4100', 'Shah', 'Priya', SHAH, '+44 161 496 1100', 'active', ''],
    ['HR-4103', 'Price', 'Ewan', PRICE, '0161 496 1101', 'left', '03/10/2026'],
    ['HR-99001', 'Canary', 'Zelda', CANARY, '', 'active', ''],
  ]
  return Buffer.from(lines.map((cells) => `${cells.join('\t')}\r\n`).join(''))
}

for (const [name, bytes, facts] of [
  ['hr.xlsx', workbook, /3 lines · sheet “Staff”/],
  ['hr.tsv', async () => tabbed(), /3 lines · .*separated by tabs/],
] as const)
  test(`${name} is dropped, and its mismatches stand in the inbox`, async ({ page }) => {
    await signIn(page, 'admin', '/reconcile')
    await drop(page, name, await bytes())
    await expect(page.getByRole('status').filter({ hasText: name })).toContainText(facts)
    await page.getByRole('button', { name: 'Compare with Focus' }).click()
    await expect(kinds(page)).toContainText('3 HR rows')
    await kind(page, 'Missing in Focus').click()
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page).first()).toContainText('Zelda Canary')
    await kind(page, 'Still recorded after leaving').click()
    await expect(rows(page).first()).toContainText('Left on 3 Oct 2026')
    await expect(kind(page, 'Lines that cannot be read')).toContainText(/\D0$/)
  })

test('what was set aside returns once its date has come, and says so once', async ({ page }) => {
  await signIn(page, 'admin', '/reconcile')
  await compare(page)
  await kind(page, 'Missing in Focus').click()
  await rows(page).first().getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Set 1 aside…' }).click()
  await page.getByLabel('Reason').fill('starts in December')
  await page.getByRole('button', { name: '30 days' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside', exact: true }).click()
  await expect(kind(page, 'Set aside until a date')).toContainText('1')
  // The days pass: a worker's clock is the machine's own, so it is what is kept that grows older.
  await page.evaluate(() => {
    const key = 'focus-console.reconcile-runs'
    const older = (instant: string) => new Date(Date.parse(instant) - 31 * 86_400_000).toISOString()
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null')
    kept.last.timeUtc = older(kept.last.timeUtc)
    for (const aside of kept.asides) aside.untilUtc = older(aside.untilUtc)
    localStorage.setItem(key, JSON.stringify(kept))
  })

  await page.reload()
  await compare(page)
  await expect(page.getByText(/: 0 new, [1-9]\d* still there, 0 gone, 1 returned$/)).toBeVisible()
  await expect(kind(page, 'Set aside until a date')).toContainText(/\D0$/)
  await kind(page, 'Missing in Focus').click()
  await expect(grid(page).getByRole('row', { name: /Zelda Canary/ })).toContainText('returned')

  await page.getByRole('button', { name: 'Mapping and rules' }).click()
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(page.getByText(/: 0 new, [1-9]\d* still there, 0 gone, 0 returned$/)).toBeVisible()
})

test('a corrected column is remembered for files of that heading, and for no other', async ({
  page,
}) => {
  await signIn(page, 'admin', '/reconcile')
  await openFile(page)
  const job = page.getByRole('combobox', { name: 'Funktion means' })
  await expect(job).toHaveText('Job')
  await job.click()
  await page.getByRole('option', { name: 'Not used' }).click()
  await page.getByRole('button', { name: 'Compare with Focus' }).click()
  await expect(kinds(page)).toBeVisible()

  await page.reload()
  await openFile(page)
  await expect(job).toHaveText('Not used')
  await expect(page.getByRole('combobox', { name: 'Abteilung means' })).toHaveText('Department')
  await page.getByRole('button', { name: 'Another file' }).click()
  await drop(page, 'another.csv', Buffer.from(HR_FILE.replace('Pers.-Nr.', 'Nr.')))
  await expect(job).toHaveText('Job')
})

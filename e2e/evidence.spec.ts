import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, expectNoAxeFindings, signIn, test } from './fixture'

test('an officer packs chosen recordings, and a stranger checks the package without the console', async ({
  page,
  context,
}) => {
  await signIn(page, 'compliance-officer', '/recordings?q=tag%3Asandbox.named.one-minute')
  const rows = page.getByRole('grid', { name: 'Recordings' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await rows.nth(1).getByRole('checkbox').click()
  await page.getByRole('button', { name: 'Evidence', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Evidence package' })
  await expect(dialog.getByText('1 recording chosen')).toBeVisible()
  await dialog.getByRole('button', { name: 'Make the package' }).click()
  await expect(dialog.getByText('Write at least three characters.')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Complaint by a client')
  await dialog.getByLabel('Case number').fill('C-2026-17')
  await dialog.getByRole('button', { name: 'Make the package' }).click()
  const fetchIt = dialog.getByRole('link', { name: /^Fetch / })
  await expect(fetchIt).toBeVisible({ timeout: 30_000 })
  await expectNoAxeFindings(page)

  const [download] = await Promise.all([page.waitForEvent('download'), fetchIt.click()])
  const place = mkdtempSync(join(tmpdir(), 'evidence-e2e-'))
  const zip = join(place, download.suggestedFilename())
  await download.saveAs(zip)
  execFileSync('unzip', ['-q', zip, '-d', place])
  const folder = zip.replace(/\.zip$/, '')

  const reader = await context.newPage()
  await reader.goto(`file://${folder}/index.html`)
  const verdict = reader.locator('#verdict')
  await expect(verdict).toContainText('Signatures and proofs hold')
  await expect(reader.getByText('Complaint by a client').first()).toBeVisible()
  await reader.locator('#folder').setInputFiles(folder)
  await expect(verdict).toContainText('Everything is as it was made')
  await reader.locator('#zip').setInputFiles(zip)
  await expect(verdict).toHaveAttribute('data-state', 'good')

  // One recording is shown open: a press on a line of its transcript plays from there.
  await reader.locator('.transcript button.time').nth(3).click()
  const audio = reader.locator('audio')
  await expect
    .poll(() => audio.evaluate((media: HTMLMediaElement) => !media.paused && media.currentTime))
    .toBeGreaterThan(5)
  await expectNoAxeFindings(reader)

  const media = join(folder, 'data/recordings/500010/media.wav')
  const bytes = readFileSync(media)
  bytes.writeUInt8(bytes.readUInt8(100_000) ^ 1, 100_000)
  writeFileSync(media, bytes)
  await reader.reload()
  await reader.locator('#folder').setInputFiles(folder)
  await expect(verdict).toContainText('Not as it was made')
  await expect(verdict).toContainText('data/recordings/500010/media.wav is not as it was packed')
  await reader.close()

  await dialog.getByRole('button', { name: 'Throw away' }).click()
  await expect(dialog.getByRole('region', { name: 'Your packages' })).toHaveCount(0)

  // The audit of that recording offers to pack what it shows; the recording has its own way.
  await page.goto('/audit?by=recording&q=recording%3A500010')
  await page.getByRole('button', { name: 'Evidence', exact: true }).click()
  await expect(dialog.getByText('The 1 recording of the accesses shown')).toBeVisible()
  await page.goto('/recordings/500010')
  await page.getByRole('button', { name: 'Evidence package' }).click()
  await expect(dialog.getByText(/^Recording 500010: /)).toBeVisible()
})

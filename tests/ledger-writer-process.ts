/**
 * A process that writes a ledger until it is killed: `tsx … <kind> <place> <key file>`. Says `open <sequence>` for
 * each intent it was told is durable, and leaves them all open.
 */

import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openPostgres, openSqliteFile } from '@/lib/store/database'
import { deed, ledgerOver } from './ledger-deeds'

const [kind, place = '', keyFile = ''] = process.argv.slice(2)
const db = await (kind === 'postgres' ? openPostgres(place) : openSqliteFile(place))
const ledger = await ledgerOver(db, { key: createPrivateKey(readFileSync(keyFile, 'utf8')) })
for (;;) {
  const entry = await ledger.intend(deed())
  process.stdout.write(`open ${entry.sequence}\n`)
}

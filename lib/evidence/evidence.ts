import 'server-only'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '@/lib/audio/clock'
import { config } from '@/lib/config/config'
import { log } from '@/lib/config/log'
import { focus } from '@/lib/focus/focus'
import { ledger } from '@/lib/ledger/ledger'
import { NoteSigner } from '@/lib/ledger/signed-note'
import { readSigningKey } from '@/lib/ledger/signing-key'
import { EvidenceDesk } from './evidence-desk'
import { PackageRoom } from './package-file'

const KEY = Symbol.for('focus-console.evidence')
// Routes may be bundled apart: the process, not the module, holds the one desk.
const shared = globalThis as { [KEY]?: EvidenceDesk } // only this file writes under the symbol

/** The evidence packages of this process, with the configured disk and time. */
export function evidence(): EvidenceDesk {
  shared[KEY] ??= open()
  return shared[KEY]
}

function open(): EvidenceDesk {
  const settings = config()
  const { maxBytes, keepMs } = settings.evidence
  const room = new PackageRoom({ directory: join(settings.dataDir, 'evidence'), maxBytes })
  const sign = (text: string) =>
    new NoteSigner(settings.ledger.name, readSigningKey(settings.ledger.keyFile, false)).sign(text)
  return new EvidenceDesk({
    keepMs,
    clock: systemClock,
    parts: {
      focus: focus(),
      ledger: ledger(),
      sign,
      createFile: () => room.createFile(),
      nowMs: Date.now,
      pause: (ms, signal) => wait(ms, undefined, { signal, ref: false }).catch(() => {}),
      log,
      version: settings.version,
      tenant: settings.focus.label,
    },
  })
}

import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { NoteSigner } from '@/lib/ledger/signed-note'
import { readSigningKey } from '@/lib/ledger/signing-key'

export const POST = defineRoute(API.signReconciliation, ({ body, session }) => {
  const { ledger } = config()
  const signer = new NoteSigner(ledger.name, readSigningKey(ledger.keyFile, false))
  // Who asked for the signature is this server's word, not the browser's.
  return { note: signer.sign(`${body.text}signed-for ${session.subject}\n`) }
})

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A file of the product as it stands below the folder the server was started in. */
const fileOf = (...path: string[]) =>
  readFileSync(resolve(/* turbopackIgnore: true */ process.cwd(), ...path), 'utf8')

/** The independent verifier that goes into every package. */
export function verifierFiles(): { name: string; text: string }[] {
  return ['ledger-verify.mjs', 'README.md'].map((name) => ({
    name,
    text: fileOf('verifier', name),
  }))
}

/** A part of the page in the package, by its file name. */
export const pageFile = (name: string): string => fileOf('lib', 'evidence', 'page', name)

/** What somebody finds who opens the package without knowing what it is. */
export function packageReadme(folder: string, key: string): string {
  return `EVIDENCE PACKAGE ${folder}

Open index.html with a browser. It needs no network: it lists what is here, plays the media, and
checks signatures and proofs at once and every file after you choose this folder (or drop the ZIP).

A page that came with the package cannot vouch for itself. Without it, from this folder:

  sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt
  node data/verifier/ledger-verify.mjs data/ledger/ledger.jsonl --key KEY

KEY is what the operator gave you by another way. The one that made this package says it is
  ${key}

The folder is a bag (RFC 8493): any BagIt validator checks it. signature/manifest.note is a signed
note (c2sp.org/signed-note, Ed25519) over the SHA-256 of manifest-sha256.txt, tagmanifest.note one
over that of tagmanifest-sha256.txt.

data/recordings/ID/
  media.*            as received from Focus, byte for byte
  recording.json     details in this console's words
  transcript.*       JSON, WebVTT, text;  message.json of a text message
  focus/*.json       what Focus answered: its field names and values, its audit included
data/ledger/         who accessed these recordings here, with proofs and the signed checkpoint
data/query.json      what was asked, by whom, when and why
data/missing.txt     what could not be packed, and why
data/verifier/       the verifier and the form of the ledger
`
}

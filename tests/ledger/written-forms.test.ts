import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import { checkpointText, SAMPLE_ORIGIN, sampleKey } from '@/bench/ledger-sample'
import { SeededRandom } from '@/bench/seeded-random'
import {
  canonical,
  openCheckpoint,
  openNote,
  parseCanonical,
  parseKey,
  splitNotes,
} from '@/verifier/ledger-verify.mjs'

/** IEEE 754 bits and their text, RFC 8785 appendix B. */
const NUMBERS: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]
const EXAMPLE = String.raw`{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}`
const EXAMPLE_CANONICAL = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`

describe('RFC 8785', () => {
  test.each([
    ['the verifier', canonical],
    ['the writer', (value: unknown) => canonicalize(value)],
  ])('%s writes the examples of the RFC', (_who, write) => {
    expect(write(JSON.parse(EXAMPLE))).toBe(EXAMPLE_CANONICAL)
    const sorted = { '\u20ac': 5, '\r': 1, '\ufb33': 7, 1: 2, '\ud83d\ude00': 6, '\u0080': 3, ö: 4 }
    expect(write(sorted)).toBe(
      '{"\\r":1,"1":2,"\u0080":3,"ö":4,"\u20ac":5,"\ud83d\ude00":6,"\ufb33":7}',
    )
    const texts = NUMBERS.map(([bits]) => write(Buffer.from(bits, 'hex').readDoubleBE()))
    expect(texts).toEqual(NUMBERS.map(([, text]) => text))
  })

  test('the verifier takes canonical text and no other', () => {
    expect(parseCanonical('{"1":1,"10":2,"9":3,"a":[{"b":"ö"}]}')).toEqual({
      1: 1,
      10: 2,
      9: 3,
      a: [{ b: 'ö' }],
    })
    const others = [
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '{"a": 1}',
      '{"a":1.0}',
      '{"a":1e0}',
      '{"a":-0}',
      '{"a":"\\u00f6"}',
      '{"a":"\\/"}',
      '{"a":"\\ud800"}',
      '{"a":[{"c":1,"b":2}]}',
      ' {}',
      '{}\n',
      '\ufeff{}',
    ]
    for (const text of others) expect(() => parseCanonical(text), text).toThrow()
  })
})

describe('C2SP signed notes', () => {
  // The example of c2sp.org/signed-note, and those of golang.org/x/mod/sumdb/note.
  const example = parseKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')
  const peter = parseKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const saying =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const byPeter =
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
  const byEnoch =
    '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

  test('the known notes are signed', () => {
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
    expect(openNote(note, [example])).toBe('This is an example message.\n')
    expect(openNote(`${saying}\n${byPeter}`, [peter])).toBe(saying)
    expect(openNote(`${saying}\n${byEnoch}${byPeter}`, [example, peter])).toBe(saying)
  })

  test('any other text, key or signature is not', () => {
    expect(() => openNote(`${saying}\n${byEnoch}`, [peter])).toThrow('not signed by the key')
    expect(() => openNote(`${saying} \n${byPeter}`, [peter])).toThrow()
    expect(() => openNote(`${saying}x\n\n${byPeter}`, [peter])).toThrow('wrong signature')
    expect(() => openNote(`${saying}\n${byPeter.replace('JnAM=', 'JnAN=')}`, [peter])).toThrow()
    expect(() => openNote(`${saying}\n${byPeter.trimEnd()}`, [peter])).toThrow()
    expect(() => parseKey(peter.text.replace('c74f20a3', 'c74f20a4'))).toThrow('id of the key')
    expect(() => parseKey(peter.text.replace('+AR', '+AQ'))).toThrow()
  })

  test('a checkpoint has its size, root and time in the one form', () => {
    const key = sampleKey(new SeededRandom(7))
    const keys = [parseKey(key.text)]
    const text = checkpointText(300, Buffer.alloc(32, 5), Date.UTC(2026, 10, 23))
    expect(openCheckpoint(key.sign(text), keys)).toEqual({
      origin: SAMPLE_ORIGIN,
      size: 300,
      root: Buffer.alloc(32, 5),
      timeUtc: '2026-11-23T00:00:00.000Z',
    })
    for (const other of [
      text.replace('300', '0300'),
      text.replace('300', '3e2'),
      text.replace('time 2026', 'tame 2026'),
      `${text}time 2026-11-23T00:00:01.000Z\n`,
      text.replace('=\n', '\n'),
    ])
      expect(() => openCheckpoint(key.sign(other), keys), other).toThrow()
  })

  test('a file of notes is divided into them', () => {
    const notes = [`${saying}\n${byPeter}`, `${saying}\n${byEnoch}${byPeter}`, `x\n\n${byPeter}`]
    expect(splitNotes(notes.join(''))).toEqual(notes)
    expect(splitNotes(notes.join('\n'))).toEqual(notes)
  })
})

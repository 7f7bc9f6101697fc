import { describe, expect, test } from 'vitest'
import { originOf } from './origin'

const OWN = 'https://console.example'
const from = (headers: Record<string, string>) => originOf(new Headers(headers), OWN)

describe('where a request comes from', () => {
  test('is the address the proxy states first, the browser, and the page without its search', () => {
    const headers = {
      'x-forwarded-for': '203.0.113.7, 10.0.0.1',
      'user-agent': 'Browser/1',
      referer: `${OWN}/recordings/42?q=a+secret#at`,
    }
    expect(from(headers)).toEqual({
      address: '203.0.113.7',
      agent: 'Browser/1',
      page: '/recordings/42',
    })
  })

  test('is unknown where nobody says so, and a page of another site is none of ours', () => {
    expect(from({})).toEqual({ address: null, agent: null, page: null })
    for (const referer of ['https://elsewhere.example/recordings', 'nonsense', `${OWN}.evil/x`])
      expect(from({ referer }).page).toBeNull()
  })

  test('is never longer than an entry should be', () => {
    const { address, agent } = from({
      'x-forwarded-for': 'x'.repeat(5000),
      'user-agent': 'y'.repeat(5000),
    })
    expect([address?.length, agent?.length]).toEqual([100, 300])
  })
})

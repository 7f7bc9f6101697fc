import { expect, test } from 'vitest'
import { API } from '@/lib/contract/api'
import { apiUrl } from './api-url'
import { audioUrl } from './media'

test('path parameters are filled in and escaped', () => {
  expect(apiUrl(API.getRecording, { params: { id: 123 } })).toBe('/api/recordings/123')
  expect(apiUrl({ path: '/api/{a}/x' }, { params: { a: '../b?c' } })).toBe('/api/..%2Fb%3Fc/x')
  expect(() => apiUrl(API.getRecording)).toThrow(RangeError)
})

test('query entries that are not given are left out', () => {
  expect(apiUrl(API.getPeopleNames, { query: { name: 'a b&c', ids: undefined } })).toBe(
    '/api/people?name=a+b%26c',
  )
  expect(audioUrl(7)).toBe('/api/recordings/7/audio')
  expect(audioUrl(7, { as: 'wav' })).toBe('/api/recordings/7/audio?as=wav')
})

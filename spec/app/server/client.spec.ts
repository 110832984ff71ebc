import { expect } from 'chai'
import { createClient, isAuthenticated, isAuthorized } from '../../../src/app/client/index.js'

const answer = (body: string, status = 200, type = 'application/json; charset=utf-8'): Response =>
  new Response(body, { status, headers: { 'content-type': type, 'x-request-id': 'r-1' } })

const YES = '{"formatVersion":1,"verdict":"authorized"}'
const PROBLEM = '{"formatVersion":1,"errors":[{"code":"request-shape","message":"m"}]}'

describe('the client', () => {
  const evaluated = (respond: () => Promise<Response>) =>
    createClient({ url: 'http://127.0.0.1:1', fetch: respond, timeout: 50 }).evaluate({ envelope: 'A' })

  const TABLE: readonly (readonly [what: string, () => Promise<Response>, tag: string, yes: boolean])[] = [
    ['a yes', () => Promise.resolve(answer(YES)), 'Answered', true],
    ['a no', () => Promise.resolve(answer(YES.replace('authorized', 'rejected'))), 'Answered', false],
    [
      'not known',
      () => Promise.resolve(answer(YES.replace('authorized', 'undetermined'))),
      'Answered',
      false,
    ],
    [
      'another word',
      () => Promise.resolve(answer(YES.replace('authorized', 'Authorized'))),
      'Answered',
      false,
    ],
    ['a truth value', () => Promise.resolve(answer('{"formatVersion":1,"verdict":true}')), 'Answered', false],
    ['no verdict', () => Promise.resolve(answer('{"formatVersion":1}')), 'Answered', false],
    ['a refusal', () => Promise.resolve(answer(PROBLEM, 400)), 'Refused', false],
    ['a yes with another status', () => Promise.resolve(answer(YES, 500)), 'Failed', false],
    ['a yes with 201', () => Promise.resolve(answer(YES, 201)), 'Failed', false],
    ['a refusal with 200', () => Promise.resolve(answer(PROBLEM, 200)), 'Failed', false],
    ['a yes of another version', () => Promise.resolve(answer(YES.replace('1', '2'))), 'Failed', false],
    ['a yes of another type', () => Promise.resolve(answer(YES, 200, 'text/html')), 'Failed', false],
    ['half a yes', () => Promise.resolve(answer(YES.slice(0, -1))), 'Failed', false],
    ['a list', () => Promise.resolve(answer(`[${YES}]`)), 'Failed', false],
    ['nobody', () => Promise.reject(new TypeError('fetch failed')), 'Failed', false],
  ]

  for (const [what, respond, tag, yes] of TABLE)
    it(`${what}: ${tag}`, async () => {
      const result = await evaluated(respond)
      expect(result._tag).to.equal(tag)
      expect(isAuthorized(result)).to.equal(yes)
      expect(isAuthenticated({ ...result, answer: { state: 'refused' } } as never)).to.equal(false)
    })

  it('waits no longer than it was told, and hears of being stopped', async () => {
    const never: typeof fetch = (_, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error))
      })
    const client = createClient({ url: 'http://127.0.0.1:1', fetch: never, timeout: 20 })
    expect(await client.trim({ envelope: 'A' })).to.deep.equal({ _tag: 'Failed', reason: 'timeout' })
    const stop = new AbortController()
    const stopped = client.trim({ envelope: 'A' }, { signal: stop.signal })
    stop.abort()
    expect(await stopped).to.deep.equal({ _tag: 'Failed', reason: 'unreachable' })
  })

  it('says what it is asked to, and follows nobody elsewhere', async () => {
    const asked: (readonly [string, RequestInit | undefined])[] = []
    const client = createClient({
      url: 'http://127.0.0.1:8080/',
      token: 'secret-token',
      fetch: (url, options) => {
        asked.push([url instanceof URL ? url.href : '', options])
        return Promise.resolve(answer(YES))
      },
    })
    const result = await client.sep10Verify(
      { challenge: 'A', server: 'G', homeDomains: ['a.example'] },
      { requestId: 'login-1' },
    )
    expect(result).to.include({ _tag: 'Answered', requestId: 'r-1' })
    const [url, options] = asked[0]!
    expect(url).to.equal('http://127.0.0.1:8080/v1/sep10/verify')
    expect(options).to.include({ method: 'POST', redirect: 'error' })
    expect(options?.headers).to.deep.equal({
      'content-type': 'application/json',
      authorization: 'Bearer secret-token',
      'x-request-id': 'login-1',
    })
  })
})

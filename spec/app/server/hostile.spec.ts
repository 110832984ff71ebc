import { expect } from 'chai'
import { documentedEndpoints } from '../../fuzz/endpoint-schemas.js'
import { hostileRequest, wrongWith } from '../../fuzz/hostile-request.js'
import { randomFrom } from '../../fuzz/random.js'
import { serverHere } from './server-here.js'

/** The long run is `tsx spec/fuzz/server.ts`. */
const COUNT = 200

describe('hostile requests', function () {
  this.timeout(60_000)

  for (const endpoint of documentedEndpoints())
    it(`${endpoint.path}: only documented statuses, no traces, no secrets`, async () => {
      const { app, log } = await serverHere()
      const random = randomFrom(7)
      const statuses = new Set<number>()
      for (let count = 0; count < COUNT; count++) {
        const request = hostileRequest(random, endpoint)
        const { method, path: url, headers, body: payload, secret } = request
        const answer = await app.inject({ method, url, headers, payload })
        statuses.add(answer.statusCode)
        const wrong = wrongWith(request, endpoint.statuses, answer.statusCode, answer.body)
        expect(wrong, `${request.how}: ${payload.slice(0, 300)}\n${answer.body.slice(0, 300)}`).to.equal(
          undefined,
        )
        if (secret !== undefined) expect(log().toUpperCase()).not.to.include(secret.slice(1, 25))
      }
      expect([...statuses]).to.include.members([200, 400])
    })
})

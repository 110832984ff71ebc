/** An endpoint from its parts: the body is read by its codec before anybody answers. */
import * as E from 'fp-ts/lib/Either.js'
import type { Endpoint, EndpointParts } from './endpoint.js'
import { readBody } from './wire/body.js'

/** The endpoint of some parts. */
export const defineEndpoint = <A>({ answer, ...parts }: EndpointParts<A>): Endpoint => {
  const read = readBody(parts.request)
  return {
    ...parts,
    answer: (world) => {
      const answering = answer(world)
      return async (body, signal) => {
        const asked = read(body)
        return E.isLeft(asked) ? asked : answering(asked.right, signal)
      }
    },
  }
}

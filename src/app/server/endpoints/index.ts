/** All endpoints, by the last part of their path. */
import type { Endpoint } from '../endpoint.js'
import { analyzeEndpoint } from './analyze.js'
import { checkEndpoint } from './check.js'
import { evaluateEndpoint } from './evaluate.js'
import { sep10VerifyEndpoint } from './sep10-verify.js'
import { signersEndpoint } from './signers.js'
import { simulateEndpoint } from './simulate.js'
import { trimEndpoint } from './trim.js'

export const ENDPOINTS: readonly Endpoint[] = [
  evaluateEndpoint,
  signersEndpoint,
  trimEndpoint,
  simulateEndpoint,
  analyzeEndpoint,
  checkEndpoint,
  sep10VerifyEndpoint,
]

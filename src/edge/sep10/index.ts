/** Challenges by which a client shows that it speaks for an account (SEP-10). */
export { addressText, parseAddress, type Address } from './address.js'
export {
  authenticate,
  type Authenticated,
  type AuthenticationRules,
  type Level,
  type Profile,
} from './authenticate.js'
export { buildChallenge, type ChallengeParts } from './build-challenge.js'
export { NONCE_LENGTH, type Challenge, type ClientDomain } from './challenge.js'
export { clientAnswerIn, clientAnswerOf, type ClientAnswer, type SourceSays } from './client-answer.js'
export {
  AUTHENTICATION_CODES,
  BUILDING_CODES,
  isSep10Failure,
  READING_CODES,
  SEP10_CODES,
  type Sep10Code,
  type Sep10Failure,
} from './codes.js'
export { GRACE, MAX_CHALLENGE_LENGTH, readChallenge, type ChallengeExpectations } from './read-challenge.js'
export { verifySignersLiterally, verifyThresholdLiterally } from './verify-literally.js'

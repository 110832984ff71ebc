/** A client of the sidecar, without anything else of Quorate in it. */
export {
  createClient,
  isAuthenticated,
  isAuthorized,
  type CallOptions,
  type Client,
  type ClientOptions,
  type RequestError,
  type Result,
} from './client.js'
export type * from './types.js'

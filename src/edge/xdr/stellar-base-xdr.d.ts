/** The generated types of the library by themselves; the library declares them for its front door only. */
declare module '@stellar/stellar-base/lib/xdr.js' {
  import type { xdr } from '@stellar/stellar-base'
  /** As Node sees a CommonJS module: what it exports by default is one level down. */
  const library: { readonly default: typeof xdr }
  export = library
}

/** Networks: a passphrase, whose SHA-256 is mixed into every hash, so that no signature is valid on two. */

/** The networks that have a name. */
export type NetworkName = 'public' | 'testnet' | 'futurenet'

/** The passphrases of the named networks. */
export const PASSPHRASES: Readonly<Record<NetworkName, string>> = {
  public: 'Public Global Stellar Network ; September 2015',
  testnet: 'Test SDF Network ; September 2015',
  futurenet: 'Test SDF Future Network ; October 2022',
}

/** A network by its passphrase. */
export interface Network {
  readonly passphrase: string
}

/** The named networks as values. */
export const NETWORKS: Readonly<Record<NetworkName, Network>> = {
  public: { passphrase: PASSPHRASES.public },
  testnet: { passphrase: PASSPHRASES.testnet },
  futurenet: { passphrase: PASSPHRASES.futurenet },
}

/** The name of a network, where it has one; its passphrase otherwise. */
export const networkLabel = ({ passphrase }: Network): string =>
  Object.entries(PASSPHRASES).find(([, known]) => known === passphrase)?.[0] ?? passphrase

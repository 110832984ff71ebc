/** The accounts that the source documents talk of, as files. */
import type { KeySpec, Model, ModelAccount } from './model.js'

export { modelFile, type Model } from './model.js'

const each = (names: readonly string[], weight = 1): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name) => [name, weight]))

const equal = (address: string, needed: number, names: readonly string[]): ModelAccount => ({
  address,
  thresholds: [needed, needed, needed],
  signers: each(names),
})

const held = (names: readonly string[]): Readonly<Record<string, KeySpec>> =>
  Object.fromEntries(names.map((name) => [name, { holder: name }]))

const KEY_SET: Readonly<Record<string, KeySpec>> = {
  phone: { holder: 'owner', device: 'phone', vendor: 'apple', location: ['pocket', 'icloud'] },
  hardware: { holder: 'owner', device: 'nano-x', vendor: 'ledger', location: ['home'] },
  spare: { holder: 'owner', device: 'safe-5', vendor: 'trezor', location: ['office'] },
  bank: { holder: 'owner', device: 'coldcard', vendor: 'coinkite', location: ['bank-box'] },
  provider: { holder: 'provider', device: 'provider-hsm', vendor: 'provider', location: ['provider'] },
}

const MEMBERS = ['ana', 'ben', 'cleo', 'dov'] as const
const SIX = [...MEMBERS, 'eva', 'finn']

const tier = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`)

const [HOT, WARM, COLD] = [tier('hot', 3), tier('warm', 5), tier('cold', 7)]

export const MODELS: readonly Model[] = [
  {
    folder: 'key-set',
    file: 'five',
    about: ['Three of five keys: a phone, two hardware keys, a key in a bank box, one with a provider.'],
    keys: KEY_SET,
    accounts: { vault: equal('vault', 3, Object.keys(KEY_SET)) },
  },
  {
    folder: 'key-set',
    file: 'three',
    about: ['Two of three keys: a phone, a hardware key, one with a provider.'],
    keys: { phone: KEY_SET['phone']!, hardware: KEY_SET['hardware']!, provider: KEY_SET['provider']! },
    accounts: { vault: equal('vault', 2, ['phone', 'hardware', 'provider']) },
  },
  {
    folder: 'key-set',
    file: 'single',
    about: ['One key and no copy of it.'],
    keys: { paper: { holder: 'owner', location: ['home'] } },
    accounts: { savings: equal('savings', 1, ['paper']) },
  },
  {
    folder: 'key-set',
    file: 'single-with-backups',
    about: ['One key and two copies of it.'],
    keys: { paper: { holder: 'owner', location: ['home', 'office', 'parents'] } },
    accounts: { savings: equal('savings', 1, ['paper']) },
  },
  {
    folder: 'members',
    file: 'account',
    about: ['Four members, of whom three sign.'],
    keys: held(MEMBERS),
    accounts: { club: equal('club', 3, MEMBERS) },
  },
  {
    folder: 'members',
    file: 'three-of-six',
    about: ['Six members, of whom three sign.'],
    keys: held(SIX),
    accounts: { club: equal('club', 3, SIX) },
  },
  {
    folder: 'members',
    file: 'four-of-six',
    about: ['Six members, of whom four sign.'],
    keys: held(SIX),
    accounts: { club: equal('club', 4, SIX) },
  },
  {
    folder: 'executive',
    file: 'account',
    about: ['The CEO with anybody else; or the whole finance team without the CEO.'],
    keys: held(['ceo', 'cfo', 'treasury', 'controller']),
    accounts: {
      company: {
        address: 'executive-company',
        thresholds: [4, 4, 4],
        signers: { ceo: 3, cfo: 2, treasury: 1, controller: 1 },
      },
    },
  },
  {
    folder: 'committee',
    file: 'account',
    about: ['An investment committee that believes its chair is always needed.'],
    keys: held(['chair', 'member1', 'member2', 'secretary']),
    accounts: {
      fund: {
        address: 'committee-fund',
        thresholds: [5, 5, 5],
        signers: { chair: 3, member1: 2, member2: 2, secretary: 1 },
      },
    },
  },
  {
    folder: 'geographic',
    file: 'account',
    about: ['Four offices, of which three sign.'],
    keys: Object.fromEntries(
      ['nyc', 'london', 'singapore', 'tokyo'].map((city) => [
        city,
        { holder: `${city}-desk`, location: [city] },
      ]),
    ),
    accounts: { treasury: equal('geographic-treasury', 3, ['nyc', 'london', 'singapore', 'tokyo']) },
  },
  {
    folder: 'tiers',
    file: 'account',
    about: ['Three accounts for three amounts: what one account cannot say, three can.'],
    keys: held([...HOT, ...WARM, ...COLD]),
    accounts: {
      hot: equal('tier-hot', 2, HOT),
      warm: equal('tier-warm', 3, WARM),
      cold: equal('tier-cold', 5, COLD),
    },
  },
]

/** What the sidecar takes and answers. Written by `npm run generate` from the codecs of src/app/server. */

/** What will the network say of an envelope, and why? */
export interface EvaluateRequest {
  /** A transaction envelope in base64; what the commands read is read here. */
  readonly envelope: string
  /** Who may sign for the accounts that it acts for: each the JSON of an account file or of Horizon as an object, or as a text any form that `--account` reads, ledger entries in base64 among them. */
  readonly accounts?: readonly (string | Readonly<Record<string, unknown>>)[]
  /** `public`, `testnet`, `futurenet`, or a passphrase. Needed where no account file says it and the server has no default. */
  readonly network?: string
  /** Protocol version to judge under; 27 where it is not said. */
  readonly protocol?: number
  /** Whether accounts that are not given do not exist. Then a server that asks Horizon or Stellar RPC asks nobody. */
  readonly closedWorld?: boolean
  /** `validate`: on submission, which is the default; `apply`: when a ledger closes. */
  readonly phase?: 'validate' | 'apply'
  /** The ledger in which it runs, for authorization entries that expire. */
  readonly ledger?: number
  /** For how many ledgers the network lets a nonce live. */
  readonly maxEntryTtl?: number
}
/** The answer. */
export interface EvaluateAnswer {
  readonly formatVersion: 1
  /** Yes is the text `authorized`, and nothing else is. */
  readonly verdict: 'authorized' | 'rejected' | 'undetermined'
  readonly network: {
    readonly name: string | null
    readonly passphrase: string
  }
  readonly protocol: number
  readonly phase: 'validate' | 'apply'
  readonly envelope: 'transaction' | 'fee-bump'
  readonly hash: string | null
  readonly code: string | null
  readonly fault: {
    readonly kind: string
  } | null
  readonly requirements: readonly {
    readonly kind: string
    readonly account: string | null
    readonly alias: string | null
    readonly level: string | null
    readonly operation: {
      readonly position: number
      readonly type: string
    } | null
    readonly outcome: string
    readonly reached: boolean
    readonly rule?: string
    readonly needed?: number
    readonly counted?: number
    readonly signers?: readonly {
      readonly key: string
      readonly kind: string
      readonly alias: string | null
      readonly weight: number
    }[]
    readonly steps?: readonly {
      readonly step: string
      readonly signature: number | null
      readonly key: string
      readonly kind: string
      readonly alias: string | null
      readonly weight: number
    }[]
  }[]
  readonly signatures: readonly {
    readonly position: number
    readonly hint: string
    readonly used: boolean
    readonly fate: string
  }[]
  readonly operations: readonly (string | null)[]
  readonly mends: readonly Readonly<Record<string, unknown>>[]
  readonly entries: readonly {
    readonly operation: number
    readonly position: number
    readonly verdict: 'authorizes' | 'refused' | 'undetermined' | 'by-source' | 'by-contract'
    readonly reason: string | null
    readonly missing: unknown
    readonly check: Readonly<Record<string, unknown>> | null
    readonly credentials: string
    readonly address: {
      readonly kind: string
      readonly address: string
      readonly alias: string | null
    } | null
    readonly nonce: string | null
    readonly expirationLedger: number | null
    readonly payload: string | null
    readonly conditions: readonly string[]
  }[]
  readonly missing: readonly string[]
  readonly signedFor: {
    readonly name: string | null
    readonly passphrase: string
  } | null
  readonly inner: {
    readonly hash: string | null
    readonly code: string | null
    readonly fault: {
      readonly kind: string
    } | null
    readonly requirements: readonly {
      readonly kind: string
      readonly account: string | null
      readonly alias: string | null
      readonly level: string | null
      readonly operation: {
        readonly position: number
        readonly type: string
      } | null
      readonly outcome: string
      readonly reached: boolean
      readonly rule?: string
      readonly needed?: number
      readonly counted?: number
      readonly signers?: readonly {
        readonly key: string
        readonly kind: string
        readonly alias: string | null
        readonly weight: number
      }[]
      readonly steps?: readonly {
        readonly step: string
        readonly signature: number | null
        readonly key: string
        readonly kind: string
        readonly alias: string | null
        readonly weight: number
      }[]
    }[]
    readonly signatures: readonly {
      readonly position: number
      readonly hint: string
      readonly used: boolean
      readonly fate: string
    }[]
    readonly operations: readonly (string | null)[]
  } | null
  readonly asOf?: {
    readonly source: string
    readonly asked: number
    readonly ledgers: {
      readonly first: number
      readonly last: number
    } | null
    readonly unsaid: number
    readonly failures: readonly {
      readonly account: string
      readonly code: string
      readonly message: string
      readonly help: string | null
    }[]
  }
}

/** Who must still sign an envelope, and who could instead? */
export interface SignersRequest {
  /** A transaction envelope in base64; what the commands read is read here. */
  readonly envelope: string
  /** Who may sign for the accounts that it acts for: each the JSON of an account file or of Horizon as an object, or as a text any form that `--account` reads, ledger entries in base64 among them. */
  readonly accounts?: readonly (string | Readonly<Record<string, unknown>>)[]
  /** `public`, `testnet`, `futurenet`, or a passphrase. Needed where no account file says it and the server has no default. */
  readonly network?: string
  /** Protocol version to judge under; 27 where it is not said. */
  readonly protocol?: number
  /** Whether accounts that are not given do not exist. Then a server that asks Horizon or Stellar RPC asks nobody. */
  readonly closedWorld?: boolean
  /** Only these can be asked: names or keys. */
  readonly available?: readonly string[]
  /** These cost nothing, all others 1. */
  readonly prefer?: readonly string[]
  /** What it costs to ask, such as `carina=3`. */
  readonly cost?: readonly string[]
  /** Who holds a key, such as `carina=Carina`, for `fewest: people`. */
  readonly holder?: readonly string[]
  /** What is to be few; signatures where it is not said. */
  readonly fewest?: 'signatures' | 'people'
  /** So many completions at most; 100 where it is not said. */
  readonly most?: number
}
/** The answer. */
export interface SignersAnswer {
  readonly formatVersion: 1
  readonly state: 'complete' | 'trim' | 'unfinished' | 'impossible' | 'conditional' | 'unknown'
  readonly complete: boolean
  readonly best: {
    readonly signers: readonly string[]
    readonly cost: number
    readonly add: readonly {
      readonly list: 'transaction' | 'fee-bump' | 'inner'
      readonly key: string
      readonly proof: string
    }[]
    readonly drop: readonly {
      readonly list: 'transaction' | 'fee-bump' | 'inner'
      readonly signature: number
      readonly reason: string
      readonly signers: readonly string[]
    }[]
  } | null
  readonly completions: readonly (readonly string[])[]
  readonly truncated: boolean
  readonly impossible: readonly Readonly<Record<string, unknown>>[] | null
  /** Yes is the text `authorized`, and nothing else is. */
  readonly verdict: 'authorized' | 'rejected' | 'undetermined'
  readonly dependsOn: readonly string[]
  readonly hash: string
  readonly network: {
    readonly name: string | null
    readonly passphrase: string
  }
  readonly protocol: number
  readonly envelope: 'transaction' | 'fee-bump'
  readonly progress: readonly {
    readonly list: 'transaction' | 'fee-bump' | 'inner'
    readonly needed: number
    readonly reached: number
    readonly met: boolean
    readonly preAuthorized: readonly {
      readonly key: string
      readonly weight: number
    }[]
    readonly signed: readonly {
      readonly key: string
      readonly weight: number
    }[]
    readonly wanting: readonly {
      readonly key: string
      readonly weight: number
    }[]
  }[]
  readonly useless: readonly {
    readonly signature: number
    readonly reason: string
    readonly signers: readonly string[]
  }[]
  readonly lost: readonly {
    readonly key: string
    readonly since: string
    readonly file: string
    readonly line: number
    readonly signed: boolean
  }[]
  readonly noSigners: readonly string[]
  readonly voidsOuter: boolean
  readonly sequence: unknown
  readonly signedFor: {
    readonly name: string | null
    readonly passphrase: string
  } | null
  readonly aliases: Readonly<Record<string, string>>
  readonly asOf?: {
    readonly source: string
    readonly asked: number
    readonly ledgers: {
      readonly first: number
      readonly last: number
    } | null
    readonly unsaid: number
    readonly failures: readonly {
      readonly account: string
      readonly code: string
      readonly message: string
      readonly help: string | null
    }[]
  }
}

/** Which signatures to send? */
export interface TrimRequest {
  /** A transaction envelope in base64; what the commands read is read here. */
  readonly envelope: string
  /** Who may sign for the accounts that it acts for: each the JSON of an account file or of Horizon as an object, or as a text any form that `--account` reads, ledger entries in base64 among them. */
  readonly accounts?: readonly (string | Readonly<Record<string, unknown>>)[]
  /** `public`, `testnet`, `futurenet`, or a passphrase. Needed where no account file says it and the server has no default. */
  readonly network?: string
  /** Protocol version to judge under; 27 where it is not said. */
  readonly protocol?: number
  /** Whether accounts that are not given do not exist. Then a server that asks Horizon or Stellar RPC asks nobody. */
  readonly closedWorld?: boolean
  /** More copies of the same transaction, with other signatures. */
  readonly copies?: readonly string[]
  /** `needed`: none can be left out, which is the default; `usable`: all that can be used. */
  readonly keep?: 'needed' | 'usable'
  /** Signers whose signatures are kept rather than others: names or keys. */
  readonly prefer?: readonly string[]
  /** Whether right signatures with wrong hints are given the right ones. */
  readonly correctHints?: boolean
  /** Whether inner signatures of a fee bump may be touched. */
  readonly allowInner?: boolean
}
/** The answer. */
export interface TrimAnswer {
  readonly formatVersion: 1
  readonly state: 'ready' | 'sign-again' | 'not-authorized' | 'undetermined' | 'inner-would-change'
  /** Yes is the text `authorized`, and nothing else is. */
  readonly verdict: 'authorized' | 'rejected' | 'undetermined'
  readonly envelope: string | null
  readonly kept: readonly number[]
  readonly dropped: readonly {
    readonly signature: number
    readonly reason: string
    readonly signers: readonly string[]
  }[]
  readonly corrected: readonly {
    readonly signature: number
    readonly signer: string
    readonly from: string
    readonly to: string
  }[]
  readonly hash: string | null
  readonly network: {
    readonly name: string | null
    readonly passphrase: string
  }
  readonly protocol: number
  readonly copies: readonly string[]
  readonly signatures: readonly {
    readonly hint: string
    readonly copy: string | null
    readonly position: number | null
  }[]
  readonly sequence: unknown
  readonly list?: 'transaction' | 'fee-bump' | 'inner'
  readonly missing?: readonly string[] | null
  readonly impossible?: readonly Readonly<Record<string, unknown>>[] | null
  readonly dependsOn?: readonly string[]
  readonly asOf?: {
    readonly source: string
    readonly asked: number
    readonly ledgers: {
      readonly first: number
      readonly last: number
    } | null
    readonly unsaid: number
    readonly failures: readonly {
      readonly account: string
      readonly code: string
      readonly message: string
      readonly help: string | null
    }[]
  }
}

/** What will the accounts be afterwards? */
export interface SimulateRequest {
  /** Submitted one after the other. */
  readonly envelopes: readonly string[]
  /** Who may sign for the accounts that it acts for: each the JSON of an account file or of Horizon as an object, or as a text any form that `--account` reads, ledger entries in base64 among them. */
  readonly accounts?: readonly (string | Readonly<Record<string, unknown>>)[]
  /** `public`, `testnet`, `futurenet`, or a passphrase. Needed where no account file says it and the server has no default. */
  readonly network?: string
  /** Protocol version to judge under; 27 where it is not said. */
  readonly protocol?: number
  /** Whether accounts that are not given do not exist. Then a server that asks Horizon or Stellar RPC asks nobody. */
  readonly closedWorld?: boolean
  /** The ledger that they are submitted to. */
  readonly ledger?: number
  /** When it closes: seconds since 1970 as a text, or ISO 8601 with a zone. */
  readonly closeTime?: string
  /** Operations that are taken to fail: `2`, or `1:2` of envelope 1, or `2=CODE`. */
  readonly fails?: readonly string[]
}
/** The answer. */
export interface SimulateAnswer {
  readonly formatVersion: 1
  readonly outcome: 'succeeded' | 'failed' | 'refused' | 'undetermined'
  readonly network: {
    readonly name: string | null
    readonly passphrase: string
  }
  readonly protocol: number
  readonly ledger: number | null
  readonly closeTime: string | null
  readonly steps: readonly {
    readonly envelope: string
    readonly hash: string
    readonly outcome: 'succeeded' | 'failed' | 'refused' | 'undetermined'
    readonly verdict: string
    readonly code: string | null
    readonly opCodes: readonly (string | null)[]
    readonly applied: boolean
    readonly operations: readonly string[]
    readonly accounts: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>
    readonly assumptions: readonly unknown[]
  }[]
  readonly accounts: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>
  readonly aliases: Readonly<Record<string, string>>
  readonly warnings: readonly Readonly<Record<string, unknown>>[]
  readonly asOf?: {
    readonly source: string
    readonly asked: number
    readonly ledgers: {
      readonly first: number
      readonly last: number
    } | null
    readonly unsaid: number
    readonly failures: readonly {
      readonly account: string
      readonly code: string
      readonly message: string
      readonly help: string | null
    }[]
  }
}

/** What does an account really permit? */
export interface AnalyzeRequest {
  /** Accounts in one form: the JSON of an account file or of Horizon as an object, or as a text any form that the command reads. */
  readonly accounts: string | Readonly<Record<string, unknown>>
  /** The name or the address of one of them; otherwise all. */
  readonly account?: string
  /** What if these keys are lost. */
  readonly lost?: readonly string[]
  /** What if these keys are stolen. */
  readonly stolen?: readonly string[]
  /** What if these signers are removed. */
  readonly without?: readonly string[]
  /** What if a signer had another weight: `bilal=2`. */
  readonly weight?: readonly string[]
  /** What if a level took another weight: `high=6`. */
  readonly threshold?: readonly string[]
  /** What is left as these leave, one after the other. */
  readonly leave?: readonly string[]
  /** Whether to tell how much each signer decides. */
  readonly power?: boolean
}
/** The answer. */
export interface AnalyzeAnswer {
  readonly formatVersion: 1
  readonly accounts: readonly {
    readonly account: string
    readonly name: string | null
    readonly isReachable: boolean
    readonly suppositions: readonly string[]
    readonly calledLost: readonly {
      readonly signer: string
      readonly key: string
      readonly since: string
      readonly file: string
      readonly line: number
    }[]
    readonly before: {
      readonly thresholds: {
        readonly low: number
        readonly medium: number
        readonly high: number
      }
      readonly signers: readonly {
        readonly label: string
        readonly key: string
        readonly kind: string
        readonly weight: number
        readonly isMaster: boolean
        readonly isConditional: boolean
        readonly isDisclosable: boolean
      }[]
      readonly lost: readonly string[]
      readonly stolen: readonly string[]
      readonly isReachable: boolean
      readonly levels: readonly {
        readonly level: string
        readonly needed: number
        readonly reach: string
        readonly why: unknown
        readonly groups: {
          readonly truncated: boolean
          readonly items: readonly (readonly {
            readonly count: number
            readonly of: readonly string[]
          }[])[]
        }
        readonly blocks: {
          readonly truncated: boolean
          readonly items: readonly (readonly {
            readonly count: number
            readonly of: readonly string[]
          }[])[]
        }
        readonly veto: readonly string[]
        readonly alone: readonly string[]
        readonly dummies: readonly string[]
        readonly fewest: readonly string[] | null
        readonly most: readonly string[] | null
        readonly rivals: unknown
        readonly tolerance: readonly Readonly<Record<string, unknown>>[]
        readonly grid: readonly Readonly<Record<string, unknown>>[] | null
        readonly power: readonly Readonly<Record<string, unknown>>[] | null
      }[]
    }
    readonly after: {
      readonly thresholds: {
        readonly low: number
        readonly medium: number
        readonly high: number
      }
      readonly signers: readonly {
        readonly label: string
        readonly key: string
        readonly kind: string
        readonly weight: number
        readonly isMaster: boolean
        readonly isConditional: boolean
        readonly isDisclosable: boolean
      }[]
      readonly lost: readonly string[]
      readonly stolen: readonly string[]
      readonly isReachable: boolean
      readonly levels: readonly {
        readonly level: string
        readonly needed: number
        readonly reach: string
        readonly why: unknown
        readonly groups: {
          readonly truncated: boolean
          readonly items: readonly (readonly {
            readonly count: number
            readonly of: readonly string[]
          }[])[]
        }
        readonly blocks: {
          readonly truncated: boolean
          readonly items: readonly (readonly {
            readonly count: number
            readonly of: readonly string[]
          }[])[]
        }
        readonly veto: readonly string[]
        readonly alone: readonly string[]
        readonly dummies: readonly string[]
        readonly fewest: readonly string[] | null
        readonly most: readonly string[] | null
        readonly rivals: unknown
        readonly tolerance: readonly Readonly<Record<string, unknown>>[]
        readonly grid: readonly Readonly<Record<string, unknown>>[] | null
        readonly power: readonly Readonly<Record<string, unknown>>[] | null
      }[]
    } | null
    readonly departures: readonly Readonly<Record<string, unknown>>[]
  }[]
}

/** Does every policy still say what was promised? */
export interface CheckRequest {
  /** Policies, and what they import, by name. All that are called `*.quorate.yaml` or `*.quorate.json` are checked. */
  readonly files: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>
  /** The policies before, by name. */
  readonly base?: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>
  /** Nobody may gain power over any account; needs `base`. */
  readonly notLooser?: boolean
  /** The accounts as the network has them. */
  readonly state?: string | Readonly<Record<string, unknown>>
  /** The stellar.toml of the domain, to compare with. */
  readonly stellarToml?: string
  /** The day that ages are counted from; the day of the server where it is not said. */
  readonly today?: string
  /** From which severity on a finding makes the outcome `no`; `error` where it is not said. */
  readonly failOn?: 'error' | 'warning' | 'note'
  /** Only these rules; claims and tests are always asked. */
  readonly rule?: readonly string[]
  /** All rules but these. */
  readonly skip?: readonly string[]
}
/** The answer. */
export interface CheckAnswer {
  readonly formatVersion: 1
  readonly tool: {
    readonly name: 'quorate'
    readonly version: string
  }
  readonly today: string
  readonly failOn: 'error' | 'warning' | 'note'
  readonly files: readonly {
    readonly file: string
    readonly digest: string | null
    readonly accounts: number
    readonly results: readonly (
      | {
          readonly kind: 'finding'
          readonly id: string
          readonly severity: 'error' | 'warning' | 'note'
          readonly account: string | null
          readonly location: {
            readonly file: string
            readonly line: number
            readonly column: number
            readonly path: readonly (string | number)[]
          }
          readonly message: string
          readonly help: string
          readonly exhibits: readonly {
            readonly title: string
            readonly units: readonly string[]
            readonly signers: readonly {
              readonly alias: string
              readonly key: string
              readonly weight: number
              readonly holder: string | null
              readonly device: string | null
              readonly vendor: string | null
              readonly places: readonly string[]
              readonly location: {
                readonly file: string
                readonly line: number
                readonly column: number
                readonly path: readonly (string | number)[]
              } | null
            }[]
            readonly sum: number
            readonly quota: number
            readonly rule: 'own' | 'other'
          }[]
          readonly related: readonly {
            readonly location: {
              readonly file: string
              readonly line: number
              readonly column: number
              readonly path: readonly (string | number)[]
            }
            readonly message: string
          }[]
          readonly fix: {
            readonly says: string
            readonly effect: 'equivalent' | 'improvement' | 'suggested'
            readonly edits: readonly (
              | {
                  readonly file: string
                  readonly path: readonly (string | number)[]
                  readonly edit: 'set'
                  readonly to: number | string
                }
              | {
                  readonly file: string
                  readonly path: readonly (string | number)[]
                  readonly edit: 'remove'
                }
              | {
                  readonly file: string
                  readonly path: readonly (string | number)[]
                  readonly edit: 'append'
                  readonly yaml: readonly string[]
                }
            )[]
          } | null
          readonly fingerprint: string
          readonly suppressed:
            | {
                readonly by: 'ignore'
                readonly reason: string
                readonly until: string | null
              }
            | {
                readonly by: 'baseline'
                readonly file: string
              }
            | null
          readonly docs: string
        }
      | {
          readonly kind: 'assertion'
          readonly id: string
          readonly form: string
          readonly account: string
          readonly verdict: 'holds' | 'violated' | 'vacuous' | 'unknown'
          readonly location: {
            readonly file: string
            readonly line: number
            readonly column: number
            readonly path: readonly (string | number)[]
          }
          readonly message: string
          readonly claims: readonly {
            readonly says: string
            readonly level: 'low' | 'medium' | 'high'
            readonly verdict: 'holds' | 'violated' | 'vacuous' | 'unknown'
            readonly message: string
            readonly help: string | null
            readonly code: string | null
            readonly keys: readonly string[]
            readonly exhibits: readonly {
              readonly title: string
              readonly units: readonly string[]
              readonly signers: readonly {
                readonly alias: string
                readonly key: string
                readonly weight: number
                readonly holder: string | null
                readonly device: string | null
                readonly vendor: string | null
                readonly places: readonly string[]
                readonly location: {
                  readonly file: string
                  readonly line: number
                  readonly column: number
                  readonly path: readonly (string | number)[]
                } | null
              }[]
              readonly sum: number
              readonly quota: number
              readonly rule: 'own' | 'other'
            }[]
            readonly tolerated: {
              readonly asked: number
              readonly holds: number
              readonly unit: string
            } | null
          }[]
          readonly repair: {
            readonly changes: readonly (
              | {
                  readonly change: 'threshold'
                  readonly level: 'low' | 'medium' | 'high'
                  readonly from: number
                  readonly to: number
                  readonly says: string
                }
              | {
                  readonly change: 'weight'
                  readonly key: string
                  readonly from: number
                  readonly to: number
                  readonly says: string
                }
              | {
                  readonly change: 'own-unit'
                  readonly key: string
                  readonly unit: 'holder' | 'device' | 'vendor' | 'location'
                  readonly says: string
                }
            )[]
            readonly isSmallest: boolean
          } | null
          readonly conflict: {
            readonly assertions: readonly string[]
            readonly reasons: readonly {
              readonly assertion: string
              readonly times: string
              readonly level: 'low' | 'medium' | 'high'
              readonly must: 'win' | 'lose'
              readonly keys: readonly string[]
              readonly says: string
            }[]
            readonly says: string
          } | null
          readonly notFound: {
            readonly tried: number
            readonly gaveUp: boolean
          } | null
          readonly spoiled: readonly {
            readonly change:
              | {
                  readonly change: 'threshold'
                  readonly level: 'low' | 'medium' | 'high'
                  readonly from: number
                  readonly to: number
                  readonly says: string
                }
              | {
                  readonly change: 'weight'
                  readonly key: string
                  readonly from: number
                  readonly to: number
                  readonly says: string
                }
              | {
                  readonly change: 'own-unit'
                  readonly key: string
                  readonly unit: 'holder' | 'device' | 'vendor' | 'location'
                  readonly says: string
                }
            readonly breaks: readonly string[]
          }[]
          readonly fingerprint: string
          readonly docs: string
        }
      | {
          readonly kind: 'test'
          readonly id: string
          readonly account: string
          readonly verdict: 'passed' | 'failed' | 'unknown'
          readonly location: {
            readonly file: string
            readonly line: number
            readonly column: number
            readonly path: readonly (string | number)[]
          }
          readonly message: string
          readonly expected: 'allow' | 'deny'
        }
      | {
          readonly kind: 'unreadable'
          readonly id: string
          readonly severity: 'error'
          readonly location: {
            readonly file: string | null
            readonly line: number | null
            readonly column: number | null
          }
          readonly message: string
          readonly help: string | null
        }
    )[]
  }[]
  readonly summary: {
    readonly files: number
    readonly accounts: number
    readonly unreadable: number
    readonly errors: number
    readonly warnings: number
    readonly notes: number
    readonly suppressed: number
    readonly holds: number
    readonly violated: number
    readonly vacuous: number
    readonly unknown: number
    readonly testsPassed: number
    readonly testsFailed: number
    readonly testsUnknown: number
  }
  readonly outcome: 'clean' | 'no' | 'bad-input' | 'undecided'
  readonly exitCode: 0 | 1 | 2 | 4
}

/** Who authenticated by a challenge? */
export interface Sep10VerifyRequest {
  /** The transaction that the client signed, in base64. */
  readonly challenge: string
  /** The account whose key signs challenges. */
  readonly server: string
  /** Domains that the server speaks for. */
  readonly homeDomains: readonly string[]
  /** Who may sign for the accounts that it acts for: each the JSON of an account file or of Horizon as an object, or as a text any form that `--account` reads, ledger entries in base64 among them. */
  readonly accounts?: readonly (string | Readonly<Record<string, unknown>>)[]
  /** Whether the ledger is known to have no account of the client; then its master key alone speaks for it. A source that failed did not say so. */
  readonly absent?: boolean
  /** `public`, `testnet`, `futurenet`, or a passphrase. Needed where no account file says it and the server has no default. */
  readonly network?: string
  /** The domain of the server itself. */
  readonly webAuthDomain?: string
  /** `low`, `medium`, `high`, or a weight as a text; `medium` where it is not said. */
  readonly level?: string
  /** `strict`: the network's rules, which is the default; `literal`: the text of SEP-10. */
  readonly profile?: 'strict' | 'literal'
  /** When it is judged: seconds since 1970 as a text, or ISO 8601 with a zone; the clock of the server where it is not said. */
  readonly now?: string
  /** Seconds by which clocks may differ; 300 where it is not said. */
  readonly grace?: number
}
/** The answer. */
export interface Sep10VerifyAnswer {
  readonly formatVersion: 1
  /** Yes is the text `authenticated`, and nothing else is. */
  readonly state: 'authenticated' | 'refused' | 'not-known'
  readonly profile: 'strict' | 'literal'
  readonly level: string | number
  readonly challenge: {
    readonly hash: string
    readonly server: string
    readonly client: {
      readonly account: string
      readonly alias: string | null
      readonly address: string
      readonly muxedId: string | null
      readonly memo: string | null
    }
    readonly homeDomain: string
    readonly webAuthDomain: string | null
    readonly clientDomain: {
      readonly domain: string
      readonly account: string
    } | null
    readonly from: string
    readonly until: string
  } | null
  readonly exists: boolean | null
  readonly signers: readonly {
    readonly key: string
    readonly kind: string
    readonly alias: string | null
    readonly weight: number
  }[]
  readonly weight: number | null
  readonly needed: number | null
  readonly ledger: number | null
  readonly refusal: {
    readonly code: string
    readonly message: string
    readonly help: string | null
  } | null
  readonly because: {
    readonly code: string
    readonly message: string
    readonly help: string | null
  } | null
}

/** Requests and answers by the name of their function. */

export interface Routes {
  /** What will the network say of an envelope, and why? */
  readonly evaluate: readonly [EvaluateRequest, EvaluateAnswer]
  /** Who must still sign an envelope, and who could instead? */
  readonly signers: readonly [SignersRequest, SignersAnswer]
  /** Which signatures to send? */
  readonly trim: readonly [TrimRequest, TrimAnswer]
  /** What will the accounts be afterwards? */
  readonly simulate: readonly [SimulateRequest, SimulateAnswer]
  /** What does an account really permit? */
  readonly analyze: readonly [AnalyzeRequest, AnalyzeAnswer]
  /** Does every policy still say what was promised? */
  readonly check: readonly [CheckRequest, CheckAnswer]
  /** Who authenticated by a challenge? */
  readonly sep10Verify: readonly [Sep10VerifyRequest, Sep10VerifyAnswer]
}

/** The paths of the endpoints. */

export const PATHS = {
  evaluate: '/v1/evaluate',
  signers: '/v1/signers',
  trim: '/v1/trim',
  simulate: '/v1/simulate',
  analyze: '/v1/analyze',
  check: '/v1/check',
  sep10Verify: '/v1/sep10/verify',
} as const satisfies Readonly<Record<keyof Routes, string>>

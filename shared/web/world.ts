import type { Table } from "../store/table.ts"

/** What differs between deployments, parsed once from the environment. */
export type Settings = {
  /** Scheme and host of every link we write: never taken from a request. */
  origin: string
  serviceName: string
  /** The programme this deployment runs. */
  programme: string
  /** Said on every page and in every letter. */
  demonstration: boolean
  contact: { name: string; email: string; phone: string; address: string }
  /** What sign-in links are made with. Not in the table. */
  linkKey: string
  /** What only our own edge sends. Without it every request is refused, where it is set. */
  edgeKey?: string
  /** The department's own sign-in, where there is one. Where there is, its roles count in sessions begun with it alone. */
  identity?: Identity
  /** The origin of the store of files, where a form of ours may be sent to it. */
  uploads?: string
}

/** `name` is said on pages. Only the function that speaks to the provider is told how to. */
export type Identity = { name: string; provider?: IdentityProvider }

export type IdentityProvider = {
  /** Exactly as the provider calls itself: of one directory, never of any that anybody can open. */
  issuer: string
  clientId: string
  clientSecret: string
  /** A provider without TLS: in a local run and in tests, never from an environment. */
  insecure?: true
}

export type Log = {
  info: (message: string, fields?: Record<string, unknown>) => void
  error: (message: string, fields?: Record<string, unknown>) => void
}

/** Everything a function gets from outside. Two times: see `now` and `machineNow`. */
export type World = {
  /** Programme time: what people read, and every fact that is stored. */
  now: () => Date
  /** Machine time: sessions, links, limits, keys, and nothing that anybody reads. */
  machineNow: () => Date
  table: Table
  random: (bytes: number) => Uint8Array
  settings: Settings
  log: Log
}

/** Where a letter is kept, and which of those it goes to has this one. */
export type LetterPlace = { pk: string; sk: string; place: number }

/** For what makes no links, and so is given no key to make them with. */
export type Unkeyed = Omit<World, "settings"> & { settings: Omit<Settings, "linkKey" | "edgeKey"> }

/**
 * `reference` is the same for the same letter to the same person, however often it is sent. `letter` is told back by
 * the provider when it comes back; a sign-in link, of which nothing is kept, has none.
 */
export type Mail = { to: string; subject: string; text: string; reference: string; letter?: LetterPlace }

/** Gives the provider's own reference. Throws where it was refused; a lost answer is unknown, not refused. */
export type Mailer = {
  send: (mail: Mail) => Promise<{ id: string }>
  /** Whether a letter went, by its reference: only where a provider can be asked. */
  went?: (reference: string) => Promise<boolean>
}

/** A browser puts a file straight into the store: where to, with which fields of the form. */
export type UploadSlot = { url: string; fields: Record<string, string> }

/** What may be put there, and the page that the browser comes back to. */
export type UploadLimits = { type: string; bytes: number; back: string }

/**
 * A store of files, apart from the table. A key is of an organisation, a phase and a file, and says nothing else. What a
 * browser puts lies apart until it was looked at, and nobody is ever given it from there; what is kept has the hash of
 * its bytes in its key.
 */
export type Files = {
  /** A place for one file, for a few minutes. */
  uploadTo: (key: string, limits: UploadLimits) => Promise<UploadSlot>
  /** An address that gives a kept file under this name, for a minute, as an attachment. */
  downloadFrom: (key: string, name: string) => Promise<string>
  /** Of a kept file; nothing where there is none. */
  remove: (key: string) => Promise<void>
}

/** The same for what looks at them. Under one key may come several: each has a version of its own. */
export type Arrivals = {
  /** The whole of one, where it has at most so many bytes, and its size in any case; nothing where it is not there. */
  read: (
    key: string,
    version: string,
    most: number,
  ) => Promise<{ bytes: Uint8Array; size: number } | undefined>
  drop: (key: string, version: string) => Promise<void>
  /** Keeps what was looked at, and nothing but that. */
  keep: (key: string, bytes: Uint8Array, type: string) => Promise<void>
  /** Takes away again what was kept, where somebody was quicker. */
  remove: Files["remove"]
}

export type EvidenceWorld = World & { files: Files }
export type ScanWorld = Unkeyed & { arrivals: Arrivals }

export type NotifyWorld = World & { mailer: Mailer }

/** Thrown by a mailer where a letter was surely not sent, and may be tried again. */
export class NotSent extends Error {}

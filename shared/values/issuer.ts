import * as z from "zod"

/** Many directories share an address of these names: there, anybody could call themselves by any address. */
const ofManyDirectories = /\/(?:common|organizations|consumers)(?:\/|$)/

/** An identity provider's own name for itself, with TLS, and for one directory alone. */
export const issuer = z
  .url({ protocol: /^https$/ })
  .refine((one) => !ofManyDirectories.test(one), "An issuer has to be of one directory")

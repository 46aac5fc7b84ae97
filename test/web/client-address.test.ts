import { expect, test } from "vitest"
import { clientAddress } from "../../shared/web/secure.ts"

test.each([
  ["203.0.113.7:40000", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6:40000", "2001:db8:1:2"],
  ["2001:db8:1:2::6:443", "2001:db8:1:2"],
  ["2001:db8::1:443", "2001:db8:0:0"],
  ["::1:443", "0:0:0:0"],
  ["2001:0DB8:0001:0002::9:443", "2001:db8:1:2"],
  [undefined, "unknown"],
])("%s counts as %s: of an IPv6 address only the network", (header, counted) => {
  expect(clientAddress(header)).toBe(counted)
})

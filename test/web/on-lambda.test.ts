import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import { mockClient } from "aws-sdk-client-mock"
import { beforeEach, expect, test } from "vitest"
import { departmentWorld, systemWorld } from "../../shared/web/on-lambda.ts"

const manager = mockClient(SecretsManagerClient)
beforeEach(() => {
  manager.reset()
  manager
    .on(GetSecretValueCommand)
    .callsFake(({ SecretId }) => ({ SecretString: `what is kept in ${SecretId}`.padEnd(40, ".") }))
})

const plain = {
  AWS_REGION: "eu-west-2",
  TABLE: "table",
  ORIGIN: "https://pilot.example.org",
  SERVICE_NAME: "Pilot programme",
  PROGRAMME: "pilot",
  CONTACT_NAME: "The programme team",
  CONTACT_EMAIL: "help@pilot.example.org",
  CONTACT_PHONE: "020 7946 0123",
  CONTACT_ADDRESS: "The programme team, 1 Example Street, Example Town",
  LINK_KEY_SECRET: "link-key",
}
const identity = {
  IDENTITY_NAME: "the department",
  IDENTITY_ISSUER: "https://login.department.example.org/v2.0",
  IDENTITY_CLIENT_ID: "pilot",
  IDENTITY_SECRET: "identity",
}

test("without an identity provider a department has no sign-in of its own", async () => {
  expect((await departmentWorld(plain)).settings.identity).toBeUndefined()
})

test("the department's function learns how to speak to its provider, the others only how it is called", async () => {
  expect((await systemWorld({ ...plain, ...identity })).settings.identity).toEqual({ name: "the department" })
  const { settings } = await departmentWorld({ ...plain, ...identity, IDENTITY_INSECURE: "yes" })
  expect(settings.identity).toEqual({
    name: "the department",
    provider: {
      issuer: identity.IDENTITY_ISSUER,
      clientId: "pilot",
      clientSecret: expect.stringContaining("what is kept in identity"),
    },
  })
})

test.each([
  ["is not encrypted", "http://login.department.example.org"],
  ["is of every directory", "https://login.microsoftonline.com/common/v2.0"],
  ["is of every organisation", "https://login.microsoftonline.com/organizations/v2.0"],
])("a provider that %s is not taken", async (_, issuer) => {
  await expect(departmentWorld({ ...plain, ...identity, IDENTITY_ISSUER: issuer })).rejects.toThrow(
    /issuer|url/i,
  )
})

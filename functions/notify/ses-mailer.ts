import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2"
import { letterTags } from "../../shared/web/letter-tags.ts"
import { type Mailer, NotSent } from "../../shared/web/world.ts"

/**
 * Amazon SES. An answer of 4xx is a refusal: it was not sent. Anything else that goes wrong is not known. What
 * comes back is told to where the configuration set says, with the letter's tags.
 */
export const sesMailer = (client: SESv2Client, from: string, configurationSet?: string): Mailer => ({
  send: async ({ to, subject, text, reference, letter }) => {
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: configurationSet,
          EmailTags: Object.entries(letter ? letterTags(letter) : {}).map(([Name, Value]) => ({
            Name,
            Value,
          })),
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: "UTF-8" },
              Body: { Text: { Data: text, Charset: "UTF-8" } },
              Headers: [{ Name: "X-Reference", Value: reference.replace(/[^\w#.-]/g, "") }],
            },
          },
        }),
      )
      return { id: MessageId ?? "" }
    } catch (error) {
      const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
      if (status !== undefined && status >= 400 && status < 500)
        throw new NotSent(String((error as Error).name))
      throw error
    }
  },
})

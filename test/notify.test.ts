import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2"
import { marshall } from "@aws-sdk/util-dynamodb"
import type { Context, DynamoDBStreamEvent } from "aws-lambda"
import { mockClient } from "aws-sdk-client-mock"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { notifier } from "../functions/notify/notifier.ts"
import { sesMailer } from "../functions/notify/ses-mailer.ts"
import { keys } from "../shared/store/keys.ts"
import { letterIn } from "../shared/web/letter-tags.ts"
import { type Mail, type Mailer, NotSent } from "../shared/web/world.ts"
import { type Service, startService } from "./support/service.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const context = { awsRequestId: "test", getRemainingTimeInMillis: () => 10_000 } as Context

let number = 0
let letter: Record<string, unknown> & { pk: string; sk: string }
let sent: Mail[]
beforeEach(async () => {
  sent = []
  const id = `g-${number++}`
  letter = {
    ...keys.peopleLetter("halton", id),
    letter: "invited",
    id,
    organisation: "halton",
    organisationName: "Halton Borough Council",
    role: "contributor",
    by: "Site lead",
    until: "2018-08-14T08:00:00.000Z",
    to: [
      { name: "One", email: "one@halton.example" },
      { name: "Two", email: "two@halton.example" },
    ],
  }
  await service.table.write([{ put: letter }])
})

const notifyWith = (send: Mailer["send"]) => notifier({ ...service.world, mailer: { send } })
const eventOf = (...items: Record<string, unknown>[]): DynamoDBStreamEvent => ({
  Records: items.map((item, at) => ({
    eventName: "INSERT",
    dynamodb: { SequenceNumber: `${at + 1}`, NewImage: marshall(item) as never },
  })),
})
const kept = async () => {
  const item = await service.table.get(letter, { strong: true })
  return [item?.told0, item?.told1]
}
const goes: Mailer["send"] = async (mail) => {
  sent.push(mail)
  return { id: "1" }
}

describe("a letter to two people", () => {
  test("goes to each once, however often the stream brings it", async () => {
    const notify = notifyWith(goes)
    for (let times = 0; times < 3; times++)
      expect(await notify(eventOf(letter), context)).toEqual({ batchItemFailures: [] })
    expect(sent.map(({ to }) => to)).toEqual(["one@halton.example", "two@halton.example"])
    expect(await kept()).toEqual(["sent", "sent"])
  })

  test("has a reference that no letter of another organisation has, where both are called the same", async () => {
    const other = { ...letter, ...keys.peopleLetter("bradford", String(letter.id)) }
    await service.table.write([{ put: other }])
    await notifyWith(goes)(eventOf(letter, other), context)
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(({ reference }) => reference)).size).toBe(4)
  })

  test("that was surely not sent comes again, to the one who has not had it", async () => {
    let refusing = true
    const notify = notifyWith(async (mail) => {
      if (refusing && mail.to.startsWith("two")) throw new NotSent("throttled")
      return goes(mail)
    })
    expect(await notify(eventOf(letter), context)).toEqual({ batchItemFailures: [{ itemIdentifier: "1" }] })
    expect(await kept()).toEqual(["sent", "not sent"])
    refusing = false
    expect(await notify(eventOf(letter), context)).toEqual({ batchItemFailures: [] })
    expect(sent.map(({ to }) => to)).toEqual(["one@halton.example", "two@halton.example"])
  })

  test("whose answer was lost may have been sent: it is not sent again, and a person decides", async () => {
    const notify = notifyWith(async (mail) => {
      if (mail.to.startsWith("one")) throw new Error("socket hang up")
      return goes(mail)
    })
    for (let times = 0; times < 2; times++)
      expect(await notify(eventOf(letter), context)).toEqual({ batchItemFailures: [] })
    expect(await kept()).toEqual(["may have been sent", "sent"])
    expect(sent.map(({ to }) => to)).toEqual(["two@halton.example"])
  })

  test("that was being sent when the function ended may have been sent", async () => {
    await service.table.write([{ set: { pk: letter.pk, sk: letter.sk, told0: "sending" } }])
    await notifyWith(goes)(eventOf(letter), context)
    expect(await kept()).toEqual(["may have been sent", "sent"])
  })
})

describe.each([
  { had: true, goes: ["two@halton.example"] },
  { had: false, goes: ["one@halton.example", "two@halton.example"] },
])("a provider that can be asked, and had the letter: $had", ({ had, goes: expected }) => {
  test("is asked about a letter that was being sent when the function ended", async () => {
    await service.table.write([{ set: { pk: letter.pk, sk: letter.sk, told0: "sending" } }])
    const mailer: Mailer = { send: goes, went: async () => had }
    await notifier({ ...service.world, mailer })(eventOf(letter), context)
    expect(await kept()).toEqual(["sent", "sent"])
    expect(sent.map(({ to }) => to)).toEqual(expected)
  })
})

describe("word that a letter came back", () => {
  const letterOf = (mail: Mail) => ({ to: mail.to, letter: mail.letter })

  test("is never written over, though it is faster than the answer that it went", async () => {
    const notify = notifyWith(async (mail) => {
      if (mail.to.startsWith("one")) await service.bounce(letterOf(mail))
      return goes(mail)
    })
    await notify(eventOf(letter), context)
    expect(await kept()).toEqual(["bounced", "sent"])
    await notify(eventOf(letter), context)
    expect(await kept()).toEqual(["bounced", "sent"])
    expect(sent).toHaveLength(2)
  })

  test("settles what may have been sent", async () => {
    await service.table.write([{ set: { pk: letter.pk, sk: letter.sk, told0: "may have been sent" } }])
    await service.bounce({ to: "one@halton.example", letter: { pk: letter.pk, sk: letter.sk, place: 0 } })
    expect((await kept())[0]).toBe("bounced")
  })
})

test("when each was told is kept beside it, in programme time", async () => {
  service.at("2017-08-14T09:00:00.000Z")
  await notifyWith(goes)(eventOf(letter), context)
  const item = await service.table.get(letter, { strong: true })
  expect([item?.told0At, item?.told1At]).toEqual(Array(2).fill("2017-08-14T09:00:00.000Z"))
})

test("a letter that cannot be read holds up no other", async () => {
  const broken = { ...letter, pk: "PEOPLE#halton", sk: "LETTER#broken", to: "nobody" }
  const answer = await notifyWith(goes)(eventOf(broken, letter), context)
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: "1" }])
  expect(sent).toHaveLength(2)
})

describe("Amazon SES", () => {
  const client = mockClient(SESv2Client)
  const mailer = sesMailer(client as unknown as SESv2Client, "no-reply@pilot.example")
  const mail = { to: "one@halton.example", subject: "A letter", text: "Words", reference: "LETTER#1#0" }
  beforeEach(() => client.reset())

  test("is given the letter as it is", async () => {
    client.on(SendEmailCommand).resolves({ MessageId: "m1" })
    expect(await mailer.send(mail)).toEqual({ id: "m1" })
    expect(client.commandCalls(SendEmailCommand)[0]?.args[0].input.Destination).toEqual({
      ToAddresses: [mail.to],
    })
  })

  test("is told which letter it is and where to say what becomes of it, in the characters it takes", async () => {
    client.on(SendEmailCommand).resolves({ MessageId: "m1" })
    const place = { pk: "ORG#halton", sk: "LETTER#NSW2-HAL-E-7K3PQ4#000012", place: 1 }
    const telling = sesMailer(client as unknown as SESv2Client, "no-reply@pilot.example", "letters")
    await telling.send({ ...mail, letter: place })
    const input = client.commandCalls(SendEmailCommand)[0]?.args[0].input
    expect(input?.ConfigurationSetName).toBe("letters")
    const tags = input?.EmailTags ?? []
    for (const { Name, Value } of tags) expect(`${Name}${Value}`).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(letterIn(Object.fromEntries(tags.map(({ Name, Value }) => [Name, [Value ?? ""]])))).toEqual(place)
  })

  test.each([400, 429])("that answers %i has surely not sent it", async (httpStatusCode) => {
    client
      .on(SendEmailCommand)
      .rejects(Object.assign(new Error("refused"), { $metadata: { httpStatusCode } }))
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(NotSent)
  })

  test.each([500, undefined])("that answers %s may have sent it", async (httpStatusCode) => {
    client.on(SendEmailCommand).rejects(Object.assign(new Error("lost"), { $metadata: { httpStatusCode } }))
    await expect(mailer.send(mail)).rejects.not.toBeInstanceOf(NotSent)
  })
})

import { chaseNames, chases } from "../../../../shared/domain/notices/chases.ts"
import { type NoticeName, noticeNames, noticeOf } from "../../../../shared/domain/notices/notices.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { noticeAt, noticesAt } from "../addresses.ts"
import type { OnNotice } from "../letters.ts"
import { aboutWords, chaseTo, chaseWhen, tellsOf, whenWords } from "../notice-words.ts"
import { LetterWords } from "./letter-words.tsx"

/** Every notice of the calendar: when it goes, about what, and to whom in which state. */
export const NoticesPage = ({ c }: { c: C }) => (
  <Page c={c} title="Letters that go by themselves" back={{ href: "/programme", text: "The programme" }} wide>
    <h1 class="govuk-heading-l">Letters that go by themselves</h1>
    <p class="govuk-body">
      On a working day each person gets one letter at most, with everything in it. A letter to a sponsor never
      goes by itself. Each is shown here as it would be sent.
    </p>
    <Table
      caption="When each goes, and to whom"
      captionSize="m"
      firstCellIsHeader
      small
      head={[{ text: "Letter" }, { text: "When" }, { text: "About" }, { text: "To whom, in which state" }]}
      rows={noticeNames.map((name) => [
        {
          content: (
            <a class="govuk-link" href={noticeAt(name)}>
              {noticeOf(name).called}
            </a>
          ),
        },
        { content: whenWords(name) },
        { content: aboutWords(name) },
        { content: <ToWhom name={name} /> },
      ])}
    />
    <Table
      caption="About coaching, the evaluation, and what is to be done"
      captionSize="m"
      firstCellIsHeader
      small
      head={[{ text: "Letter" }, { text: "When" }, { text: "To whom" }]}
      rows={chaseNames.map((name) => [
        { content: chases[name].called },
        { content: chaseWhen(name) },
        { content: chaseTo(name) },
      ])}
    />
  </Page>
)

const ToWhom = ({ name }: { name: NoticeName }) => (
  <ul class="govuk-list">
    {tellsOf(name).map(({ state, to }) => (
      <li>
        {state}: {to.join(", ")}
      </li>
    ))}
  </ul>
)

/** One letter, as it would be sent: about a site that is invented. */
export const NoticePage = ({ c, found }: { c: C; found: OnNotice }) => (
  <Page c={c} title={`Letter: ${found.called}`} back={{ href: noticesAt, text: "All letters" }}>
    <h1 class="govuk-heading-l">{found.called}</h1>
    <p class="govuk-body">
      {whenWords(found.notice)}. {aboutWords(found.notice)}. The site here is invented.
    </p>
    {found.letters.map(({ to, words }) => (
      <>
        <h2 class="govuk-heading-m">To: {to}</h2>
        <LetterWords words={words} />
      </>
    ))}
  </Page>
)

import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Input } from "../../../shared/web/govuk/input.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { SentenceOf } from "../../../shared/web/sentence.tsx"
import { workbookAt } from "../../../shared/web/submission-addresses.ts"
import type { C } from "../desk.ts"
import type { Preview } from "../preview.ts"

type Props = { c: C; preview: Preview; says?: string[]; typed?: Record<string, string> }

/** What a workbook would change: nothing of it is saved yet. */
export const PreviewPage = ({ c, preview, says = [], typed = {} }: Props) => {
  const { desk, item, changes, problems, asks, warnings, unfinished, revision } = preview
  const at = workbookAt(desk.organisation.id, desk.head.reference)
  const here = `${at}/uploads/${item.id}`
  const wrong = [...says, ...problems.filter((one) => !says.includes(one))]
  return (
    <Page
      c={c}
      title={`What it changes – ${desk.head.reference}`}
      back={{ href: at }}
      wrong={wrong.length > 0}
      plain
      wide
    >
      {wrong.length > 0 && <ErrorSummary errors={wrong.map((text) => ({ text }))} />}
      <span class="govuk-caption-l">
        {desk.head.title}, {desk.organisation.name}
      </span>
      <h1 class="govuk-heading-l">What your file changes</h1>
      <SentenceOf sentence={desk.sentence} />
      <p class="govuk-body">{item.name}. Nothing of it is saved yet.</p>
      {warnings.map((one) => (
        <InsetText>{one}</InsetText>
      ))}
      <Changes changes={changes} />
      {problems.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">To be put right first</h2>
          <ul class="govuk-list govuk-list--bullet">
            {problems.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          {item.file && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${here}/file`}>
                Your own file, with these on a sheet called Issues
              </a>
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={at}>
              Choose the file again
            </a>
          </p>
        </>
      ) : (
        changes.length > 0 && (
          <form method="post" action={`${here}/confirm`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <input type="hidden" name="revision" value={String(revision)} />
            {asks.map(({ mark, says: asked }) => (
              <Input
                id={`cleared-${mark}`}
                name={`cleared.${mark}`}
                label={{ text: `${asked} If it is not about a person, say why.` }}
                value={typed[`cleared.${mark}`]}
              />
            ))}
            {unfinished.length > 0 && <Unfinished all={unfinished} />}
            <Button preventDoubleClick>Save these changes</Button>
          </form>
        )
      )}
    </Page>
  )
}

const Changes = ({ changes }: Pick<Preview, "changes">) =>
  changes.length === 0 ? (
    <p class="govuk-body">There is nothing in your file that is not saved already.</p>
  ) : (
    <Table
      caption="Changes"
      captionSize="m"
      head={[{ text: "What" }, { text: "Now" }, { text: "In your file" }, { text: "Where" }]}
      rows={changes.map(({ section, what, before, after, place }) => [
        {
          content: (
            <>
              {what}
              <span class="beside">{section}</span>
            </>
          ),
        },
        { content: <span class="answer">{before}</span> },
        { content: <span class="answer">{after}</span> },
        { content: place?.split(", ")[0] ?? "" },
      ])}
    />
  )

const Unfinished = ({ all }: { all: string[] }) => (
  <>
    <h2 class="govuk-heading-m">Still to do before it can be sent</h2>
    <p class="govuk-body">You can save these changes, and do this afterwards.</p>
    <ul class="govuk-list govuk-list--bullet">
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  </>
)

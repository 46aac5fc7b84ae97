import type { PayerFile } from "../../../shared/domain/funding/payer-file.ts"
import { dateWords, momentWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { payerFileAt, payerFilesAt, paymentsAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Details } from "../../../shared/web/govuk/details.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { FileUpload } from "../../../shared/web/govuk/file-upload.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Textarea } from "../../../shared/web/govuk/textarea.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import type { OnFile, OnFiles } from "../payer-files.ts"
import { Press, Said } from "./press.tsx"

const title = "What the payer answered"

/** Every answer of the payer, and the form that takes the next. */
export const PayerFilesPage = ({ c, desk, tried }: { c: C; desk: OnFiles; tried?: Tried }) => {
  const { files, records } = desk
  const errors = (tried?.problems ?? []).map(({ says }) => ({ text: says, href: "#text" }))
  return (
    <Page c={c} title={title} back={{ href: paymentsAt, text: "Payments" }} wrong={errors.length > 0} wide>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l" data-first-line>
        {files[0]
          ? `The last answer was recorded at ${momentWords(new Date(files[0].at))}: ${progressOf(files[0])}`
          : "The payer has not answered yet. Next: authorise a payment, and send the payer the file of payments."}
      </p>
      {records && <Upload c={c} wrong={errors[0]?.text} typed={tried?.entries.text} />}
      {files.length > 0 && (
        <Table
          caption="Answers, newest first"
          captionSize="m"
          firstCellIsHeader
          head={[
            { text: "File" },
            { text: "Recorded" },
            { text: "Paid", numeric: true },
            { text: "Amount", numeric: true },
            { text: "Not paid", numeric: true },
            { text: "How far" },
          ]}
          rows={files.map((file) => [
            {
              content: (
                <a class="govuk-link" href={payerFileAt(file.id)}>
                  {file.name}
                </a>
              ),
            },
            { content: `${momentWords(new Date(file.at))}, ${file.by.name}` },
            { content: String(file.counts.paid), numeric: true },
            { content: pounds(file.amount), numeric: true },
            { content: String(file.counts.unpaid), numeric: true },
            { content: progressOf(file) },
          ])}
        />
      )}
    </Page>
  )
}

const progressOf = ({ done, rows, notes }: PayerFile): string => {
  const left = notes.length > 0 ? `, ${notes.length} of them not recorded` : ""
  return done === rows
    ? `${rows === 1 ? "its 1 row" : `all ${rows} rows`}${left}.`
    : `${done} of ${rows} rows${left}. It is not finished.`
}

type UploadProps = { c: C; wrong?: string; typed?: string }

const Upload = ({ c, wrong, typed }: UploadProps) => (
  <form method="post" action={payerFilesAt} enctype="multipart/form-data" novalidate>
    <input type="hidden" name="key" value={newKey(c.var.world)} />
    <h2 class="govuk-heading-m">Record an answer</h2>
    <Details summary="What the file says">
      <p class="govuk-body">
        The first row names the columns: reference, outcome (paid or unpaid), date, payer’s reference,
        remittance text, and reason where it was not paid. A column of amounts is checked where there is one.
      </p>
      <p class="govuk-body">
        All of it is read before anything is recorded. Where one row is wrong, nothing is.
      </p>
    </Details>
    <FileUpload
      id="file"
      name="file"
      label={{ text: "The payer’s file (CSV)" }}
      hint="At most 1 megabyte and 2,000 rows. Choose it again after something was mended."
      accept=".csv,text/csv,text/plain"
    />
    <Textarea
      id="text"
      name="text"
      label={{ text: "Or paste what it says" }}
      value={typed}
      errorMessage={wrong}
      rows={6}
      spellcheck={false}
    />
    <Button preventDoubleClick>Read and record it</Button>
  </form>
)

/** One answer: what it said of each payment, and what became of that. */
export const PayerFilePage = ({ c, desk, says }: { c: C; desk: OnFile; says?: string }) => {
  const { file, rows, records } = desk
  const { counts, amount } = file
  return (
    <Page c={c} title={`${file.name} – ${title}`} back={{ href: payerFilesAt, text: title }} wide>
      <Said says={says} />
      <span class="govuk-caption-l">
        {file.by.name}, {momentWords(new Date(file.at))}
      </span>
      <h1 class="govuk-heading-l">{file.name}</h1>
      <p class="govuk-body-l" data-first-line>
        {counts.paid} paid, {pounds(amount)} in all; {counts.unpaid} not paid; {counts.known} known already;{" "}
        {counts.unknown} that are none of our references. Recorded: {progressOf(file)}
      </p>
      {records && file.done < file.rows && (
        <Press c={c} action={payerFileAt(file.id)} button="Go on with the rest" />
      )}
      <Table
        caption="Rows"
        captionSize="m"
        head={[
          { text: "Row", numeric: true },
          { text: "Reference" },
          { text: "Site" },
          { text: "Amount", numeric: true },
          { text: "The payer says" },
          { text: "What became of it" },
        ]}
        rows={rows.map((row) => [
          { content: String(row.row), numeric: true },
          { content: <span class="reference">{row.reference}</span> },
          { content: row.about ? `${row.about.name}, payment ${row.about.number}` : "" },
          { content: row.about ? pounds(row.about.amount) : "", numeric: true },
          {
            content:
              row.outcome === "paid"
                ? `Paid on ${row.on ? dateWords(row.on) : ""}, ${row.payerReference}`
                : `Not paid: ${row.because}`,
          },
          { content: row.stands },
        ])}
      />
    </Page>
  )
}

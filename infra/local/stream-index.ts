import { DatabaseSync } from "node:sqlite"

/**
 * The embedded engine numbers each stream record by looking through all there are: a local run would slow down
 * with every write it ever made. This index answers that look-up at once. It changes nothing that is stored.
 */
export const indexStream = (file: string) => {
  const database = new DatabaseSync(file, { timeout: 2000 })
  const [known] = database
    .prepare("select 1 from sqlite_master where type = 'table' and name = '_stream_records'")
    .all()
  if (known)
    database.exec(
      "create index if not exists stream_by_number on _stream_records (table_name, cast(sequence_number as integer))",
    )
  database.close()
}

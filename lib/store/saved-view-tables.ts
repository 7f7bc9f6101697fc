import type { Kysely } from 'kysely'

/** The migration `0003-saved-views`: lists' states under names, and which of them opens a page for whom. */
export async function savedViews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_view')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('shared_with', 'text')
    .addColumn('updated_utc', 'text', (column) => column.notNull())
    .addUniqueConstraint('saved_view_name', ['issuer', 'subject', 'page', 'name'])
    .execute()
  await db.schema
    .createIndex('saved_view_shared')
    .on('saved_view')
    .columns(['shared_with'])
    .execute()
  await db.schema
    .createTable('default_view')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('view_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('default_view_key', ['issuer', 'subject', 'page'])
    .execute()
  await db.schema.createIndex('default_view_view').on('default_view').columns(['view_id']).execute()
}

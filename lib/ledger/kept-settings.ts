import 'server-only'
import { database } from '@/lib/store/database'

/** A small fact that outlives the process, by name; null when there is none. Rejects with the store's error. */
export async function keptSetting(name: string): Promise<string | null> {
  const row = await (await database())
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value ?? null
}

/** Keeps it in place of what stood there. Rejects with the store's error. */
export async function keepSetting(name: string, value: string): Promise<void> {
  await (await database())
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

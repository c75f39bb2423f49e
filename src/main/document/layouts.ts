/**
 * How the windows on a document are arranged. Arranging is no step: it waits in memory for the next
 * write, which takes the last word of each window along.
 */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { layoutSchema } from '../../shared/model/layout';
import type { Layout } from '../../shared/model/layout';

/** What can be read of the stored layouts: a window whose layout cannot be read opens as usual. */
export function readLayouts(db: DatabaseSyncInstance): Layout[] {
  const rows = db.prepare('SELECT value FROM layouts ORDER BY window').all() as { value: string }[];
  return rows.flatMap(({ value }) => {
    try {
      const layout = layoutSchema.safeParse(JSON.parse(value));
      return layout.success ? [layout.data] : [];
    } catch {
      return [];
    }
  });
}

/** Puts layouts in the place of those that the same windows had. Within a transaction. */
export function writeLayouts(db: DatabaseSyncInstance, layouts: Iterable<Layout>): void {
  const put = db.prepare('INSERT OR REPLACE INTO layouts (window, value) VALUES (?, ?)');
  for (const layout of layouts) put.run(layout.window, JSON.stringify(layout));
}

export class Layouts {
  readonly #db: DatabaseSyncInstance;
  readonly #known: Map<Layout['window'], Layout>;
  readonly #waiting = new Set<Layout['window']>();

  constructor(db: DatabaseSyncInstance) {
    this.#db = db;
    this.#known = new Map(readLayouts(db).map((layout) => [layout.window, layout]));
  }

  /** All of them, as windows have said last. */
  list(): Layout[] {
    return [...this.#known.values()];
  }

  /** How a window was left; null if it never was. */
  get(window: Layout['window']): Layout | null {
    return this.#known.get(window) ?? null;
  }

  /** Takes a window's word for how it is arranged. */
  set(layout: Layout): void {
    this.#known.set(layout.window, layout);
    this.#waiting.add(layout.window);
  }

  /** Writes what waits. Within a transaction. */
  write(): void {
    writeLayouts(
      this.#db,
      [...this.#waiting].flatMap((window) => this.#known.get(window) ?? []),
    );
  }

  /** What waited is safe. */
  written(): void {
    this.#waiting.clear();
  }
}

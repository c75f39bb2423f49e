/** The published rows that `npm run validate` prints: a row that drifts fails here, too. */
import { describe, expect, test } from 'vitest';
import file from '../../../../../assets/model/published.yaml';
import { validate } from '../../../../../src/main/engine/datapath/validation';
import { publishedFileSchema } from '../../../../../src/shared/model/published';
import { parameters } from './plant';

const rows = publishedFileSchema.parse(file);
const verdicts = validate(rows, parameters);

describe('the published rows', () => {
  test.each(verdicts.map((verdict) => [`${verdict.row.id} ${verdict.row.quantity}`, verdict] as const))(
    '%s',
    (_, { row, modelled, errorPercent, holds }) => {
      expect(Number.isFinite(modelled)).toBe(true);
      expect({ errorPercent, holds }).toEqual({ errorPercent, holds: true });
      // What nobody claims to explain has nothing to hold to, everything else has.
      expect(row.tolerancePercent === null).toBe(row.role === 'not explained');
    },
  );

  test('cover what the model can be asked', () => {
    const ids = new Set(rows.map((row) => row.id));
    const wanted = [1, 2, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 25, 26].map(
      (n) => `P${n}`,
    );
    expect([...ids]).toEqual(wanted);
  });

  test('are missed by a model that is off', () => {
    const slow = { ...parameters, root: { ...parameters.root, perPacket: 2 * parameters.root.perPacket } };
    const missed = validate(rows, slow).filter((verdict) => !verdict.holds);
    expect(missed.map(({ row }) => row.id)).toContain('P1');
  });
});

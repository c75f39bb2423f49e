/** The NIC models that the program knows, from assets/hardware/nics. */
import { nicModelSchema } from '../../shared/model/nic-model';
import type { NicModel } from '../../shared/model/nic-model';

const files = import.meta.glob<unknown>('../../../assets/hardware/nics/*.yaml', {
  eager: true,
  import: 'default',
});

let catalogue: readonly NicModel[] | undefined;

/**
 * Every known NIC model, by id. The files are part of the program and the tests check them, so
 * their shape is taken for granted here: a start must not spend its time on that.
 */
export function nicCatalogue(): readonly NicModel[] {
  catalogue ??= Object.values(files as Record<string, NicModel>).sort((a, b) => (a.id < b.id ? -1 : 1));
  return catalogue;
}

/**
 * The same models with every file checked against the schema.
 * @throws {Error} naming the first file that does not have the right shape
 */
export function checkedNicCatalogue(): readonly NicModel[] {
  return Object.entries(files).map(([path, data]) => {
    const result = nicModelSchema.safeParse(data);
    if (!result.success) throw new Error(`${path}: ${result.error.message}`);
    return result.data;
  });
}

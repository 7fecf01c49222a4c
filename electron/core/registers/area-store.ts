import type { Area } from '../../../shared/contract/registers.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** The register's own area tree, in the order in which the office walks it. */
export function readAreas(register: RegisterFile): Area[] {
  return register.sql('SELECT code, name, short, level, parent FROM area ORDER BY position').all() as Area[];
}

export function writeAreas(register: RegisterFile, areas: readonly Area[]): void {
  const insert = register.sql('INSERT INTO area (code, name, short, level, parent, position) VALUES (?, ?, ?, ?, ?, ?)');
  register.together(() => {
    register.sql('DELETE FROM area').run();
    areas.forEach((area, position) => insert.run(area.code, area.name, area.short, area.level, area.parent, position));
    register.rows.renewWalkKeys();
  });
}

import { Refusal } from '../../../shared/contract/errors.ts';
import type { InspectionUnderWay } from '../../../shared/contract/inspections.ts';
import type { RegisterFile } from './register-file.ts';

const open = 'SELECT number, occasion, unit FROM inspection i WHERE NOT EXISTS (SELECT 1 FROM inspectionEnd e WHERE e.inspection = i.number) ORDER BY number DESC LIMIT 1';

/** The inspection that has begun and not ended; it stands in the file, so that no restart ends it. */
export const inspectionUnderWay = (register: RegisterFile): InspectionUnderWay | null => (register.sql(open).get() as InspectionUnderWay | undefined) ?? null;

const called = ({ occasion, unit }: InspectionUnderWay): string => `正在迎检（${occasion}，${unit}）`;
const remedy = '检查完了，点窗口最上面的“结束迎检”，再做';

/** What whoever wants to write is told meanwhile. */
export const notWhileInspected = (under: InspectionUnderWay): Refusal => new Refusal('INSPECTING', `${called(under)}，登记册只能看，没有写入`, { remedy });

/** What whoever wants to look past its log is told meanwhile. */
export const onlyByTheLog = (under: InspectionUnderWay): Refusal => new Refusal('INSPECTING', `${called(under)}，只能看抽中和点名的户，看过的都有记录`, { remedy: `要看哪一户，请抽户或点名；${remedy}` });
